"""Issues that statements are about, on sentences of our own (`eval/topics.tsv`) written before the rules.

Each row names a text and the issues among the topics of its statements, each in its normal form; —: none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.evaluation.figure import Figure, f1
from legation.evaluation.statements.chains import NOBODY, PUBLISHED, percent
from legation.evaluation.statements.coding import read, statements
from legation.language import Parse
from legation.settings import of_checkout
from legation.statements.issues import Issues

GOLD = of_checkout("eval") / "topics.tsv"
FLOOR = 95.0


@dataclass(frozen=True, slots=True)
class Row:
    """A text and the issues that its statements name."""

    text: str
    issues: frozenset[str]


def measure(data: Path) -> Iterator[Figure]:
    """F1 of the issues, and the percentage of texts with exactly theirs; `data` is not read."""
    judged = [(row.issues, named(read("d", row.text, PUBLISHED))) for row in gold(GOLD)]
    right, found, wanted = (sum(map(len, each)) for each in zip(*((w & f, f, w) for w, f in judged), strict=True))
    note = f"P {percent([True] * right + [False] * (found - right)):.1f}"
    yield Figure("issues", f"own sentences ({wanted})", "F1", f1(right, found, wanted), FLOOR, note)
    yield Figure("issues", f"own sentences ({len(judged)})", "all right", percent([w == f for w, f in judged]))


def gold(path: Path) -> list[Row]:
    """The rows of the gold."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(r["text"], frozenset(r["issues"].split("; ")) - {NOBODY}) for r in rows]


def named(parsed: Parse) -> frozenset[str]:
    """The issues that the contents of a text's statements name."""
    issues, spans = Issues(parsed), [s for row in statements(parsed) for s in row.content.spans]
    return frozenset(i.name for span in spans for i in issues.within(parsed.words_in(span)))
