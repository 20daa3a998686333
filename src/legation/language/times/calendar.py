"""Days, units and calendars: arithmetic on intervals of days, no words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import Final

DAY: Final = timedelta(days=1)
MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
UNITS: Final = frozenset({"week", "month", "quarter", "year", "decade"})
DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Interval:
    """Days `start`…`end`, inclusive; None where open or unknown; `ends` are what a range runs from and to."""

    start: date | None = None
    end: date | None = None
    precision: str = "range"
    calendar: str = "gregorian"
    approximate: bool = False
    part: str | None = None
    ends: tuple[Interval, Interval] | None = None


def interval(start: date | None, end: date | None, precision: str, **more: object) -> Interval:
    """An interval, put in order by the caller; the keyword arguments are further fields."""
    return Interval(start, end, precision, **more)  # type: ignore[arg-type]


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month.

    >>> add_months(date(2020, 1, 31), 1)
    datetime.date(2020, 2, 29)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    if (year, month) == (MAXYEAR, 12):
        return 31
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - DAY).day


def month(year: int, number: int) -> Interval:
    """A month of the Gregorian calendar."""
    return Interval(date(year, number, 1), date(year, number, last_day(year, number)), "month")


def year(number: int) -> Interval:
    """A year of the Gregorian calendar."""
    return Interval(date(number, 1, 1), date(number, 12, 31), "year")


def season(name: str, number: int) -> Interval:
    """A season of the north; the winter of a year begins in its December."""
    start = date(number, SEASONS[name], 1)
    return Interval(start, add_months(start, 3) - DAY, "quarter")


def shift(day: date, count: int, unit: str) -> date:
    """The day `count` units on (back if negative).

    >>> shift(date(2020, 12, 20), -2, "week")
    datetime.date(2020, 12, 6)
    """
    if unit in MONTHS:
        return add_months(day, count * MONTHS[unit])
    if unit == "hour":
        return day + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
    return day + timedelta(days=count * DAYS[unit])


def unit_of(day: date, unit: str) -> Interval:
    """The calendar unit that contains the day; weeks run Monday to Sunday, a weekend is the nearest.

    >>> str(unit_of(date(2020, 12, 20), "week").start)
    '2020-12-14'
    """
    if unit in ("day", "hour"):
        return Interval(day, day, "day")
    if unit == "weekend":
        return weekend_of(day)
    if unit in DAYS:
        monday = day - timedelta(days=day.weekday())
        return Interval(monday, monday + timedelta(days=DAYS[unit] - 1), "week")
    months = MONTHS[unit]
    first = (day.year * 12 + day.month - 1) // months * months
    start = date(first // 12, first % 12 + 1, 1)
    return Interval(start, add_months(start, months) - DAY, unit if unit != "century" else "range")


def weekend_of(day: date) -> Interval:
    """The weekend nearest to the day: until Wednesday the one before."""
    saturday = day - timedelta(days=(day.weekday() + 2) % 7)
    if day.weekday() in (3, 4):
        saturday += timedelta(days=7)
    return Interval(saturday, saturday + DAY, "range")


def shifted(span: Interval, count: int, unit: str) -> Interval:
    """The interval moved by so many units; whole months and years stay whole.

    >>> shifted(month(2020, 2), -1, "year").end
    datetime.date(2019, 2, 28)
    """
    start = span.start and shift(span.start, count, unit)
    end = span.end and shift(span.end, count, unit)
    if span.end and end and unit in MONTHS and (span.end + DAY).day == 1:
        end = date(end.year, end.month, last_day(end.year, end.month))
    return replace(span, start=start, end=end)
