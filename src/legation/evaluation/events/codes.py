"""CAMEO codes on sentences of our own, each file written before any of its sentences was coded.

`eval/cameo.tsv` has one for each of 183 codes; what it showed was mended. `eval/cameo-2.tsv` was written after that, in
other words, and its figure is of the first time it was coded (86.5).

Each row gives the code and the type of one act, and a text. A row is right where an event of the text has that type
and code, to all its digits; beside it stand those with the root of the code, and those with the type.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.coder import Coder
from legation.evaluation.figure import Figure
from legation.read import document
from legation.settings import of_checkout

GOLD, UNSEEN = (of_checkout("eval") / name for name in ("cameo.tsv", "cameo-2.tsv"))
FLOORS = {GOLD: 91.0, UNSEEN: 86.0}
PUBLISHED = "2021-06-15"


@dataclass(frozen=True, slots=True)
class Row:
    """A text, and the code and the type of the act that it tells."""

    code: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A row beside the (type, code) of every event of its text."""

    row: Row
    found: tuple[tuple[str, str | None], ...]

    @property
    def exact(self) -> bool:
        """Whether one event has the type and the code."""
        return (self.row.type, self.row.code) in self.found

    @property
    def root(self) -> bool:
        """Whether one event has the type and a code of the same root."""
        return (self.row.type, self.row.code[:2]) in {(type, (code or "")[:2]) for type, code in self.found}

    @property
    def type(self) -> bool:
        return self.row.type in {type for type, _ in self.found}


def measure(data: Path) -> Iterator[Figure]:
    """Percent of the rows with the code, its root and the type; `data` is not read."""
    for path, floor in FLOORS.items():
        judged = list(verdicts(path))
        name = f"{path.stem} ({len(judged)})"
        yield _figure(name, "code, all digits", [j.exact for j in judged], floor)
        yield _figure(name, "root", [j.root for j in judged])
        yield _figure(name, "type", [j.type for j in judged])


def _figure(name: str, what: str, held: Sequence[bool], floor: float | None = None) -> Figure:
    return Figure("codes", name, what, 100 * sum(held) / len(held), floor, f"{sum(held)} of {len(held)}")


def gold(path: Path = GOLD) -> list[Row]:
    """The rows of the gold."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(line["cameo"], line["type"], line["text"]) for line in lines]


def verdicts(path: Path = GOLD) -> Iterator[Judged]:
    """Each row and what its text got."""
    coder = Coder()
    for row in gold(path):
        events = coder.code(document(row.text, date=PUBLISHED)).events
        yield Judged(row, tuple((e.type, e.cameo) for e in events))
