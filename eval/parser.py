"""LAS, UAS and UPOS of the shipped parser on gold tokens, without punctuation: python eval/parser.py --data DATA

Fails (exit 1) below the floors pinned here.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from legation.language.encoder import Encoder

FLOORS = {"ewt-test": 88.5, "pud-news-test": 89.0}
SETS = ("ewt-test", "pud-news-test", "gum-test-clean", "gum-test-news")


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """CoNLL-U sentences as rows of ten columns, without ranges and empty nodes."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            if rows := [r for r in rows if r[0].isdigit()]:
                yield rows


def measure(encoder: Encoder, gold: list[list[list[str]]]) -> dict[str, float]:
    """LAS, UAS and UPOS without punctuation, and words per CPU-second of one thread."""
    start = time.process_time()
    analyses = encoder.analyse([[r[1] for r in rows] for rows in gold])
    seconds = time.process_time() - start
    counts = {"words": 0, "uas": 0, "las": 0, "upos": 0}
    for rows, analysis in zip(gold, analyses, strict=True):
        for i, row in enumerate(rows):
            if row[3] == "PUNCT" or analysis is None:
                continue
            arc = analysis.heads[i] == int(row[6])
            counts["words"] += 1
            counts["uas"] += arc
            counts["las"] += arc and analysis.labels[i] == row[7]
            counts["upos"] += analysis.upos[i] == row[3]
    total = sum(len(rows) for rows in gold)
    return {k: 100 * counts[k] / counts["words"] for k in ("las", "uas", "upos")} | {"speed": total / seconds}


def main() -> int:
    """Prints one line per set; 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    encoder, missed = Encoder(), 0
    print(f"{'set':<16} {'LAS':>6} {'UAS':>6} {'UPOS':>6} {'floor':>6}  words/CPU-s")
    for name in SETS:
        got = measure(encoder, list(sentences(args.data / f"syntax/{name}.conllu.gz")))
        floor = FLOORS.get(name)
        missed += floor is not None and got["las"] < floor
        print(
            f"{name:<16} {got['las']:6.2f} {got['uas']:6.2f} {got['upos']:6.2f} {floor or '–':>6}  {got['speed']:.0f}"
        )
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
