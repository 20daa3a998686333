"""The two Hijri calendars as days of the Gregorian one: Solar (Iran, Afghanistan) and Islamic (lunar, Umm al-Qura).

The arithmetic is that of the libraries persiantools and hijridate, which are imported when a text first needs them.
The Islamic calendar is known for the years 1343–1500 (1924–2077).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, Literal

from legation.language.times.calendar import DAY, Interval

Name = Literal["solar hijri", "islamic"]
SOLAR: Final = "solar hijri"


def _solar(year: int, month: int, day: int) -> date:
    from persiantools.jdatetime import JalaliDate

    return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]


def _lunar(year: int, month: int, day: int) -> date:
    from hijridate import Hijri

    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def _solar_year(day: date) -> int:
    from persiantools.jdatetime import JalaliDate

    return JalaliDate(day).year  # type: ignore[no-untyped-call]


def _lunar_year(day: date) -> int:
    from hijridate import Gregorian

    return Gregorian.fromdate(day).to_hijri().year


DAYS: Final[dict[Name, Callable[[int, int, int], date]]] = {"solar hijri": _solar, "islamic": _lunar}
YEARS: Final[dict[Name, Callable[[date], int]]] = {"solar hijri": _solar_year, "islamic": _lunar_year}


def hijri(name: Name, year: int, month: int | None = None, day: int | None = None) -> Interval:
    """A year, month or day of a Hijri calendar; raises ValueError or OverflowError where the calendar has none such.

    >>> str(hijri("solar hijri", 1398).start), str(hijri("islamic", 1442, 9).start)
    ('2019-03-21', '2021-04-13')
    """
    first = DAYS[name]
    if day is not None:
        return Interval(*(first(year, month or 1, day),) * 2, "day", name)
    if month is None:
        return Interval(first(year, 1, 1), first(year + 1, 1, 1) - DAY, "year", name)
    following = first(year + 1, 1, 1) if month == 12 else first(year, month + 1, 1)
    return Interval(first(year, month, 1), following - DAY, "month", name)


def year_of(name: Name, day: date) -> int:
    """The year of a Hijri calendar that holds a day; raises ValueError or OverflowError where it isn't known.

    >>> year_of("solar hijri", date(2020, 3, 19))
    1398
    """
    return YEARS[name](day)
