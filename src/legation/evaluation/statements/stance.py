"""Stance on sentences of our own, signs and values written before the coder was run on them.

Each row names a text, one of its speakers and what he says of each state: in `eval/stance.tsv` its sign, `+`, `-`, or
`0` where he only names it; in `eval/stance-2.tsv` its value, −1 … 1: ±0.2 regret, concern, a hope, ±0.4 a demand or a
wish for closer ties, ±0.6 thanks, condemnation, sanctions, ±0.8 friendship, a grave accusation, a threat, ±1 the
utmost. A state is right where the sum of the speaker's stances toward it has this sign; a state judged that none is
given for is wrong.

The signs of the first set: 48.1 right at first; all its words are known by now. Of the second every other row was
mended on (at first 42.3), the rest kept aside (at first 47.8): only this part tells what to expect of others.
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
VALUED = of_checkout("eval") / "stance-2.tsv"
FLOOR = 94.0
HALVES = (("mended on", 0, 80.0), ("kept aside", 1, 58.0))
NEUTRAL = 0.05  # a sum this near to nothing is no stance
ALPHA3 = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A text, who speaks in it, and the sign of his stance toward each state named."""

    text: str
    speaker: str
    signs: dict[str, str]
    values: dict[str, float]


def measure(data: Path) -> Iterator[Figure]:
    """Percent of the signs that come out, all and each kind; `data` is not read."""
    judged = [each for row in gold(GOLD) for each in verdicts(row, coded(row))]
    yield Figure("stance", f"own sentences ({len(judged)})", "sign right", percent([w == g for w, g in judged]), FLOOR)
    for sign, name in (("-", "negative"), ("+", "positive"), ("0", "neutral")):
        held = [w == g for w, g in judged if w == sign]
        yield Figure("stance", f"own sentences ({len(held)})", f"{name} right", percent(held))
    flipped = sum({w, g} == {"+", "-"} for w, g in judged)
    yield Figure("stance", f"own sentences ({len(judged)})", "sign not turned round", 100 - 100 * flipped / len(judged))
    for name, first, floor in HALVES:
        yield from _half(f"more sentences, {name}", gold(VALUED)[first::2], floor)


def _half(name: str, rows: Sequence[Row], floor: float) -> Iterator[Figure]:
    found = [(row, coded(row)) for row in rows]
    judged = [each for row, rows_ in found for each in verdicts(row, rows_)]
    yield Figure("stance", f"{name} ({len(judged)})", "sign right", percent([w == g for w, g in judged]), floor)
    values = [(v, given(row, rows_).get(state, 0.0)) for row, rows_ in found for state, v in row.values.items()]
    yield Figure("stance", f"{name} ({len(values)})", "mean absolute error", error(*zip(*values, strict=True)))


def coded(row: Row) -> tuple[Statement, ...]:
    """The statements of the text of a row."""
    return statements(read("d", row.text, PUBLISHED))


def error(wanted: Sequence[float], found: Sequence[float]) -> float:
    """The mean absolute error.

    >>> error([0.5, -1.0], [0.4, -0.8])
    0.15
    """
    return round(sum(abs(w - f) for w, f in zip(wanted, found, strict=True)) / max(1, len(wanted)), 3)


def signs_right(wanted: Sequence[float], found: Sequence[float]) -> float:
    """The percentage of values of the right sign."""
    return percent([sign(w) == sign(f) for w, f in zip(wanted, found, strict=True)])


def gold(path: Path) -> list[Row]:
    """The rows of the gold."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(r["text"], r["speaker"], *_told(r["stance"])) for r in rows]


def _told(field: str) -> tuple[dict[str, str], dict[str, float]]:
    """ "USA -0.4, IRN +" as signs, and as values where there are some."""
    told = dict(each.split() for each in field.split(", "))
    values = {state: float(value) for state, value in told.items() if value not in ("+", "-")}
    return {state: value[0] for state, value in told.items()}, values


def verdicts(row: Row, found: Sequence[Statement]) -> list[tuple[str, str]]:
    """Wanted and found sign for each state of a row, and for each other state that was judged."""
    ours = {state: sign(value) for state, value in given(row, found).items()}
    extra = [("0", s) for state, s in ours.items() if state not in row.signs and s != "0"]
    return [(s, ours.get(state, "0")) for state, s in row.signs.items()] + extra


def given(row: Row, found: Sequence[Statement]) -> dict[str, float]:
    """The sum of the speaker's stances toward each state, within −1 … 1."""
    sums: dict[str, float] = defaultdict(float)
    own = (each for each in found if any(bears(ref, row.speaker) for ref in each.speakers))
    for judged in (s for each in own for s in each.stance if len(s.toward) == ALPHA3):
        sums[judged.toward] += judged.value
    return {state: max(-1.0, min(1.0, value)) for state, value in sums.items()}


def sign(value: float) -> str:
    """The sign of a stance.

    >>> sign(-0.4), sign(0.02)
    ('-', '0')
    """
    return "0" if abs(value) < NEUTRAL else "+" if value > 0 else "-"
