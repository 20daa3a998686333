"""Rows in one line each, with the rules that gave them."""

from __future__ import annotations

from collections.abc import Iterable

from legation.records import ActorRef, Claim, Event, Statement


def event(row: Event) -> str:
    """An event: type, mode, parties, status."""
    parties = " → ".join(filter(None, (who(row.actors), who(row.recipients))))
    return f"{' '.join(filter(None, (row.type, row.mode)))} {parties} {row.status} [{row.why[0]}]"


def statement(row: Statement) -> str:
    """A statement: speaker, addressee, channel, content."""
    channel = f" via {who(row.via)}" if row.via else ""
    to = f" to {who(row.addressees)}" if row.addressees else ""
    return f'{who(row.speakers)}{to}{channel}: "{row.content.text}" [{", ".join(row.why)}]'


def claim(row: Claim) -> str:
    """A claim: kind, measure, direction, value, pair, period."""
    value = None if row.value is None else f"{row.value:.10g}"
    period = f"{row.period.start}/{row.period.end}" if row.period else None
    parts = (row.kind, row.measure, row.direction, row.bound, value, row.unit, "–".join(row.dyad), period)
    return f"{' '.join(p for p in parts if p)} [{', '.join(row.why)}]"


def who(refs: Iterable[ActorRef]) -> str:
    """Actors by id, or by their words."""
    return ", ".join(dict.fromkeys(r.actor or r.text for r in refs))
