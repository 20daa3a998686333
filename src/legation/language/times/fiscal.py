"""Whose fiscal year a text means: that of the country named nearest in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

REACH = 300
SENTENCE_END = re.compile(r"[.!?;]\s+(?=[A-Z“\"])|\n\s*\n")


class FiscalYear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A government's fiscal year: its first day, and which of its two calendar years names it alone."""

    id: str
    names: tuple[str, ...]
    start: int = 1
    day: int = 1
    named: Literal["start", "end"] = "end"
    calendar: str = "gregorian"
    at: str = ""


class FiscalYears:
    """Finds the fiscal year of a country in a text."""

    def __init__(self, entries: Sequence[FiscalYear]) -> None:
        self.by_name = {name: entry for entry in entries for name in entry.names}
        names = "|".join(re.escape(name) for name in sorted(self.by_name, key=len, reverse=True))
        self.name = re.compile(rf"(?<!\w)(?:{names})(?!\w)")

    def near(self, text: str, start: int, end: int) -> FiscalYear | None:
        """The fiscal year of the country named last before `start` in the sentence, else of the first after `end`."""
        before = SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
        after = SENTENCE_END.split(text[end : end + REACH])[0]
        found = self.name.findall(before)[-1:] or self.name.findall(after)[:1]
        return self.by_name[found[0]] if found else None
