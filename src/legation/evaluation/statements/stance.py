"""Stance on sentences of our own (`eval/stance.tsv`), signs written before the coder was run on them: 48.1 at
first, and 61.8 on the last 32, written after the first mending.

Each row names a text, one of its speakers and the sign of what he says of each state: `+`, `-`, or `0` where he only
names it. A state is right where the sum of the speaker's stances toward it has this sign; a state judged that no sign
is given for is wrong.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.evaluation.figure import Figure
from legation.evaluation.statements.chains import PUBLISHED, percent
from legation.evaluation.statements.coding import bears, read, statements
from legation.records import Statement
from legation.settings import of_checkout

GOLD = of_checkout("eval") / "stance.tsv"
FLOOR = 94.0
NEUTRAL = 0.05  # a sum this near to nothing is no stance
ALPHA3 = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A text, who speaks in it, and the sign of his stance toward each state named."""

    text: str
    speaker: str
    signs: dict[str, str]


def measure(data: Path) -> Iterator[Figure]:
    """Percent of the signs that come out, all and each kind; `data` is not read."""
    judged = [each for row in gold(GOLD) for each in verdicts(row, statements(read("d", row.text, PUBLISHED)))]
    yield Figure("stance", f"own sentences ({len(judged)})", "sign right", percent([w == g for w, g in judged]), FLOOR)
    for sign, name in (("-", "negative"), ("+", "positive"), ("0", "neutral")):
        held = [w == g for w, g in judged if w == sign]
        yield Figure("stance", f"own sentences ({len(held)})", f"{name} right", percent(held))
    flipped = sum({w, g} == {"+", "-"} for w, g in judged)
    yield Figure("stance", f"own sentences ({len(judged)})", "sign not turned round", 100 - 100 * flipped / len(judged))


def gold(path: Path) -> list[Row]:
    """The rows of the gold."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(r["text"], r["speaker"], _signs(r["stance"])) for r in rows]


def _signs(field: str) -> dict[str, str]:
    """ "USA -, IRN +" as a mapping."""
    return {each[:ALPHA3]: each[-1] for each in field.split(", ")}


def verdicts(row: Row, found: Sequence[Statement]) -> list[tuple[str, str]]:
    """Wanted and found sign for each state of a row, and for each other state that was judged."""
    sums: dict[str, float] = defaultdict(float)
    own = (each for each in found if any(bears(ref, row.speaker) for ref in each.speakers))
    for judged in (s for each in own for s in each.stance if len(s.toward) == ALPHA3):
        sums[judged.toward] += judged.value
    ours = {state: sign(value) for state, value in sums.items()}
    extra = [("0", s) for state, s in ours.items() if state not in row.signs and s != "0"]
    return [(s, ours.get(state, "0")) for state, s in row.signs.items()] + extra


def sign(value: float) -> str:
    """The sign of a stance.

    >>> sign(-0.4), sign(0.02)
    ('-', '0')
    """
    return "0" if abs(value) < NEUTRAL else "+" if value > 0 else "-"
