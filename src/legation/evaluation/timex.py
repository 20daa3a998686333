"""Values of TIMEX dates as days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[str | None, str | None]
"""First and last day, ISO, inclusive; None where open."""


def days(value: str) -> Days | None:
    """The first and last day of a TIMEX value; None for what is no date.

    >>> days("2020-02"), days("2020-W01"), days("2019/"), days("PT3H")
    (('2020-02-01', '2020-02-29'), ('2019-12-30', '2020-01-05'), ('2019-01-01', None), None)
    """
    if "/" in value:
        first, last = value.split("/")
        ends = days(first) if first else (None, None), days(last) if last else (None, None)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    parts = value.split("T")[0].split("-")
    if len(parts) == 2 and parts[0].isdigit() and parts[1][:1] == "W" and parts[1][1:].isdigit():
        return _week(int(parts[0]), int(parts[1][1:]))
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    if len(parts[0]) == 3:
        return f"{parts[0]}0-01-01", f"{parts[0]}9-12-31"
    return _gregorian(parts) if len(parts[0]) == 4 else None


def _gregorian(parts: list[str]) -> Days | None:
    year, month = parts[0], int(parts[1]) if len(parts) > 1 else 0
    if len(parts) == 1:
        return f"{year}-01-01", f"{year}-12-31"
    if len(parts) == 2 and 1 <= month <= 12:
        return f"{year}-{month:02}-01", f"{year}-{month:02}-{monthrange(int(year), month)[1]}"
    day = "-".join(parts)[:10]
    return (day, day) if len(parts) == 3 else None


def _week(year: int, number: int) -> Days:
    monday = date.fromisocalendar(year, number, 1)
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
