"""Operators for what words date by themselves: days, months, years, decades, seasons, other calendars."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from legation.language.times import calendar
from legation.language.times.calendar import Interval
from legation.language.times.context import (
    Context,
    Partial,
    Unresolved,
    Value,
    first_day,
    last_day,
)

# Months to look through for a day of the month that is a given weekday: one fits within eleven, but for the 29th–31st.
REACH = 20


def partial(_: Context, year: int | None = None, month: int | None = None, day: int | None = None) -> Value:
    """A date with the fields that the text gives."""
    if day is not None and not 1 <= day <= 31:
        raise Unresolved
    if year is not None and year < 100:
        year += 1900 if year > 30 else 2000
    return Partial(year, month, day)


def numeric(context: Context, first: int, second: int, year: int | None = None) -> Value:
    """A date of numbers; day or month first where only one reading is possible, else as the text does elsewhere."""
    month_first = second > 12 or (first <= 12 and (first == second or context.month_first))
    month, day = (first, second) if month_first else (second, first)
    ambiguous = first <= 12 and second <= 12 and first != second and context.month_first is None
    if ambiguous or month > 12 or (year is not None and 99 < year < 1000):
        raise Unresolved
    return partial(context, year, month, day)


def compact(context: Context, text: str) -> Value:
    """A date such as 20201220."""
    return partial(context, int(text[:4]), int(text[4:6]), int(text[6:8]))


def year_month(_: Context, year: int, month: int) -> Value:
    """A month such as 2015-03; 2011-12 is a pair of years."""
    if year % 100 < month:
        raise Unresolved
    return Partial(year, month)


def year_words(_: Context, hundreds: int, a: int = 0, b: int = 0) -> int:
    """A year in words: "nineteen eighty-four"."""
    return 100 * hundreds + a + b


def dotted(context: Context, text: str) -> Value:
    """A date such as 20.12.2020."""
    return numeric(context, *(int(part) for part in re.findall(r"\d+", text)))


def weekday(_: Context, day: int, hint: str | None = None) -> Value:
    """A day of the week; `hint` is last, next, coming or this."""
    return Partial(weekday=day, hint=hint)


def weekday_in(context: Context, day: Partial, of: Value) -> Value:
    """A day of the week within a week: "on Monday last week"."""
    week = context.interval(of)
    if week.precision != "week" or day.weekday is None or day.hint:
        raise Unresolved
    start = calendar.unit_of(first_day(week), "week").start or first_day(week)
    found = calendar.shift(start, day.weekday, "day")
    return Interval(found, found, "day")


def weekday_number(context: Context, weekday: int, day: int) -> Value:
    """The nearest day of that number that is that weekday, behind or ahead by tense: "Friday the 13th"."""
    if not 1 <= day <= 31:
        raise Unresolved
    today = context.today
    firsts = [calendar.add_months(today.replace(day=1), count) for count in range(-REACH, REACH + 1)]
    days = [first.replace(day=day) for first in firsts if day <= calendar.last_day(first.year, first.month)]
    fits = [each for each in days if each.weekday() == weekday]
    return context.nearest([Interval(each, each, "day") for each in fits], whole=False)


def days_of(context: Context, of: Value, first: int, last: int) -> Value:
    """Days of a month by their numbers: "from 4 to 23 next month"."""
    month = context.interval(of)
    start = first_day(month)
    if month.precision != "month" or not first <= last:
        raise Unresolved
    return Interval(start.replace(day=first), start.replace(day=last), "range")


def weekday_after(context: Context, day: int) -> Value:
    """The first such day of the week after the expression before: "the following Friday"."""
    base = last_day(context.before)
    found = calendar.shift(base, (day - base.weekday()) % 7 or 7, "day")
    return Interval(found, found, "day")


def month_by(context: Context, of: Partial, by: int) -> Value:
    """The named month of this year, or the nearest before or after publication's month."""
    if of.year is not None or of.month is None:
        raise Unresolved
    today = context.today
    years = 0 if not by else by if (of.month - today.month) * by <= 0 else 0
    return calendar.month(today.year + years, of.month)


def month_beside(context: Context, of: Partial, by: int) -> Value:
    """The named month nearest before (−1) or after (1) the expression before: "the following April"."""
    if of.year is not None or of.month is None:
        raise Unresolved
    base = first_day(context.before) if by < 0 else last_day(context.before)
    years = 0 if (of.month - base.month) * by > 0 else by
    return calendar.month(base.year + years, of.month)


def in_year(context: Context, of: Partial, year: Value) -> Value:
    """A month or day in the year that words give: "March last year"."""
    if of.year is not None or of.month is None:
        raise Unresolved
    return replace(of, year=first_day(context.interval(year)).year)


def years(_: Context, start: int, end: int) -> Value:
    """Years such as 2013–14, the second by its last two digits."""
    last_year = start // 100 * 100 + end
    if not 0 < last_year - start <= 50:
        raise Unresolved
    ends = calendar.year(start), calendar.year(last_year)
    return Interval(ends[0].start, ends[1].end, "range", ends=ends)


def decade(_: Context, year: int) -> Value:
    """A decade by its first year, of two digits in the twentieth century."""
    year += 1900 if year < 100 else 0
    return Interval(date(year, 1, 1), date(year + 9, 12, 31), "decade")


def century(_: Context, n: int) -> Value:
    """A century by its number."""
    return Interval(date((n - 1) * 100 or 1, 1, 1), date(n * 100 - 1, 12, 31), "range")


def season(context: Context, season: str, year: Value | None = None, by: int = 0) -> Value:
    """A season; without a year the latest that has begun, or the coming one in the future tense."""
    if year is not None:
        return calendar.season(season, first_day(context.interval(year)).year)
    options = [calendar.season(season, context.today.year + each) for each in range(-2, 3)]
    begun = [each for each in options if first_day(each) <= context.today]
    done = [each for each in options if last_day(each) < context.today]
    ahead = [each for each in options if first_day(each) > context.today]
    if by:
        return ahead[0] if by > 0 else done[-1]
    return begun[-1] if not context.future or last_day(begun[-1]) >= context.today else ahead[0]


def number(_: Context, n: float | None, plus: float = 0) -> Any:
    """A number of several words; None where it is vague."""
    return None if n is None else n + plus
