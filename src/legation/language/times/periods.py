"""Operators for parts and bounds of periods: halves, first months, from … to, since, until."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from legation.language.times import calendar
from legation.language.times.calendar import DAY, Interval
from legation.language.times.context import (
    Context,
    Partial,
    Unresolved,
    Value,
    completed,
    first_day,
    last_day,
)


def part(context: Context, of: Value, part: str) -> Value:
    """A hedge, early, mid or late: the interval stays whole."""
    return replace(context.interval(of), part=part, approximate=True)


def nth(context: Context, of: Value, n: int, unit: str) -> Value:
    """The n-th unit of a period: "the third quarter of 2020"; −1 is the last."""
    whole = context.interval(of)
    if unit == "week":
        return _week(whole, n)
    if n < 0:
        return last(context, of, 1, unit)
    start = calendar.shift(first_day(whole), n - 1, unit)
    found = Interval(start, calendar.shift(start, 1, unit) - DAY, unit if unit != "weekend" else "range")
    if whole.end and last_day(found) > whole.end and start > whole.end:
        raise Unresolved
    return found


def first(context: Context, of: Value, n: float | None, unit: str) -> Value:
    """The first so many units of a period: "the first six months of 2020"."""
    start = first_day(context.interval(of))
    if n is None:
        return Interval(start, None, "open", approximate=True)
    return Interval(start, calendar.shift(start, int(n), unit) - DAY, "half" if (n, unit) == (6, "month") else "range")


def last(context: Context, of: Value, n: float, unit: str) -> Value:
    """The last so many units of a period."""
    end = last_day(context.interval(of)) + DAY
    return Interval(calendar.shift(end, -int(n), unit), end - DAY, unit if n == 1 else "range")


def half_of(context: Context, of: Value, n: int) -> Value:
    """The first or second half of a year or of a month (from the 16th)."""
    whole = context.interval(of)
    start = first_day(whole)
    if whole.precision == "year":
        return nth(context, replace(whole, end=None), n, "half")
    if whole.precision not in ("month", "decade") or n not in (1, 2):
        raise Unresolved
    middle = start.replace(day=16) if whole.precision == "month" else start.replace(year=start.year + 5)
    whole = calendar.unit_of(start, whole.precision)
    return (
        replace(whole, end=middle - DAY, precision="range")
        if n == 1
        else replace(whole, start=middle, precision="range")
    )


def week_of(context: Context, of: Value) -> Value:
    """The week, Monday to Sunday, that holds a day."""
    return calendar.unit_of(first_day(context.interval(of)), "week")


def ending(context: Context, to: Value, n: float, unit: str) -> Value:
    """So many units that end with one: "in the five months to May"."""
    end = context.interval(to).end
    if end is None:
        raise Unresolved
    return Interval(calendar.shift(end + DAY, -int(n), unit), end, "range")


def split(context: Context, of: Value | None, n: int, unit: str) -> Value:
    """A half or quarter by number; without a year the latest that has begun."""
    if of is not None:
        return nth(context, of, n, unit)
    found = calendar.year(context.today.year)
    value = context.interval(nth(context, found, n, unit))
    begun = first_day(value) <= context.today or context.future
    return value if begun else calendar.shifted(value, -1, "year")


def span(context: Context, start: Value, end: Value) -> Value:
    """From one expression to another; a missing year or month is taken from the other end."""
    one, two = completed(start, end)
    if isinstance(one, Partial) and isinstance(two, Partial) and _yearless(one) and _yearless(two):
        one, two = _in_one_year(context, one, two)
    first, second = context.interval(one), context.interval(two)
    begin, finish = first.start, second.end
    if begin and finish and begin > finish:
        if not isinstance(one, Partial) or one.weekday is None:
            raise Unresolved
        first = calendar.shifted(first, -1, "week")
    return Interval(first.start, finish, "range", ends=(first, second))


def _yearless(value: Partial) -> bool:
    return value.year is None and value.month is not None


def _in_one_year(context: Context, one: Partial, two: Partial) -> tuple[Partial, Partial]:
    """Both ends in the year that tense and publication choose, or the second in the year after."""
    over = (one.month or 0, one.day or 0) > (two.month or 0, two.day or 31)
    if context.future:
        year = first_day(context.interval(two)).year - over
        return replace(one, year=year), replace(two, year=year + over)
    year = first_day(context.interval(one)).year
    ends = first_day(context.interval(replace(two, year=year + over)))
    ahead = context.published is not None and ends > context.published + (31 * DAY if two.day else DAY)
    begun = first_day(context.interval(replace(one, year=year))) <= (context.published or date.max)
    going = begun and context.tense != "past"
    back = 1 if ahead and not going and context.narrative is None and (two.day is None or over) else 0
    return replace(one, year=year - back), replace(two, year=year + over - back)


def since(context: Context, of: Value) -> Value:
    """From an expression on, with no end."""
    found = context.interval(of)
    return Interval(found.end if found.part == "end" else found.start, None, "open", found.calendar, found.approximate)


def until(context: Context, of: Value) -> Value:
    """Up to an expression, with no start."""
    found = context.interval(of)
    return Interval(None, found.end, "open", found.calendar)


def by(context: Context, of: Value) -> Value:
    """Up to an expression that lies ahead unless the tense is past: "by Friday"."""
    context.tense = context.tense or "future"
    return until(context, of)


def beyond(context: Context, of: Value, by: int) -> Value:
    """After (1) or before (−1) an expression, without its days."""
    found = context.interval(of)
    if found.part == "start" and by > 0:
        return Interval(first_day(found), None, "open", found.calendar)
    if found.part == "end" and by < 0:
        return Interval(None, last_day(found), "open", found.calendar)
    if by > 0:
        return Interval(last_day(found) + DAY, None, "open", found.calendar)
    return Interval(None, first_day(found) - DAY, "open", found.calendar)


def _week(whole: Interval, n: int) -> Interval:
    """The n-th week of a period, Monday to Sunday, by its Thursday; −1 the last."""
    if n > 0:
        thursday = first_day(whole) + DAY * ((3 - first_day(whole).weekday()) % 7) + DAY * 7 * (n - 1)
    else:
        thursday = last_day(whole) - DAY * ((last_day(whole).weekday() - 3) % 7)
    return calendar.unit_of(thursday, "week")
