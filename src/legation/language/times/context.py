"""What an expression is read against: the day of publication, the tense, the expression before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from legation.language.times import calendar
from legation.language.times.calendar import Interval
from legation.language.times.fiscal import FiscalYear
from legation.language.times.grammar import Rule

BACKWARD = 2

Tense = Literal["past", "present", "future"]


class Unresolved(Exception):
    """The words are no date that can be resolved here."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A date of which the text gives only some fields: "March 5", "Tuesday"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hint: str | None = None


Value = Interval | Partial


@dataclass(slots=True)
class Context:
    """The reading of one expression.

    `used` collects what it was resolved against; `narrative` is the dated expression that a passage about earlier
    years goes on from; `said` tells whether a word of a list of the lexicon stands before in the sentence; `fiscal`
    finds the fiscal year of the country that the sentence names; `within` are the dated parts read so far, by their
    span, with the rule that made them.
    """

    published: date | None
    tense: Tense | None = None
    previous: Interval | None = None
    narrative: Interval | None = None
    month_first: bool | None = None
    said: Callable[[str], bool] = lambda _: False
    fiscal: Callable[[], FiscalYear | None] = lambda: None
    used: set[str] = field(default_factory=set)
    within: dict[tuple[int, int], tuple[Value, Rule]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of publication; raises Unresolved where it isn't known."""
        self.used.add("publication")
        if self.published is None:
            raise Unresolved
        return self.published

    @property
    def before(self) -> Interval:
        """The expression before this one, else the day of publication."""
        if self.previous is None:
            return Interval(self.today, self.today, "day")
        self.used.add("previous")
        return self.previous

    @property
    def future(self) -> bool:
        """Whether the sentence speaks of what is to come."""
        return self.tense == "future"

    def interval(self, value: Value) -> Interval:
        """The value as days; missing fields are taken from publication."""
        return value if isinstance(value, Interval) else self._resolve(value)

    def _resolve(self, value: Partial) -> Interval:
        if value.year is not None:
            return self._dated(value, value.year)
        if value.month is not None:
            return self._nearest(value)
        if value.day is not None:
            return self._day_of_month(value.day)
        if value.weekday is not None:
            return self.weekday(value.weekday, value.hint)
        raise Unresolved

    def _dated(self, value: Partial, year: int) -> Interval:
        if value.month is None:
            return calendar.year(year)
        if value.day is None:
            return calendar.month(year, value.month)
        day = date(year, value.month, value.day)
        return Interval(day, day, "day")

    def _nearest(self, value: Partial) -> Interval:
        """The year that tense and nearness to publication choose for a month or a day of a month."""
        if self.narrative and self.narrative.start and not self.future:
            return self._told(value, self.narrative.start, self.narrative.precision)
        options = [self._dated(value, year) for year in _years(value, self.today.year)]
        return self.nearest(options, whole=value.day is None)

    def nearest(self, options: list[Interval], *, whole: bool) -> Interval:
        """Of what comes again, in order: the next in the future, the latest in the past, else the nearest.

        A month (`whole`) without tense is the latest that has begun.
        """
        today = self.today
        if not options:
            raise Unresolved
        past = [each for each in options if each.start and each.start <= today]
        coming = [each for each in options if each.end and each.end >= today]
        if self.future and coming:
            return coming[0]
        if past and (self.tense == "past" or whole):
            return past[-1]
        return min(options, key=lambda each: abs((each.start or today) - today))

    def _told(self, value: Partial, since: date, precision: str) -> Interval:
        """The month or day nearest to the date that the passage stands at, or in its year."""
        self.used.add("previous")
        if precision == "year":
            return self._dated(value, since.year)
        options = [self._dated(value, year) for year in _years(value, since.year)]
        return min(options, key=lambda each: _distance(each.start or since, since))

    def _day_of_month(self, number: int) -> Interval:
        """The day of that number, on or before publication, or on or after it in the future."""
        today = self.today
        step = 1 if self.future else -1
        for count in range(0, 3 * step, step):
            first = calendar.add_months(today.replace(day=1), count)
            if number <= calendar.last_day(first.year, first.month):
                day = first.replace(day=number)
                if day == today or (day > today) == self.future:
                    return Interval(day, day, "day")
        raise Unresolved

    def weekday(self, number: int, hint: str | None) -> Interval:
        """The weekday on or before publication; "last" before it, "next" in the week after, else by tense."""
        today = self.today
        back = (today.weekday() - number) % 7
        if hint == "last":
            days = -(back or 7)
        elif hint == "next":
            days = 7 - today.weekday() + number
        elif hint == "coming" or (hint is None and self.future):
            days = -back % 7 or (7 if hint == "coming" else 0)
        else:
            days = -back
        day = calendar.shift(today, days, "day")
        return Interval(day, day, "day")


def _distance(day: date, since: date) -> int:
    """Days from where a passage stands; a step back counts for more, as tales go forward."""
    days = (day - since).days
    return days if days >= 0 else -BACKWARD * days


def _years(value: Partial, year: int) -> list[int]:
    """The years about publication in which the day exists (29 February)."""
    near = range(year - 1, year + 2) if (value.month, value.day) != (2, 29) else range(year - 4, year + 5)
    return [each for each in near if value.day is None or value.day <= calendar.last_day(each, value.month or 1)]


def completed(first: Value, second: Value) -> tuple[Value, Value]:
    """Two ends of a range, the year or month of one filled in from the other: "Nov 5 – Feb 2021"."""
    if not (isinstance(first, Partial) and isinstance(second, Partial)):
        return first, second
    if first.month is None and first.day is not None and first.weekday is None:
        first = replace(first, month=second.month)
    if second.month is None and second.day is not None and second.weekday is None and second.year is None:
        second = replace(second, month=first.month)
    over = (first.month or 0, first.day or 0) > (second.month or 0, second.day or 31)
    if second.year is not None and first.year is None and first.month:
        first = replace(first, year=second.year - over)
    elif first.year is not None and second.year is None and second.month:
        second = replace(second, year=first.year + over)
    return first, second


def first_day(value: Interval) -> date:
    """The first day; raises Unresolved where it is open."""
    if value.start is None:
        raise Unresolved
    return value.start


def last_day(value: Interval) -> date:
    """The last day; raises Unresolved where it is open."""
    if value.end is None:
        raise Unresolved
    return value.end


def unit_name(unit: str | Interval) -> str:
    """The unit itself, or that of "the year" as an interval."""
    return unit.precision if isinstance(unit, Interval) else unit
