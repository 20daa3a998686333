"""Microsoft's unit cases for dates and ranges of dates, read as days, inclusive.

Their ends are exclusive. Three readings differ from "the day before the end":
  a range between two named points ("from May to October") ends with the last day of the second;
  "until" and "by" a day end with it, "after" a day begins the day after;
  a range up to the day of reference ("the past three weeks") ends with that day.
"""

from __future__ import annotations

import gzip
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from legation.evaluation.timex import Days
from legation.records import Span

TYPES = frozenset({"date", "daterange"})
REFERENCE = "2016-11-07"
DAY = timedelta(days=1)
JOINED = re.compile(r".*(?:\s(?:to|and|till|until|through|thru)\s|\s?[-–~]+\s?)", re.DOTALL)
NAMED_DAY = re.compile(r"(?<!\d)[0-3]?\d(?:st|nd|rd|th)?(?!\d)|day|now|tomorrow|first|second|third|th\b|date")
PART = re.compile(r"^\d{4}-[qh][1-4]$|^[qh][1-4]-\d{4}$")
UNTIL = re.compile(r"until|till|by |no later than|not later than|up to|as late as")
QUARTER = re.compile(r"q[1-4]")
MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")


@dataclass(frozen=True, slots=True)
class Case:
    """A text, its day, the span of a date in it and the days that are right; `extra` ones Microsoft's Python misses."""

    text: str
    published: str
    span: Span
    days: frozenset[Days]
    extra: bool


def cases(path: Path) -> Iterator[Case]:
    """The cases of type date and daterange that have a value."""
    with gzip.open(path) as file:
        for line in file:
            row = msgspec.json.decode(line)
            day = (row["ref"] or REFERENCE)[:10]
            for result in row["results"]:
                if result["type"] in TYPES and (wanted := _wanted(result, day)):
                    yield Case(row["text"], day, (result["s"], result["e"]), wanted, row["not_python"])


def _wanted(result: dict[str, Any], reference: str) -> frozenset[Days]:
    values = result["values"] or ()
    return frozenset(found for value in values if (found := _days(value, result["text"].lower(), reference)))


def _days(value: dict[str, str], text: str, reference: str) -> Days | None:
    if "value" in value:
        return (value["value"],) * 2 if value["value"][:1].isdigit() else None
    start, end = value.get("start"), value.get("end")
    span = value["timex"].startswith("(")
    if start and end and span and (joined := JOINED.match(text)) and not PART.search(text):
        return start, _last(end, text[joined.end() :])
    if start and not end and value.get("Mod") == "after" and len(value["timex"]) == len(start):
        return (date.fromisoformat(start) + DAY).isoformat(), None
    if end and ((end == reference and span) or (not start and UNTIL.match(text))):
        return start, end
    return (start, (date.fromisoformat(end) - DAY).isoformat() if end else None) if start or end else None


def _last(end: str, tail: str) -> str:
    """The last day of the point that a range runs to, by the words that name it."""
    if tail.startswith(("the end", "end of")):
        return (date.fromisoformat(end) - DAY).isoformat()
    if NAMED_DAY.search(re.sub(r"\d{4}|q[1-4]", "", tail)) or end[8:] != "01":
        return end
    year, month = int(end[:4]), 12
    if MONTH.search(tail) or QUARTER.search(tail):
        month = int(end[5:7]) + (2 if QUARTER.search(tail) else 0)
    return f"{year}-{month:02}-{monthrange(year, month)[1]}"
