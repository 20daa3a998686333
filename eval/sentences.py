"""Measures sentence splitting on the raw text of CoNLL-U test sets: exact spans, F1.

    python eval/sentences.py --data ../shared/data [--misses pud-news-test]

The text is rebuilt through SpaceAfter; newpar and newdoc begin a paragraph.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Iterator
from pathlib import Path

from legation.language.sentences import sentences

FLOORS = {"pud-news-test": 96.4, "gum-test-news": 93.3, "gum-test-clean": 95.3, "ewt-test": 87.8}


def rebuilt(path: Path) -> tuple[str, list[tuple[int, int]]]:
    """The raw text of a CoNLL-U file and the spans of its sentences."""
    text, spans = "", []
    for lines in blocks(path):
        comments = [line for line in lines if line.startswith("#")]
        if any(line.startswith(("# newpar", "# newdoc")) for line in comments) and text:
            text = text.rstrip() + "\n\n"
        start = len(text)
        text += words([line.split("\t") for line in lines if not line.startswith("#")])
        spans.append((start, len(text.rstrip())))
    return text, spans


def blocks(path: Path) -> Iterator[list[str]]:
    lines: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                lines.append(line.rstrip("\n"))
            elif lines:
                yield lines
                lines = []
    if lines:
        yield lines


def words(rows: list[list[str]]) -> str:
    text, until = "", 0
    for row in rows:
        if "-" in row[0]:
            until = int(row[0].split("-")[1])
        elif "." in row[0] or int(row[0]) <= until:
            continue
        text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    return text


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses")
    options = parser.parse_args()
    for name, floor in FLOORS.items():
        path = options.data / "syntax" / f"{name}.conllu.gz"
        path = (
            path
            if path.exists()
            else path.with_name("-".join([*name.split("-")[:1], "test", name.split("-")[-1]]) + ".conllu.gz")
        )
        text, gold = rebuilt(path)
        began = time.process_time()
        found = [each.span for each in sentences(text)]
        seconds = time.process_time() - began
        right = len(set(found) & set(gold))
        precision, recall = right / len(found), right / len(gold)
        f1 = 200 * precision * recall / (precision + recall)
        speed = len(text.split()) / seconds
        print(f"{name}: F {f1:.1f} (floor {floor}), {len(gold)} gold, {len(found)} found, {speed:,.0f} words/s")
        if options.misses == name:
            show(text, found, gold)


def show(text: str, found: list[tuple[int, int]], gold: list[tuple[int, int]]) -> None:
    ends, wanted = {end for _, end in found}, {end for _, end in gold}
    starts, first = {start for start, _ in found}, {start for start, _ in gold}
    for name, places in (("extra", ends - wanted), ("missing", wanted - ends), ("start", first ^ starts)):
        for place in sorted(places):
            print(name, repr(text[max(0, place - 50) : place]), "|", repr(text[place : place + 40]))


if __name__ == "__main__":
    main()
