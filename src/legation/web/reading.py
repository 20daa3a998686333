"""A record as it is read on a page: the marked text, and beside it every row with its why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from legation.brief import wording
from legation.decisions import Decision, Trace
from legation.records import Claim, Event, Record, Row, Statement
from legation.web.segments import Marked, Segment, segments

_GLANCE = 120


class Entry(Row, frozen=True, kw_only=True):
    """A row in the list beside the text; `decisions` say which words filled which slot of which rule."""

    number: int
    id: str
    layer: str
    headline: str
    label: str
    quote: str
    confidence: float
    why: tuple[str, ...]
    decisions: tuple[Decision, ...] = ()


class Reading(Row, frozen=True, kw_only=True):
    """A record laid out for reading; `rejected` are the candidates that fell, where a trace is at hand."""

    record: Record
    pieces: tuple[Segment, ...]
    entries: tuple[Entry, ...]
    rejected: tuple[Decision, ...] = ()
    traced: bool = False

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each row, by its id."""
        return {entry.id: entry.number for entry in self.entries}


def reading(record: Record, trace: Trace | None = None) -> Reading:
    """Lay out a record; with a trace, each row gets the decisions behind it."""
    decisions = trace.decisions if trace else ()
    return Reading(
        record=record,
        pieces=segments(record.document.text, marks(record)),
        entries=tuple(_entries(record, decisions)),
        rejected=tuple(each for each in decisions if not each.kept and each.kind != "actor"),
        traced=trace is not None,
    )


def marks(record: Record) -> Iterable[Marked]:
    """All spans to be marked: events, the contents of statements, claims, and the actors."""
    yield from (Marked(span=row.span, layer="event", row=row.id) for row in record.events)
    yield from (Marked(span=row.span, layer="claim", row=row.id) for row in record.claims)
    for row in record.statements:
        cue = (row.cue.span,) if row.cue else ()
        spans = (*cue, *row.content.spans) or (row.span,)
        yield from (Marked(span=span, layer="statement", row=row.id) for span in spans)
    for n, ref in enumerate(record.actors):
        yield Marked(span=ref.span, layer="actor", row=f"a{n}")


def _entries(record: Record, decisions: tuple[Decision, ...]) -> Iterable[Entry]:
    sources = {row.id: row for row in record.statements}
    rows: list[Event | Statement | Claim] = [*record.events, *record.statements, *record.claims]
    for number, row in enumerate(sorted(rows, key=lambda row: (row.span, row.id)), 1):
        headline, label = _HEADLINES[type(row)](row, sources)
        yield Entry(
            number=number,
            id=row.id,
            layer=type(row).__name__.lower(),
            headline=headline,
            label=label,
            quote=row.text,
            confidence=row.confidence,
            why=row.why,
            decisions=tuple(decision for decision in decisions if decision.row == row.id),
        )


def _event(row: Event, sources: dict[str, Statement]) -> tuple[str, str]:
    return wording.event(row, sources.get(row.statement or "")), row.status


def _statement(row: Statement, sources: dict[str, Statement]) -> tuple[str, str]:
    return wording.statement(row, most=_GLANCE), row.mode


def _claim(row: Claim, sources: dict[str, Statement]) -> tuple[str, str]:
    return wording.claim(row, sources.get(row.statement or "")), row.kind


_HEADLINES: dict[type[Row], Callable[[Any, dict[str, Statement]], tuple[str, str]]] = {
    Event: _event,
    Statement: _statement,
    Claim: _claim,
}
