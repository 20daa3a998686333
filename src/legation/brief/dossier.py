"""All that the store holds of one pair in one window of time, put together for reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from legation.charts import Month
from legation.records import Check, Claim, Document, Event, Row, Statement

T = TypeVar("T", bound=Row)

FACTS = ("occurred", "ongoing")
"""The statuses of what did happen, by the words of the text."""

UNREAL = ("planned", "possible", "denied")
"""The statuses of what did not, or not yet."""

BESIDE = "beside"
"""The direction of an event in which the two stand on one side."""

TOWARD = ("forth", "back", "mutual")
"""The directions of an event between the two."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A row with the document it was read in (its text left out), its way between the two sides, and its day."""

    row: T
    document: Document
    direction: str | None = None
    since: str | None = None


class Totals(Row, frozen=True, kw_only=True):
    """How many rows a pair has in a window; `acts` are the events that the facts report, `unsure` rows below 0.5.

    `facts`, `beside` count reports of what occurred or goes on, the four classes its events; `speakers` are distinct.
    """

    facts: int = 0
    acts: int = 0
    beside: int = 0
    verbal_cooperation: int = 0
    material_cooperation: int = 0
    verbal_conflict: int = 0
    material_conflict: int = 0
    planned: int = 0
    possible: int = 0
    denied: int = 0
    statements: int = 0
    speakers: int = 0
    claims: int = 0
    unsure: int = 0

    @property
    def unreal(self) -> int:
        """Reports of what is planned, possible or denied."""
        return self.planned + self.possible + self.denied


class Reading(Row, frozen=True, kw_only=True):
    """What was read on the pair: documents, their days and outlets, what they lack, and issues as (code, text, n)."""

    documents: int = 0
    first: str | None = None
    last: str | None = None
    outlets: tuple[str, ...] = ()
    nameless: int = 0
    undated: int = 0
    copies: int = 0
    issues: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Disputed:
    """Accounts that differ: a sentence, what kind of dispute it is, and the rows of its sides."""

    note: str
    kind: str
    sides: tuple[Found[Event] | Found[Statement] | Found[Claim], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The newest rows of a pair, newest first, and how many there are.

    `facts` are the events between the two that occurred or go on; `beside` those in which both stand on one side;
    `others` those planned, possible or denied. `reporters` are the statements that report an event or a claim, by id.
    `months` count facts of the pair, and documents of the store; `frm` and `to` are the days asked for, inclusive.
    """

    a: str
    b: str
    names: tuple[str, str]
    frm: str | None = None
    to: str | None = None
    facts: tuple[Found[Event], ...] = ()
    beside: tuple[Found[Event], ...] = ()
    others: tuple[Found[Event], ...] = ()
    statements: tuple[Found[Statement], ...] = ()
    claims: tuple[Found[Claim], ...] = ()
    reporters: Mapping[str, Statement] = field(default_factory=dict)
    checks: Mapping[str, Check] = field(default_factory=dict)
    disputes: tuple[Disputed, ...] = ()
    totals: Totals = field(default_factory=Totals)
    reading: Reading = field(default_factory=Reading)
    months: tuple[Month, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
