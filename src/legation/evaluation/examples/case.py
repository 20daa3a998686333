"""An example of an entry, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

DAY = "2021-06-15"
DAYS = {"time": "2020-12-20", "reference": "2020-12-20"}
"""The day of publication of an example that names none, where the examples of a table are written for another."""


@dataclass(frozen=True, slots=True)
class Case:
    """An example, or where it is not `wanted` a counter-example, of an entry of a table."""

    entry: dict[str, Any]
    table: str
    example: dict[str, Any]
    wanted: bool

    @property
    def rule(self) -> str:
        """The id of the entry."""
        return str(self.entry["id"])

    @property
    def text(self) -> str:
        return str(self.example["text"])

    @property
    def day(self) -> str:
        """The day of publication."""
        return str(self.example.get("date") or self.example.get("published") or DAYS.get(self.table, DAY))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the example gives what it says, what it `gives`, and what `fell`, each row in one line."""

    holds: bool
    gives: tuple[str, ...]
    fell: tuple[str, ...] = ()

    def __str__(self) -> str:
        fell = f"; fell: {'; '.join(self.fell)}" if self.fell else ""
        return ("; ".join(self.gives) or "nothing") + fell
