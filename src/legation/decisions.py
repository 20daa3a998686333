"""Why a row was coded and why a candidate was not: the trace behind `legation why`."""

from __future__ import annotations

from typing import Literal

from legation.records import Record, Row, Span

Kind = Literal["actor", "event", "statement", "claim", "sentence"]


class Slot(Row, frozen=True, kw_only=True):
    """Which words filled a slot of a rule (`actor`, `recipient`, `speaker`, `value`, …)."""

    name: str
    text: str
    span: Span
    value: str | None = None


class Decision(Row, frozen=True, kw_only=True):
    """One candidate, kept (`row` is its id) or dropped for `reason`, and the rule that proposed it.

    `source` is the rule's place in the lexicon, `en/events/consult.yaml:14`.
    """

    kind: Kind
    kept: bool
    reason: str
    span: Span
    text: str
    sentence: int
    rule: str | None = None
    source: str | None = None
    row: str | None = None
    slots: tuple[Slot, ...] = ()
    detail: str | None = None


class Trace(Row, frozen=True, kw_only=True):
    """A record with every decision that led to it, in the order of the text."""

    record: Record
    decisions: tuple[Decision, ...] = ()
