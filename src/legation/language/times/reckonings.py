"""Operators for other ways to count the year: the Hijri calendars, feasts that move, fiscal years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from legation.language.times import calendar
from legation.language.times.calendar import DAY, Interval
from legation.language.times.context import Context, Unresolved, Value, first_day
from legation.language.times.hijri import SOLAR, Name, year_of
from legation.language.times.hijri import hijri as hijri_days

HIJRI_YEARS = range(1200, 1600)


def hijri(
    context: Context,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    calendar: Name = SOLAR,
    within: Value | None = None,
) -> Value:
    """A date of a Hijri calendar; without its year the one of the Gregorian year `within`, or the nearest by tense."""
    if year is not None:
        return hijri_days(calendar, year, month, day)
    middle = first_day(context.interval(within)) if within is not None else context.today
    now = year_of(calendar, middle)
    options = [hijri_days(calendar, each, month, day) for each in range(now - 1, now + 3)]
    return _chosen(context, options, within, whole=day is None)


def hijri_now(context: Context, by: int = 0, calendar: Name = SOLAR) -> Value:
    """The year of a Hijri calendar at publication, or the one so many on."""
    return hijri_days(calendar, year_of(calendar, context.today) + by)


def easter(context: Context, days: int = 0, within: Value | None = None) -> Value:
    """Easter Sunday of the western churches, or so many days after it."""
    return _yearly(context, lambda year: calendar.shift(_easter(year), days, "day"), within)


def nth_weekday(
    context: Context, month: int, weekday: int, n: int, days: int = 0, within: Value | None = None
) -> Value:
    """A feast on the n-th weekday of a month (−1 the last), or so many days after it."""

    def found(year: int) -> date:
        first = date(year, month, 1) if n > 0 else date(year, month, calendar.last_day(year, month))
        step = (weekday - first.weekday()) % 7 + 7 * (n - 1) if n > 0 else -((first.weekday() - weekday) % 7)
        return calendar.shift(first, step + days, "day")

    return _yearly(context, found, within)


def _yearly(context: Context, day_of: Callable[[int], date], within: Value | None) -> Value:
    middle = first_day(context.interval(within)) if within is not None else context.today
    days = [day_of(year) for year in range(middle.year - 1, middle.year + 2)]
    return _chosen(context, [Interval(day, day, "day") for day in days], within, whole=False)


def _chosen(context: Context, options: list[Interval], within: Value | None, *, whole: bool) -> Value:
    if within is None:
        return context.nearest(options, whole=whole)
    year = first_day(context.interval(within)).year
    fits = [each for each in options if first_day(each).year == year]
    if not fits:
        raise Unresolved
    return fits[0]


def _easter(year: int) -> date:
    """Easter Sunday by Gauss's rule as completed by Lichtenberg."""
    k = year // 100
    moon = 15 + (3 * k + 3) // 4 - (8 * k + 13) // 25
    age = (19 * (year % 19) + moon) % 30
    limit = 21 + age - (age + (year % 19) // 11) // 29
    sunday = 7 - (year + year // 4 + 2 - (3 * k + 3) // 4) % 7
    return date(year, 3, 1) + DAY * (limit + 7 - (limit - sunday) % 7 - 1)


def fiscal(context: Context, year: int, to: int | None = None) -> Value:
    """A fiscal year, or several, of the country that the sentence names; of none the calendar years it may touch."""
    last_year = year if to is None else to if to > 100 else year // 100 * 100 + to
    if last_year < year or last_year - year > 10:
        raise Unresolved
    if year < 100:
        year, last_year = year + 2000, last_year + 2000
    rule = context.fiscal()
    if rule is None:
        return Interval(date(year, 1, 1), date(last_year, 12, 31), "year", "fiscal", approximate=True)
    first = year if to is not None or rule.named == "start" or rule.start == 1 else year - 1
    length = max(1, last_year - year)
    if rule.calendar == SOLAR:
        first = first if first in HIJRI_YEARS else year_of(SOLAR, date(first, 6, 1))
        return Interval(hijri_days(SOLAR, first).start, hijri_days(SOLAR, first + length - 1).end, "year", "fiscal")
    return _fiscal(date(first, rule.start, rule.day), length)


def fiscal_now(context: Context, by: int = 0) -> Value:
    """The fiscal year at publication, or the one so many on, of the country that the sentence names."""
    rule, today = context.fiscal(), context.today
    if rule is not None and rule.calendar == SOLAR:
        found = hijri_days(SOLAR, year_of(SOLAR, today) + by)
        return Interval(found.start, found.end, "year", "fiscal")
    if rule is None:
        year = today.year + by
        return Interval(date(year, 1, 1), date(year, 12, 31), "year", "fiscal", approximate=True)
    start = date(today.year, rule.start, rule.day)
    start = start.replace(year=today.year + by - (today < start))
    return _fiscal(start, 1)


def _fiscal(start: date, years: int) -> Interval:
    return Interval(start, calendar.add_months(start, 12 * years) - DAY, "year", "fiscal")
