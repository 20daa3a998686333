"""Reads CoNLL-U: gold trees, and the raw text they were made from."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from legation.records import Span

Row = list[str]


def blocks(path: Path) -> Iterator[list[str]]:
    """The lines of each sentence, comments first."""
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


def trees(path: Path) -> Iterator[list[Row]]:
    """Sentences as rows of ten columns, without multiword ranges and empty nodes."""
    for lines in blocks(path):
        yield [row for line in lines if not line.startswith("#") and (row := line.split("\t"))[0].isdigit()]


def rebuilt(path: Path) -> tuple[str, list[Span]]:
    """The raw text, through SpaceAfter, and the spans of its sentences; newpar and newdoc begin a paragraph."""
    text, spans = "", []
    for lines in blocks(path):
        if text and any(line.startswith(("# newpar", "# newdoc")) for line in lines):
            text = text.rstrip() + "\n\n"
        start = len(text)
        text += _words([line.split("\t") for line in lines if not line.startswith("#")])
        spans.append((start, len(text.rstrip())))
    return text, spans


def _words(rows: list[Row]) -> str:
    text, until = "", 0
    for row in rows:
        if "-" in row[0]:
            until = int(row[0].split("-")[1])
        elif "." in row[0] or int(row[0]) <= until:
            continue
        text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    return text
