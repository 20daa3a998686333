"""Days and periods in words."""

from __future__ import annotations

import calendar
from datetime import date

from legation.records import Date, Period

MONTHS = tuple(calendar.month_name)


def spoken(start: str | None, end: str | None) -> str:
    """A span of days as one says it; both ends may be open.

    >>> spoken("2020-10-12", "2020-10-12"), spoken("2020-10-01", "2020-10-31"), spoken("2019-01-01", "2019-12-31")
    ('12 October 2020', 'October 2020', '2019')
    >>> spoken("2020-12-01", "2020-12-20"), spoken("2020-11-30", "2020-12-02")
    ('1–20 December 2020', '30 November – 2 December 2020')
    >>> spoken("2020-12-20", None), spoken(None, "2020-12-20"), spoken(None, None)
    ('from 20 December 2020', 'until 20 December 2020', 'date unknown')
    """
    if start is None or end is None:
        return _open(start, end)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return _months(first, last)
    return _days(first, last)


def day(value: str | None) -> str:
    """One day in words."""
    return spoken(value, value)


def dated(when: Date) -> str:
    """When it was; where only publication gives the day, that is said.

    >>> dated(Date(start="2020-12-20", end="2020-12-20"))
    'reported 20 December 2020'
    """
    if when.basis == "publication" and when.start:
        return f"reported {spoken(when.start, when.end or when.start)}"
    return spoken(when.start, when.end)


def period(value: Period | None) -> str:
    """A claim's period in words, or as the text says it where its days are unknown; `""` for none."""
    if value is None:
        return ""
    return spoken(value.start, value.end) if value.start or value.end else value.text or ""


def _open(start: str | None, end: str | None) -> str:
    if start is None and end is None:
        return "date unknown"
    return f"from {_day(date.fromisoformat(start))}" if start else f"until {_day(date.fromisoformat(end or ''))}"


def _day(value: date) -> str:
    return f"{value.day} {MONTHS[value.month]} {value.year}"


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[last.month]} {last.year}"
    head = MONTHS[first.month] if first.year == last.year else f"{MONTHS[first.month]} {first.year}"
    return f"{head} – {MONTHS[last.month]} {last.year}"


def _days(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    head = f"{first.day} {MONTHS[first.month]}" if first.year == last.year else _day(first)
    return f"{head} – {_day(last)}"
