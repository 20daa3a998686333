"""All that the store holds of one pair in one window of time, put together for reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from legation.charts import Month
from legation.records import Check, Claim, Document, Event, Issue, Statement

T = TypeVar("T", Event, Statement, Claim)

FACTS = ("occurred", "ongoing")
"""The statuses of what did happen, by the words of the text."""

BESIDE = "beside"
"""The direction of an event in which the two stand on one side."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A row with the document it was read in (its text left out), its way between the two sides, and its day."""

    row: T
    document: Document
    direction: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The rows of a pair, newest first; `months` count its facts, and the documents of the whole store, by month.

    `frm` and `to` are the days asked for, inclusive; None where open.
    """

    a: str
    b: str
    names: tuple[str, str]
    frm: str | None = None
    to: str | None = None
    events: tuple[Found[Event], ...] = ()
    statements: tuple[Found[Statement], ...] = ()
    claims: tuple[Found[Claim], ...] = ()
    checks: Mapping[str, Check] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    issues: tuple[tuple[Document, Issue], ...] = ()
    months: tuple[Month, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> tuple[Found[Event], ...]:
        """The events between the two that occurred or go on."""
        return tuple(found for found in self.events if found.row.status in FACTS and found.direction != BESIDE)

    @property
    def beside(self) -> tuple[Found[Event], ...]:
        """What the two did, or had done to them, on one side: it says nothing of one acting toward the other."""
        return tuple(found for found in self.events if found.row.status in FACTS and found.direction == BESIDE)

    @property
    def others(self) -> tuple[Found[Event], ...]:
        """The events that are planned, possible or denied."""
        return tuple(found for found in self.events if found.row.status not in FACTS)

    @property
    def acts(self) -> int:
        """How many events the reports among the facts tell of: one per type, class, direction and first day."""
        return len({(fact.row.type, fact.row.quad, fact.direction, fact.since) for fact in self.facts})

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that were read, in alphabetical order."""
        return tuple(sorted({document.outlet for document in self.documents if document.outlet}))
