"""What rules mean: a small set of operators over intervals of days.

An operator takes the context and named arguments; arguments that begin with `$` in the lexicon are groups of the match.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from legation.language.times import calendar
from legation.language.times.calendar import DAY, Interval
from legation.language.times.context import Context, Partial, Unresolved, Value, completed

Operator = Callable[..., Value]


def partial(_: Context, year: int | None = None, month: int | None = None, day: int | None = None) -> Value:
    """A date with the fields that the text gives."""
    if day is not None and not 1 <= day <= 31:
        raise Unresolved
    if year is not None and year < 100:
        year += 1900 if year > 30 else 2000
    return Partial(year, month, day)


def numeric(_: Context, first: int, second: int, year: int) -> Value:
    """A date of numbers; day or month first where only one reading is possible."""
    if first > 12 or first == second:
        first, second = second, first
    if first > 12 or (second <= 12 and first != second):
        raise Unresolved
    return Partial(year, first, second)


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
    start = calendar.unit_of(_start(week), "week").start or _start(week)
    found = calendar.shift(start, day.weekday, "day")
    return Interval(found, found, "day")


def weekday_after(context: Context, day: int) -> Value:
    """The first such day of the week after the expression before: "the following Friday"."""
    base = _end(context.before)
    found = calendar.shift(base, (day - base.weekday()) % 7 or 7, "day")
    return Interval(found, found, "day")


def today(context: Context, by: int = 0) -> Value:
    """The day of publication, or so many days on."""
    day = calendar.shift(context.today, by, "day")
    return Interval(day, day, "day")


def unit(context: Context, unit: str | Interval, by: int = 0) -> Value:
    """The calendar unit so many on from that of publication: "last month"."""
    unit = _unit(unit)
    return calendar.unit_of(calendar.shift(context.today, by, unit), unit)


def this(context: Context, unit: str) -> Value:
    """The current unit until publication; in the future tense from publication on."""
    whole = calendar.unit_of(context.today, unit)
    if context.depth or unit in ("weekend", "day"):
        return whole
    return replace(whole, start=context.today) if context.future else replace(whole, end=context.today)


def earlier(context: Context, unit: str | Interval) -> Value:
    """The unit until publication."""
    return replace(calendar.unit_of(context.today, _unit(unit)), end=context.today)


def later(context: Context, unit: str) -> Value:
    """Publication until the end of the unit."""
    return replace(calendar.unit_of(context.today, unit), start=context.today)


def rest(context: Context, of: Value) -> Value:
    """Publication until the end of a period."""
    return replace(context.interval(of), start=context.today, precision="range")


def ago(context: Context, n: float | None = None, unit: str = "day") -> Value:
    """The day, or the calendar unit, so many units before publication; open where the number is vague."""
    if n is None:
        return Interval(None, context.today, "open", approximate=True)
    day = calendar.shift(context.today, -int(n), unit)
    unit = "year" if unit in ("decade", "century") else unit
    return replace(calendar.unit_of(day, unit), approximate=unit not in ("day", "hour"))


def rolling(context: Context, n: float | None = 1, unit: str = "day") -> Value:
    """The last so many units, up to publication: "over the past decade"."""
    if n is None:
        return Interval(None, context.today, "open", approximate=True)
    return Interval(calendar.shift(context.today, -int(n), unit), context.today, "range")


def coming(context: Context, n: float | None = 1, unit: str = "day") -> Value:
    """The next so many units, from publication on."""
    start = calendar.shift(context.today, 1, "day")
    if n is None:
        return Interval(start, None, "open", approximate=True)
    return Interval(start, calendar.shift(context.today, int(n), unit), "range")


def within(context: Context, n: float | None, unit: str) -> Value:
    """ "In three years": that far ahead in the future tense, else the years up to publication."""
    if not context.future:
        return replace(context.interval(rolling(context, n, unit)), approximate=True)
    if n is None:
        return coming(context, n, unit)
    day = calendar.shift(context.today, int(n), unit)
    return Interval(day, day, "day", approximate=True)


def duration(_: Context) -> Value:
    """A length of time that the words don't place."""
    return Interval(None, None, "open")


def recently(context: Context) -> Value:
    """A vague time up to publication."""
    return Interval(None, context.today, "open", approximate=True)


def after(context: Context, n: float | None, unit: str, of: Value | None = None, by: int = 1) -> Value:
    """So many units after (`by` −1: before) an expression: "two weeks later"."""
    base = context.before if of is None else context.interval(of)
    day = _end(base) if by > 0 else _start(base)
    if n is None:
        return Interval(day, None, "open", approximate=True) if by > 0 else Interval(None, day, "open", approximate=True)
    if base.precision in calendar.MONTHS and unit in calendar.MONTHS:
        return calendar.shifted(base, int(n) * by, unit)
    found = calendar.shift(day, int(n) * by, unit)
    return Interval(found, found, "day", approximate=unit not in ("day", "hour"))


def coming_day(context: Context, n: float, unit: str) -> Value:
    """The day so many units ahead of publication: "two weeks from now"."""
    day = calendar.shift(context.today, int(n), unit)
    return Interval(day, day, "day", approximate=unit != "day")


def beside(context: Context, by: int, unit: str | Interval = "day") -> Value:
    """The calendar unit next to that of the expression before: "the following year", "that year" (0)."""
    unit = _unit(unit)
    base = context.before
    day = _end(base) if by > 0 else _start(base)
    return calendar.unit_of(calendar.shift(day, by, unit), unit)


def same_period(context: Context, of: Value | None = None, years: int = 1) -> Value:
    """The base of a comparison: the period before, so many years earlier, or in the year that is named."""
    base = context.previous or Interval(context.today.replace(month=1, day=1), context.today, "year")
    context.used.add("previous")
    if of is not None:
        years = _start(base).year - _start(context.interval(of)).year
        years = years or 1
    return calendar.shifted(base, -years, "year")


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
    start = calendar.shift(_start(whole), n - 1, unit)
    found = Interval(start, calendar.shift(start, 1, unit) - DAY, unit if unit != "weekend" else "range")
    if whole.end and _end(found) > whole.end and start > whole.end:
        raise Unresolved
    return found


def first(context: Context, of: Value, n: float | None, unit: str) -> Value:
    """The first so many units of a period: "the first six months of 2020"."""
    start = _start(context.interval(of))
    if n is None:
        return Interval(start, None, "open", approximate=True)
    return Interval(start, calendar.shift(start, int(n), unit) - DAY, "half" if (n, unit) == (6, "month") else "range")


def last(context: Context, of: Value, n: float, unit: str) -> Value:
    """The last so many units of a period."""
    end = _end(context.interval(of)) + DAY
    return Interval(calendar.shift(end, -int(n), unit), end - DAY, unit if n == 1 else "range")


def half_of(context: Context, of: Value, n: int) -> Value:
    """The first or second half of a year or of a month (from the 16th)."""
    whole = context.interval(of)
    start = _start(whole)
    if whole.precision == "year":
        return nth(context, replace(whole, end=None), n, "half")
    if whole.precision not in ("month", "decade") or n not in (1, 2):
        raise Unresolved
    middle = start.replace(day=16) if whole.precision == "month" else start.replace(year=start.year + 5)
    whole = calendar.unit_of(start, whole.precision)
    return replace(whole, end=middle - DAY, precision="range") if n == 1 else replace(whole, start=middle, precision="range")


def week_of(context: Context, of: Value) -> Value:
    """The week, Monday to Sunday, that holds a day."""
    return calendar.unit_of(_start(context.interval(of)), "week")


def month_by(context: Context, of: Partial, by: int) -> Value:
    """The named month of this year, or the nearest before or after publication's month."""
    if of.year is not None or of.month is None:
        raise Unresolved
    today = context.today
    years = 0 if not by else by if (of.month - today.month) * by <= 0 else 0
    return calendar.month(today.year + years, of.month)


def in_year(context: Context, of: Partial, year: Value) -> Value:
    """A month or day in the year that words give: "March last year"."""
    if of.year is not None or of.month is None:
        raise Unresolved
    return replace(of, year=_start(context.interval(year)).year)


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
    begun = _start(value) <= context.today or context.future
    return value if begun else calendar.shifted(value, -1, "year")


def span(context: Context, start: Value, end: Value) -> Value:
    """From one expression to another; a missing year or month is taken from the other end."""
    one, two = completed(start, end)
    begin, finish = context.interval(one).start, context.interval(two).end
    if begin and finish and begin > finish:
        if isinstance(one, Partial) and one.weekday is not None:
            return Interval(calendar.shift(begin, -1, "week"), finish, "range")
        if not isinstance(one, Partial) or one.year is not None or one.weekday is not None:
            raise Unresolved
        begin = calendar.shift(begin, -1, "year")
    return Interval(begin, finish, "range")


def since(context: Context, of: Value) -> Value:
    """From an expression on, with no end."""
    found = context.interval(of)
    return Interval(found.end if found.part == "end" else found.start, None, "open", found.calendar, found.approximate)


def until(context: Context, of: Value) -> Value:
    """Up to an expression, with no start."""
    found = context.interval(of)
    return Interval(None, found.end, "open", found.calendar)


def beyond(context: Context, of: Value, by: int) -> Value:
    """After (1) or before (−1) an expression, without its days."""
    found = context.interval(of)
    if found.part == "start" and by > 0:
        return Interval(_start(found), None, "open", found.calendar)
    if found.part == "end" and by < 0:
        return Interval(None, _end(found), "open", found.calendar)
    if by > 0:
        return Interval(_end(found) + DAY, None, "open", found.calendar)
    return Interval(None, _start(found) - DAY, "open", found.calendar)


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
        return calendar.season(season, _start(context.interval(year)).year)
    options = [calendar.season(season, context.today.year + each) for each in range(-2, 3)]
    begun = [each for each in options if _start(each) <= context.today]
    done = [each for each in options if _end(each) < context.today]
    ahead = [each for each in options if _start(each) > context.today]
    if by:
        return ahead[0] if by > 0 else done[-1]
    return begun[-1] if not context.future or _end(begun[-1]) >= context.today else ahead[0]


def hijri(_: Context, year: int, month: int | None = None, day: int | None = None) -> Value:
    """A date of the Solar Hijri calendar."""
    return calendar.hijri(year, month, day)


def hijri_now(context: Context, by: int = 0) -> Value:
    """The Solar Hijri year of publication, or the one so many on; the current one until publication."""
    found = calendar.hijri(calendar.hijri_year(context.today) + by)
    return found if by or context.depth else replace(found, end=context.today)


def fiscal(_: Context, year: int, to: int | None = None) -> Value:
    """A fiscal year: its months differ by country, so the calendar years it may touch."""
    last_year = year if to is None else to if to > 100 else year // 100 * 100 + to
    if last_year < year or last_year - year > 10:
        raise Unresolved
    return Interval(date(year, 1, 1), date(last_year, 12, 31), "year", "fiscal", approximate=True)


def years(_: Context, year: int, to: int) -> Value:
    """Years such as 2013–14, the second by its last two digits."""
    last_year = year // 100 * 100 + to
    if not 0 < last_year - year <= 50:
        raise Unresolved
    return Interval(date(year, 1, 1), date(last_year, 12, 31), "range")


def same(context: Context, of: Value) -> Value:
    """The expression itself: for rules that only mark it."""
    return of if isinstance(of, Partial) else context.interval(of)


def every(_: Context) -> Value:
    """A recurring time."""
    return Interval(None, None, "open")


def number(_: Context, n: float | None, plus: float = 0) -> Any:
    """A number of several words; None where it is vague."""
    return None if n is None else n + plus


def _unit(unit: str | Interval) -> str:
    return unit.precision if isinstance(unit, Interval) else unit


def _week(whole: Interval, n: int) -> Interval:
    """The n-th week of a period, Monday to Sunday, by its Thursday; −1 the last."""
    if n > 0:
        thursday = _start(whole) + DAY * ((3 - _start(whole).weekday()) % 7) + DAY * 7 * (n - 1)
    else:
        thursday = _end(whole) - DAY * ((_end(whole).weekday() - 3) % 7)
    return calendar.unit_of(thursday, "week")


def _start(value: Interval) -> date:
    if value.start is None:
        raise Unresolved
    return value.start


def _end(value: Interval) -> date:
    if value.end is None:
        raise Unresolved
    return value.end


OPERATORS: dict[str, Operator] = {
    operator.__name__: operator
    for operator in (
        partial, numeric, dotted, weekday, weekday_in, today, unit, this, earlier, later, rest, ago, rolling, coming,
        within, duration, recently, after, beside, same_period, part, nth, first, last, ending, split, span, since,
        weekday_after, coming_day, half_of, week_of, month_by, in_year,
        until, beyond, decade, century, season, hijri, hijri_now, fiscal, years, same, every, number,
    )  # fmt: skip
}
