"""What every reader of statistics shares: a row with its figures, or the reason why it gives none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from legation.observations import Calendar, Observation, Valuation
from legation.records import content_id
from legation.statistics.periods import days

Cells = Mapping[str, str]


class RowError(Exception):
    """A row that is wrong: a code of `legation.errors` and why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class LeftOut(Exception):
    """A row that is right, and not wanted: a breakdown of another row, a balance, a group of states."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Format:
    """A layout of a source: which header it has (folded names), and what a row of it says."""

    name: str
    fits: Callable[[frozenset[str]], bool]
    observations: Callable[[Cells, str], Iterator[Observation]]


def observation(
    *,
    source: str,
    vintage: str,
    reporter: str,
    flow: str,
    period: str,
    unit: str,
    value: float,
    partner: str | None = None,
    product: str = "TOTAL",
    valuation: Valuation | None = None,
    calendar: Calendar = "gregorian",
    base: str | None = None,
    status: str | None = None,
) -> Observation:
    """A figure with its ids and days; raises `RowError` LG413 where the period can't be read."""
    window, before = days(period, calendar), days(base, calendar) if base else None
    if window is None or (base and before is None):
        raise RowError("LG413", f"no period {base if window else period!r}")
    key = (source, reporter, partner, flow, product, valuation, calendar, window, before, unit)
    figure = content_id("figure", *key)
    return Observation(
        id=content_id("observation", figure, vintage),
        figure=figure,
        source=source,
        reporter=reporter,
        partner=partner,
        flow=flow,
        product=product,
        valuation=valuation,
        calendar=calendar,
        period=period,
        start=window[0],
        end=window[1],
        base_start=before[0] if before else None,
        base_end=before[1] if before else None,
        unit=unit,
        value=value,
        status=status,
        vintage=vintage,
    )


def number(written: str, what: str, *, scale: int = 1, signed: bool = False) -> float:
    """A number, exact in decimals before it is scaled; raises `RowError` LG412 for anything else.

    >>> number("0.1", "value", scale=1_000_000)
    100000.0
    """
    try:
        found = Decimal(written.strip())
    except InvalidOperation:
        raise RowError("LG412", f"{what} {written.strip()!r} is no number") from None
    if not found.is_finite() or (found < 0 and not signed):
        raise RowError("LG412", f"{what} {written.strip()} is impossible")
    return float(found * scale)


def first(row: Cells, *names: str) -> str:
    """The first of some fields that is there and not blank, else ""."""
    return next((row[name].strip() for name in names if row.get(name, "").strip()), "")


def fold(name: str) -> str:
    """A header as it is compared: letters and digits in lower case.

    >>> fold("Trade Value (US$)"), fold("reporterISO")
    ('tradevalueus', 'reporteriso')
    """
    return "".join(sign for sign in name.casefold() if sign.isalnum())
