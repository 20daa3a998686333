"""Operators for what is counted from publication or from the expression before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from legation.language.times import calendar
from legation.language.times.calendar import Interval
from legation.language.times.context import (
    Context,
    Partial,
    Value,
    first_day,
    last_day,
    unit_name,
)


def today(context: Context, by: int = 0) -> Value:
    """The day of publication, or so many days on."""
    day = calendar.shift(context.today, by, "day")
    return Interval(day, day, "day")


def unit(context: Context, unit: str | Interval, by: int = 0) -> Value:
    """The calendar unit so many on from that of publication: "last month"."""
    unit = unit_name(unit)
    return calendar.unit_of(calendar.shift(context.today, by, unit), unit)


def the(context: Context, unit: str) -> Value:
    """ "The year", "the month": where a passage about earlier years stands, else the current one."""
    if context.narrative and context.narrative.start and unit in ("month", "year", "decade"):
        context.used.add("previous")
        return calendar.unit_of(context.narrative.start, unit)
    return calendar.unit_of(context.today, unit)


def this(context: Context, unit: str) -> Value:
    """The current unit, whole: what has happened in it by publication is the reader's question."""
    return calendar.unit_of(context.today, unit)


def earlier(context: Context, of: Value | str) -> Value:
    """A current period until publication; one that is over or to come stays whole."""
    whole = _period(context, of)
    now = whole.start and whole.end and whole.start <= context.today <= whole.end
    return replace(whole, end=context.today) if now else replace(whole, part="start", approximate=True)


def later(context: Context, of: Value) -> Value:
    """Publication until the end of a current period; one that is over or to come stays whole."""
    whole = context.interval(of)
    now = whole.start and whole.end and whole.start <= context.today <= whole.end
    return replace(whole, start=context.today) if now else replace(whole, part="end", approximate=True)


def _period(context: Context, of: Value | str) -> Interval:
    return calendar.unit_of(context.today, of) if isinstance(of, str) else context.interval(of)


def unit_of(context: Context, of: Value) -> Value:
    """The unit that the text speaks of: that of the expression before where it is within one, else publication's."""
    unit, base = context.interval(of), context.previous
    if base is None or base.start is None or unit.start is None or unit.precision not in calendar.UNITS:
        return unit
    context.used.add("previous")
    return calendar.unit_of(base.start, unit.precision)


def whole_units(context: Context, n: float, unit: str, by: int) -> Value:
    """The last or next so many calendar units, without the current one: "the past two quarters"."""
    first = calendar.unit_of(calendar.shift(context.today, by * int(n), unit), unit)
    other = calendar.unit_of(calendar.shift(context.today, by, unit), unit)
    start, end = (first.start, other.end) if by < 0 else (other.start, first.end)
    return Interval(start, end, unit if n == 1 else "range")


def iso_week(context: Context, n: int, year: int | None = None) -> Value:
    """A calendar week by its number, of publication's year unless one is named."""
    return calendar.unit_of(date.fromisocalendar(year or context.today.year, n, 4), "week")


def running(context: Context, n: float, unit: str, of: Value) -> Value:
    """So many units from a day on, that day counted: "three days from Monday"."""
    start = first_day(context.interval(of))
    return Interval(start, calendar.shift(calendar.shift(start, int(n), unit), -1, "day"), "range")


def ago_compound(context: Context, n: float, unit: str, m: float, small: str) -> Value:
    """The day so many units and smaller units before publication."""
    day = calendar.shift(calendar.shift(context.today, -int(n), unit), -int(m), small)
    return replace(calendar.unit_of(day, small), approximate=small != "day")


def rest(context: Context, of: Value) -> Value:
    """Publication until the end of a period."""
    return replace(context.interval(of), start=context.today, precision="range")


def ago(context: Context, n: float | None = None, unit: str = "day") -> Value:
    """The day, or the calendar unit, so many units before publication; open where the number is vague."""
    if n is None:
        return Interval(None, context.today, "open", approximate=True)
    day = calendar.shift(context.today, -int(n), unit)
    unit = {"decade": "year", "century": "year", "fortnight": "week"}.get(unit, unit)
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


def coming_day(context: Context, n: float, unit: str, of: Value) -> Value:
    """The day so many units on from a day: "two weeks from now"."""
    day = calendar.shift(last_day(context.interval(of)), int(n), unit)
    return Interval(day, day, "day", approximate=unit != "day")


def within(context: Context, n: float | None, unit: str, first: bool = False) -> Value:
    """ "In three years": that far ahead; the years up to publication after "first"; else how long something took."""
    if first and not context.future:
        return replace(context.interval(rolling(context, n, unit)), approximate=True)
    if context.tense == "past":
        return duration(context)
    if n is None:
        return coming(context, n, unit)
    day = calendar.shift(context.today, int(n), unit)
    return Interval(day, day, "day", approximate=True)


def inside(context: Context, n: float | None, unit: str) -> Value:
    """ "Within three years": from publication until then; in the past how long something took."""
    if context.tense == "past" or n is None:
        return duration(context)
    return Interval(context.today, calendar.shift(context.today, int(n), unit), "range", approximate=True)


def duration(_: Context) -> Value:
    """A length of time that the words don't place."""
    return Interval(None, None, "open")


def recently(context: Context) -> Value:
    """A vague time up to publication."""
    return Interval(None, context.today, "open", approximate=True)


def every(_: Context) -> Value:
    """A recurring time."""
    return Interval(None, None, "open")


def after(context: Context, n: float | None, unit: str, of: Value | None = None, by: int = 1) -> Value:
    """So many units after (`by` −1: before) an expression: "two weeks later"."""
    base = context.before if of is None else context.interval(of)
    day = last_day(base) if by > 0 else first_day(base)
    if n is None:
        return (
            Interval(day, None, "open", approximate=True) if by > 0 else Interval(None, day, "open", approximate=True)
        )
    if of is None and context.previous is None and unit in calendar.MONTHS:
        return calendar.unit_of(calendar.shift(day, int(n) * by, unit), unit)
    if unit in calendar.MONTHS and (
        base.precision in calendar.MONTHS or (base.precision == "range" and unit == "year")
    ):
        return calendar.shifted(base, int(n) * by, unit)
    first, last = (calendar.shift(edge, int(n) * by, unit) for edge in _edges(base, day))
    return Interval(first, last, "day" if first == last else "range", approximate=unit not in ("day", "hour"))


def _edges(base: Interval, day: date) -> tuple[date, date]:
    """The first and the last day from which is counted: all of a month that stands for some day in it."""
    whole = base.precision in calendar.UNITS and base.precision != "day" and base.start and base.end
    return (first_day(base), last_day(base)) if whole else (day, day)


def beside(context: Context, by: int, unit: str | Interval = "day") -> Value:
    """The calendar unit next to that of the expression before: "the following year", "that year" (0)."""
    unit = unit_name(unit)
    base = context.before
    day = last_day(base) if by > 0 else first_day(base)
    return calendar.unit_of(calendar.shift(day, by, unit), unit)


def same_period(context: Context, of: Value | None = None, years: int = 1) -> Value:
    """The base of a comparison: the period before, so many years earlier, or in the year that is named."""
    base = context.previous
    context.used.add("previous")
    if base is None or base.precision == "day":
        base = Interval(context.today.replace(month=1, day=1), context.today, "year")
    if of is not None:
        years = first_day(base).year - first_day(context.interval(of)).year
        years = years or 1
    return calendar.shifted(base, -years, "year")


def same(context: Context, of: Value) -> Value:
    """The expression itself: for rules that only mark it."""
    return of if isinstance(of, Partial) else context.interval(of)
