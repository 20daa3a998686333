"""Figures in normal form: what series and claims say of the trade of a pair, whoever says it, made comparable.

A direction is written "IRN>RUS" (what Iran sells to Russia), both ways "IRN=RUS". The record a figure is of – whose
customs counted it – is a reporter, or, where nobody says, its speaker: growth is never computed across records.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import floor, log10
from typing import Literal

from legation.observations import Observation
from legation.records import Claim
from legation.statistics.periods import Days, year_before

MEASURES = frozenset({"trade", "exports", "imports"})
POINT = 0.5
"""Half a unit of a printed percentage."""
MOST = 0.05
"""A level is never rounder than this share of itself: "$2 billion" is not 1.5 to 2.5."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A level in dollars, or a growth in percent with its base; `value` is None where only a direction is said.

    `slack` is half the last digit printed; `record` whose record it is of, `known` whether anybody says so; `ids` are
    what it was computed from, one where it was not; `about` says that it is an estimate.
    """

    ids: tuple[str, ...]
    way: str
    record: str
    known: bool
    window: Days
    value: float | None
    base: Days | None = None
    sign: Literal[-1, 0, 1] = 0
    slack: float = 0.0
    text: str = ""
    said: str | None = None
    source: str = ""
    about: bool = False

    @property
    def growth(self) -> bool:
        """Whether it is a growth, not a level."""
        return self.base is not None

    @property
    def seller(self) -> str:
        """Who sells; for both ways the first in the alphabet."""
        return self.way.replace("=", ">").partition(">")[0]

    @property
    def reporter(self) -> str:
        """The country whose record it is of."""
        return self.record.partition("/")[0]


def direction(flow: str, reporter: str, partner: str) -> str:
    """The direction of a flow as its reporter calls it.

    >>> direction("imports", "RUS", "IRN"), direction("trade", "RUS", "IRN")
    ('IRN>RUS', 'IRN=RUS')
    """
    if flow == "trade":
        return "=".join(sorted((reporter, partner)))
    return f"{partner}>{reporter}" if flow == "imports" else f"{reporter}>{partner}"


def rounding(value: float, most: float = MOST) -> float:
    """Half a unit of the last digit that is not zero, at most a twentieth of the value.

    >>> rounding(2_220_000_000.0), rounding(2_000_000_000.0)
    (5000000.0, 100000000.0)
    """
    digits = f"{abs(value):.6g}"
    significant = len(digits.replace(".", "").strip("0").split("e")[0]) if value else 1
    unit = 10.0 ** (floor(log10(abs(value))) - significant + 1) if value else 1.0
    return min(unit / 2, abs(value) * most)


def of_observation(row: Observation) -> Figure | None:
    """A figure of a series; None for what is no trade of a pair in dollars or percent."""
    if row.flow not in MEASURES or row.partner is None or row.product != "TOTAL" or row.unit not in ("USD", "percent"):
        return None
    stated = row.status in ("stated", "basis unstated")
    known = row.status != "basis unstated"
    speaker = row.source.split(" (")[0].split(",")[0]
    growth = row.unit == "percent"
    base = (row.base_start, row.base_end)
    record = f"{row.reporter}/{'stated' if stated else row.source}" if known else f"/{speaker}"
    return Figure(
        ids=(row.id,),
        way=direction(row.flow, row.reporter, row.partner),
        record=record if row.valuation != "FOB" or row.flow != "imports" else f"{record}, FOB",
        known=known,
        window=(row.start, row.end),
        value=row.value,
        base=(base[0], base[1]) if growth and base[0] and base[1] else None,
        sign=_sign(row.value) if growth else 0,
        slack=POINT if growth else rounding(row.value) if stated else 0.0,
        said=row.vintage,
        source=row.source,
    )


def of_claim(
    row: Claim, *, speaker: str, record: str | None, text: str, said: str | None, ends: tuple[Literal[-1, 1], ...] = ()
) -> Figure | None:
    """A figure that a claim states; `record` is the reporter whose record it is quoted from, None where nobody says."""
    if row.measure not in MEASURES or len(row.dyad) != 2 or row.period is None or row.kind not in ("level", "change"):
        return None
    if not (row.period.start and row.period.end):
        return None
    window = (row.period.start, row.period.end)
    growth = row.kind == "change"
    if (row.value is not None and row.unit not in ("USD", "percent")) or (growth and row.unit == "USD"):
        return None
    base = row.baseline
    before = (base.start, base.end) if base and base.start and base.end else year_before(window)
    value = row.value if row.direction != "down" or row.value is None else -abs(row.value)
    return Figure(
        ids=(row.id,),
        way=direction(row.measure, row.dyad[0], row.dyad[1]),
        record=f"{record}/stated" if record else f"/{speaker}",
        known=record is not None,
        window=window,
        value=value,
        base=before if growth else None,
        sign={"up": 1, "down": -1}.get(row.direction or "", 0) if growth else 0,  # type: ignore[arg-type]
        slack=_slack(value, growth, row.bound),
        text=text,
        said=said,
        source=speaker,
    )


def _slack(value: float | None, growth: bool, bound: str | None) -> float:
    """What the printed digits leave open, and "about" (a tenth) besides."""
    if value is None:
        return 0.0
    own = POINT if growth and float(value).is_integer() else 0.05 if growth else rounding(value)
    return max(own, abs(value) / 10) if bound == "about" else own


def _sign(value: float) -> Literal[-1, 0, 1]:
    return 1 if value > 0 else -1 if value < 0 else 0


def newest(figures: Iterable[Figure]) -> list[Figure]:
    """Of vintages of one figure the last."""
    best: dict[tuple[object, ...], Figure] = {}
    for each in figures:
        key = (each.way, each.record, each.window, each.base, each.source)
        if key not in best or (each.said or "") >= (best[key].said or ""):
            best[key] = each
    return list(best.values())


def as_of(figures: Iterable[Figure], day: str) -> list[Figure]:
    """What was known on a day, in its last vintage then."""
    return newest(each for each in figures if each.said and each.said <= day)


def reading(figure: Figure, record: str) -> Figure:
    """The same figure as one of another record, which it agrees with."""
    return replace(figure, record=record, known=True)
