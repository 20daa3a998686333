"""Contexts on sentences of our own (`eval/contexts.tsv`), written before the words of the contexts were mended.

Each row gives a type, the contexts of the event of this type in the text ("—": none; in brackets those that may be
there as well), and the text. Precision and recall are of the events that are coded; how many are, the last figure says.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.coder import Coder
from legation.evaluation.figure import Figure, f1
from legation.read import document
from legation.settings import of_checkout

GOLD = of_checkout("eval") / "contexts.tsv"
PUBLISHED = "2021-06-15"
PRECISION, RECALL = 89.0, 96.0


@dataclass(frozen=True, slots=True)
class Row:
    """An event of a text, the contexts that it has and those that it may have."""

    type: str
    text: str
    wanted: frozenset[str]
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A row beside the contexts found; `coded` where there is an event of its type."""

    row: Row
    coded: bool
    found: frozenset[str]

    @property
    def wrong(self) -> frozenset[str]:
        return self.found - self.row.wanted - self.row.allowed

    @property
    def missed(self) -> frozenset[str]:
        return self.row.wanted - self.found


def measure(data: Path) -> Iterator[Figure]:
    """Precision, recall and F1 of (event, context), in percent, and events with exactly these; `data` is not read."""
    coder = Coder()
    rows = [judge(row, coder) for row in gold()]
    judged = [row for row in rows if row.coded]
    right = sum(len(j.row.wanted & j.found) for j in judged)
    said, true = right + sum(len(j.wrong) for j in judged), sum(len(j.row.wanted) for j in judged)
    name = f"own sentences ({len(judged)})"
    yield Figure("contexts", name, "precision", 100 * right / max(1, said), PRECISION)
    yield Figure("contexts", name, "recall", 100 * right / max(1, true), RECALL)
    yield Figure("contexts", name, "F1", f1(right, said, true))
    exact = sum(not (j.wrong or j.missed) for j in judged)
    yield Figure("contexts", name, "all right", 100 * exact / max(1, len(judged)), note=f"{exact} of {len(judged)}")
    yield Figure("contexts", name, "event coded", 100 * len(judged) / max(1, len(rows)), note=f"of {len(rows)}")


def gold(path: Path = GOLD) -> list[Row]:
    """The rows of the gold."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(line["type"], line["text"], *contexts(line["contexts"])) for line in lines]


def contexts(told: str) -> tuple[frozenset[str], frozenset[str]]:
    """The contexts of a cell that are wanted and those that are only allowed.

    >>> [sorted(part) for part in contexts("crime (legal, economic)")]
    [['crime'], ['economic', 'legal']]
    """
    wanted, _, allowed = told.partition("(")
    return frozenset(wanted.replace("—", "").split()), frozenset(allowed.strip(")").replace(",", " ").split())


def judge(row: Row, coder: Coder) -> Judged:
    """The contexts of the events of the row's type."""
    events = [e for e in coder.code(document(row.text, date=PUBLISHED)).events if e.type == row.type]
    return Judged(row, bool(events), frozenset(c for e in events for c in e.contexts))
