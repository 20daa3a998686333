"""The windows that a claim's period may mean in a series: "this year" is the months there are, or the whole year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from legation.language.times.hijri import SOLAR, YEARS
from legation.records import Claim
from legation.relations.checks.book import Record
from legation.relations.periods import day
from legation.statistics.periods import Days, days, year_before


class Reading(NamedTuple):
    """One way to read a claim's period, its base, and how it is said."""

    window: Days
    base: Days
    said: str


def readings(claim: Claim, published: str | None, record: Record, way: str) -> Iterator[Reading]:
    """The readings of a claim's period, the nearest to its words first; a base is the same months a year before."""
    stated = _stated(claim, published)
    for window in stated:
        base = claim.baseline
        if base and base.start and base.end:
            yield Reading(window, (base.start, base.end), "the period as stated")
        yield Reading(window, year_before(window), "the period as stated, against the same months a year before")
    for window in stated:
        yield from _to_date(window, record, way)
        year = window[0][:4]
        if window[0].endswith("-01-01") and window[1] != f"{year}-12-31" and _whole_year(claim, window):
            whole = (f"{year}-01-01", f"{year}-12-31")
            yield Reading(whole, year_before(whole), f"the whole of {year}")
        yield from _iranian(window, record)


def _stated(claim: Claim, published: str | None) -> list[Days]:
    period = claim.period
    if period and period.start and period.end:
        return [(period.start, period.end)]
    if period is None and published:
        year = int(published[:4])
        return [(f"{each}-01-01", f"{each}-12-31") for each in (year, year - 1)]
    return []


def _to_date(window: Days, record: Record, way: str) -> Iterator[Reading]:
    """From the first of January to the last month that the series had by then."""
    if not window[0].endswith("-01-01"):
        return
    ends = [
        end for start, end in record.windows(way) if window[0] <= start and end < window[1] and end[:4] == window[0][:4]
    ]
    if ends:
        known = (window[0], max(ends))
        yield Reading(known, year_before(known), f"the months to {known[1][:7]}, the last that the series had")


def _whole_year(claim: Claim, window: Days) -> bool:
    """Whether the period is a year to date, not a part that was named ("the first six months")."""
    text = (claim.period.text if claim.period else None) or ""
    return "year" in text.lower() or window[1][5:] > "09-30"


def _iranian(window: Days, record: Record) -> Iterator[Reading]:
    """The Iranian year that begins in the claim's year, for Iran's own record."""
    start = day(window[0])
    if record.reporter != "IRN" or start is None or not window[0].endswith("-01-01"):
        return
    year = YEARS[SOLAR](start.replace(month=6, day=1))
    own, before = days(str(year), SOLAR), days(str(year - 1), SOLAR)
    if own and before:
        yield Reading(own, before, f"the Iranian year {year}")
