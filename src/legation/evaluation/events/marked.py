"""The development set of `legation.relate`: sentences with marked parties and the PLOVER root of what they do."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.records import Span

MARKS = re.compile(r"(</?[st]>)")
SET = "events/plv_train.tsv"
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # the set has one root for both


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, the first mark of its source and of its target – None where it has none – and the gold root."""

    text: str
    source: Span | None
    target: Span | None
    root: str


def rows(data: Path) -> Iterator[Row]:
    """The rows of the set."""
    with (data / SET).open(encoding="utf8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            yield unmarked(line["marked_sentence"], line["gold_root"])


def unmarked(marked: str, root: str) -> Row:
    """A marked sentence as its text and spans.

    >>> unmarked("<s>Chile</s> thanked <t>Peru</t>.", "SUPPORT")
    Row(text='Chile thanked Peru.', source=(0, 5), target=(14, 18), root='SUPPORT')
    """
    text, open_, spans = "", {}, {}  # type: tuple[str, dict[str, int], dict[str, Span]]
    for piece in MARKS.split(marked):
        if not MARKS.fullmatch(piece):
            text += piece
        elif piece[1] == "/":
            spans.setdefault(piece[2], _trimmed(text, open_.get(piece[2], 0)))
        else:
            open_[piece[1]] = len(text)
    return Row(text, spans.get("s"), spans.get("t"), root)


def _trimmed(text: str, first: int) -> Span:
    inner = text[first:]
    return first + len(inner) - len(inner.lstrip()), first + len(inner.rstrip())
