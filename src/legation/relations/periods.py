"""Days → periods: their labels, their first and last days, and where an interval belongs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from legation.errors import UsageError
from legation.records import Row

By = Literal["day", "week", "month", "quarter", "year"]
LONGEST: dict[str, int] = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


class Span(Row, frozen=True, kw_only=True):
    """One period with its first and last day."""

    label: str
    start: str
    end: str


def checked(by: str) -> str:
    """A period's name; raises `UsageError` LG102 for another word."""
    if by not in LONGEST:
        raise UsageError("LG102", f"no period {by!r}", f"one of {', '.join(LONGEST)}")
    return by


def place(since: str | None, until: str | None, by: str) -> Span | None:
    """The period of an interval, by its first day; None without a day, or where it is longer than the period.

    >>> place("2020-10-05", "2020-10-06", "quarter")
    Span(label='2020-Q4', start='2020-10-01', end='2020-12-31')
    >>> place("2020-01-01", "2020-12-31", "month") is None
    True
    """
    first, last = day(since), day(until)
    if first is None or (last and (last - first).days >= LONGEST[by]):
        return None
    start = opening(first, by)
    end = opening(start + timedelta(days=LONGEST[by]), by) - timedelta(days=1)
    return Span(label=label(start, by), start=start.isoformat(), end=end.isoformat())


def day(text: str | None) -> date | None:
    """A day from `YYYY-MM-DD`; None for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def opening(when: date, by: str) -> date:
    """The first day of the period a day lies in; weeks begin on Monday (ISO 8601)."""
    match by:
        case "week":
            return when - timedelta(days=when.weekday())
        case "month":
            return when.replace(day=1)
        case "quarter":
            return when.replace(month=when.month - (when.month - 1) % 3, day=1)
        case "year":
            return when.replace(month=1, day=1)
    return when


def label(start: date, by: str) -> str:
    """How a period is written: 2020-10-05, 2020-W41, 2020-10, 2020-Q4, 2020."""
    match by:
        case "week":
            year, week, _ = start.isocalendar()
            return f"{year}-W{week:02}"
        case "month":
            return f"{start.year}-{start.month:02}"
        case "quarter":
            return f"{start.year}-Q{(start.month + 2) // 3}"
        case "year":
            return f"{start.year}"
    return start.isoformat()
