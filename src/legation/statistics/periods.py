"""Periods as statistics write them → first and last day, in the Gregorian or the Iranian (Solar Hijri) calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from legation.language.times.hijri import SOLAR, hijri
from legation.observations import Calendar

Days = tuple[str, str]
WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:-?(?:(?P<part>[MQHS])0?(?P<nth>\d{1,2})|(?P<month>\d{2})(?:-(?P<day>\d{2}))?)|M(?P<m>\d{1,2}))?",
    re.I,
)
MONTHS = {"M": 1, "Q": 3, "H": 6, "S": 6}
HIJRI_YEARS = range(1200, 1600)


def days(written: str, calendar: Calendar = "gregorian") -> Days | None:
    """The first and last day, ISO, inclusive; None for what is no period. `A..B` runs from the first of A to B's last.

    >>> days("2015-M02"), days("202205"), days("2015-Q1"), days("2021H1")
    (('2015-02-01', '2015-02-28'), ('2022-05-01', '2022-05-31'), ('2015-01-01', '2015-03-31'), \
('2021-01-01', '2021-06-30'))
    >>> days("1400-01..1400-11", "solar hijri"), days("2022-13"), days("soon")
    (('2021-03-21', '2022-02-19'), None, None)
    """
    first, dots, last = written.strip().partition("..")
    if dots:
        ends = days(first, calendar), days(last, calendar)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
    match = WRITTEN.fullmatch(first)
    if match is None:
        return None
    year, single = int(match["year"]), match["month"] or match["m"]
    try:
        if match["day"]:
            day = date(year, int(single), int(match["day"])) if calendar == "gregorian" else _solar(year, single, match)
            return day.isoformat(), day.isoformat()
        size = MONTHS[(match["part"] or "M").upper()] if match["part"] or single else 12
        nth = int(match["nth"] or single or 1)
        return _months(year, (nth - 1) * size + 1, nth * size, calendar)
    except (ValueError, OverflowError):
        return None


def calendar_of(year: int) -> Calendar:
    """Which calendar a year is of: 1399 is Solar Hijri, 2020 is not.

    >>> calendar_of(1399)
    'solar hijri'
    """
    return "solar hijri" if year in HIJRI_YEARS else "gregorian"


def year_before(period: Days) -> Days:
    """The same days a year before; 29 February is the 28th, and a month's end stays one.

    >>> year_before(("2020-01-01", "2020-02-29")), year_before(("2021-02-01", "2021-02-28"))
    (('2019-01-01', '2019-02-28'), ('2020-02-01', '2020-02-29'))
    """
    first, last = (date.fromisoformat(each) for each in period)
    end = monthrange(last.year, last.month)[1] == last.day
    length = monthrange(last.year - 1, last.month)[1]
    before = last.replace(year=last.year - 1, day=length if end else min(last.day, length))
    start = first.replace(year=first.year - 1, day=min(first.day, monthrange(first.year - 1, first.month)[1]))
    return start.isoformat(), before.isoformat()


def length(period: Days) -> int:
    """How many days."""
    return (date.fromisoformat(period[1]) - date.fromisoformat(period[0])).days + 1


def next_day(day: str) -> str:
    """The day after."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _months(year: int, first: int, last: int, calendar: Calendar) -> Days | None:
    if not 1 <= first <= last <= 12:
        return None
    if calendar == "gregorian":
        return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]}"
    start, end = hijri(SOLAR, year, first).start, hijri(SOLAR, year, last).end
    return (start.isoformat(), end.isoformat()) if start and end else None


def _solar(year: int, month: str, match: re.Match[str]) -> date:
    return hijri(SOLAR, year, int(month), int(match["day"])).start or date.min
