"""Do figures fit each other? Inside a claim, between claims of a text, between speakers, between the two records.

Each rule compares figures whose windows, direction and record allow it, and says what was computed. A conflict refutes
one of the figures; what is strained could only be true if something unlikely were; a gap is the difference of two
records, which refutes neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from legation.relations.checks.figures import Figure
from legation.statistics.periods import Days, length, year_before

Relation = Literal["consistent", "conflict", "strained", "gap"]
BAND = (0.95, 1.25)
"""An importer's record (CIF) over the exporter's (FOB): 1.00 to 1.20, and what rounding leaves."""
FAR = 20.0
"""Points of growth between an estimate from parts and what is stated that are hard to square."""
OVERLAP = 0.8
EQUAL = 0.01


@dataclass(frozen=True, slots=True)
class Finding:
    """What two or more figures say of each other; `ids` begin with the figure in question."""

    rule: str
    relation: Relation
    ids: tuple[str, ...]
    computed: float
    unit: str
    stated: float | None = None


def findings(figures: Sequence[Figure]) -> list[Finding]:
    """All findings of a set of figures, each once."""
    found: dict[tuple[object, ...], Finding] = {}
    for rule in (levels, bases, directions, residuals, parts, mirrors):
        for each in rule(figures):
            found.setdefault((each.rule, each.relation, each.ids), each)
    return list(found.values())


def levels(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A growth against the two levels it is of, where one record or one text has both."""
    for growth, after in _own_levels(figures):
        for before in figures:
            if _level(before) and before.way == growth.way and before.window == growth.base and _joined(after, before):
                computed = 100 * ((after.value or 0) / (before.value or 1) - 1)
                low, high = _growths(after, before)
                fits = low - growth.slack <= (growth.value or 0) <= high + growth.slack
                ids = _ids(growth, after, before)
                yield Finding("levels", _is(fits), ids, round(computed, 2), "percent", growth.value)


def bases(figures: Sequence[Figure]) -> Iterator[Finding]:
    """The base that a level and its growth imply, against what is said of the base period, or of a part of it."""
    for growth, after in _own_levels(figures):
        implied = _implied(growth, after)
        for other in figures:
            if not _level(other) or other.way != growth.way or set(other.ids) & set(after.ids):
                continue
            if not (_joined(after, other) or not other.known or not after.known):
                continue
            ids = _ids(growth, after, other)
            if other.window == growth.base:
                slack = other.slack + implied * (growth.slack + EQUAL) / 100
                fits = abs(implied - (other.value or 0)) <= max(slack, EQUAL * implied)
                yield Finding("base", _is(fits), ids, round(implied, -3), "USD", other.value)
            elif growth.base and _within(other.window, growth.base) and (other.value or 0) >= implied * (1 - EQUAL):
                yield Finding("base", "conflict", ids, round(implied, -3), "USD", other.value)


def directions(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A rise or fall without a figure, against a level before it and the level that another record implies."""
    for said in figures:
        if said.value is not None or not said.growth or not said.sign:
            continue
        for before, (growth, after) in product(figures, _own_levels(figures)):
            if growth.base != said.window or growth.way != said.way or not _level(before):
                continue
            if before.window == said.base and before.way == said.way:
                computed = 100 * (_implied(growth, after) / (before.value or 1) - 1)
                fits = computed * said.sign > 0
                yield Finding("direction", _is(fits), _ids(said, before, growth, after), round(computed, 2), "percent")


def residuals(figures: Sequence[Figure]) -> Iterator[Finding]:
    """Trade less one direction is the other: equal to what another says, both quote one record."""
    for rest in rests(figures):
        for other in figures:
            if _level(other) and other.way == rest.way and other.window == rest.window and not rest.about:
                if set(other.ids) & set(rest.ids):
                    continue
                fits = abs((rest.value or 0) - (other.value or 0)) <= max(other.slack, EQUAL * (rest.value or 0))
                if fits or other.record == rest.record:
                    ids = _ids(other, rest)
                    yield Finding("residual", _is(fits), ids, rest.value or 0, "USD", other.value)


def parts(figures: Sequence[Figure]) -> Iterator[Finding]:
    """The sum of both directions, over the same days of the year before, against a growth stated for nearly them."""
    for one, other in product(figures, figures):
        if not (_level(one) and _level(other) and one.window == other.window and one.record == other.record):
            continue
        if "=" in one.way or one.way >= other.way or _flip(one.way) != other.way:
            continue
        whole, both = (one.value or 0) + (other.value or 0), "=".join(sorted((one.seller, other.seller)))
        for said, base in product(figures, figures):
            if not (said.growth and said.value is not None and said.way == both and _near(said.window, one.window)):
                continue
            if not (_level(base) and base.way == both and base.record == one.record):
                continue
            before = year_before(one.window)
            if not _within(before, base.window):
                continue
            growth = 100 * (whole / ((base.value or 1) * length(before) / length(base.window)) - 1)
            relation: Relation = "strained" if abs(growth - said.value) > FAR else "consistent"
            yield Finding("parts", relation, _ids(said, one, other, base), whole, "USD", said.value)


def mirrors(figures: Sequence[Figure]) -> Iterator[Finding]:
    """What the importer recorded, over what the exporter did, by the day."""
    known = [*figures, *rests(figures)]
    for bought, sold in product(known, known):
        if not (_level(bought) and _level(sold)) or "=" in bought.way or bought.way != sold.way:
            continue
        seller, buyer = bought.way.split(">")
        if bought.reporter != buyer or sold.reporter != seller or _shared(bought.window, sold.window) < 0.5:
            continue
        ratio = _rate(bought) / _rate(sold)
        relation: Relation = "consistent" if BAND[0] <= ratio <= BAND[1] else "gap"
        yield Finding("mirror", relation, _ids(bought, sold), round(ratio, 3), "ratio")


def rests(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Trade less one direction, of one record; where that is known for a part of the time only, by its pace."""
    for both, one in product(figures, figures):
        if not (_level(both) and _level(one) and both.known and both.record == one.record):
            continue
        if "=" not in both.way or "=" in one.way or {*both.way.split("=")} != {*one.way.split(">")}:
            continue
        same = both.window == one.window
        if not same and not (_within(one.window, both.window) and _shared(one.window, both.window) >= 0.5):
            continue
        taken = (one.value or 0) * (1 if same else length(both.window) / length(one.window))
        if taken >= (both.value or 0):
            continue
        yield Figure(
            ids=(*both.ids, *one.ids),
            way=_flip(one.way),
            record=both.record,
            known=True,
            window=both.window,
            value=(both.value or 0) - taken,
            slack=both.slack + one.slack,
            said=max(both.said or "", one.said or "") or None,
            source=both.source,
            about=not same,
        )


def _own_levels(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each growth with the level of its own window: of the same speaker, or the same text."""
    for growth in figures:
        if not growth.growth or growth.value is None:
            continue
        for level in figures:
            same = level.source == growth.source or (bool(level.text) and level.text == growth.text)
            if _level(level) and level.way == growth.way and level.window == growth.window and same:
                yield growth, level


def _implied(growth: Figure, after: Figure) -> float:
    return (after.value or 0) / (1 + (growth.value or 0) / 100)


def _growths(after: Figure, before: Figure) -> tuple[float, float]:
    """The least and the greatest growth that rounding allows."""
    up, down = (after.value or 0), (before.value or 1)
    low = (up - after.slack) / (down + before.slack)
    high = (up + after.slack) / max(down - before.slack, 1.0)
    return 100 * (low - 1), 100 * (high - 1)


def _level(figure: Figure) -> bool:
    return not figure.growth and bool(figure.value)


def _joined(one: Figure, other: Figure) -> bool:
    """One record, one speaker, or one text."""
    return one.record == other.record or one.source == other.source or (bool(one.text) and one.text == other.text)


def _is(fits: bool) -> Relation:
    return "consistent" if fits else "conflict"


def _ids(*figures: Figure) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for figure in figures for id in figure.ids))


def _flip(way: str) -> str:
    return ">".join(reversed(way.split(">")))


def _within(inner: Days, outer: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer


def _common(one: Days, other: Days) -> int:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return length((start, end)) if start <= end else 0


def _near(one: Days, other: Days) -> bool:
    """The same days but a fifth."""
    return _common(one, other) >= OVERLAP * max(length(one), length(other))


def _shared(one: Days, other: Days) -> float:
    """The share of the shorter that lies in the longer."""
    return _common(one, other) / min(length(one), length(other))


def _rate(figure: Figure) -> float:
    return (figure.value or 0) / length(figure.window)


def about(id: str, found: Iterable[Finding]) -> list[Finding]:
    """The findings in which a figure takes part."""
    return [each for each in found if id in each.ids]
