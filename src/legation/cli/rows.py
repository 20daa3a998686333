"""Records as flat rows, one for each event, statement and claim, for tables and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from legation.records import ActorRef, Claim, Event, Record, Statement

Flat = dict[str, Any]


def flat(record: Record) -> Iterator[Flat]:
    """The rows of a record in the order of its text."""
    rows: list[Event | Statement | Claim] = [*record.events, *record.statements, *record.claims]
    for row in sorted(rows, key=lambda row: (row.span, row.id)):
        what = event(row) if isinstance(row, Event) else statement(row) if isinstance(row, Statement) else claim(row)
        yield {
            "document": record.document.id,
            "published": record.document.published,
            **what,
            "text": one_line(row.text),
        }


def event(row: Event) -> Flat:
    """An event: its day, type, parties and status."""
    what = f"{row.type} {row.mode or ''}".strip()
    return _row("event", row.date.start or row.date.end, who(row.actors), what, who(row.recipients), row.status)


def statement(row: Statement) -> Flat:
    """A statement: who said it, by which word, to or about whom."""
    toward = [stance.toward for stance in row.stance]
    cue = row.cue.lemma if row.cue else "say"
    whom = who(row.addressees) or ", ".join(toward)
    return _row("statement", row.date.start or row.date.end, who(row.speakers), cue, whom, row.mode)


def claim(row: Claim) -> Flat:
    """A claim: the measure and its value, for the pair it speaks of."""
    when = row.period.start if row.period else None
    return _row("claim", when, "–".join(row.dyad), asserted(row), "", row.kind)


def asserted(row: Claim) -> str:
    """What a claim asserts, in short.

    >>> asserted(Claim(id="c", kind="change", measure="trade", direction="up", value=20, unit="percent",
    ...     bound="at_least", span=(0, 1), sentence=0, text="x", confidence=1))
    'trade up at least 20 percent'
    """
    bound = (row.bound or "exact").replace("_", " ").replace("exact", "")
    value = f"{row.value:.10g}" if row.value is not None else None
    return " ".join(filter(None, [row.measure, row.direction, bound, value, row.unit]))


def who(refs: Iterable[ActorRef]) -> str:
    """The actors by id; one that was not resolved by its words."""
    return ", ".join(dict.fromkeys(ref.actor or one_line(ref.text) for ref in refs))


def one_line(text: str) -> str:
    """A text without line breaks."""
    return " ".join(text.split())


def _row(kind: str, date: str | None, actors: str, what: str, recipients: str, status: str) -> Flat:
    return {"kind": kind, "date": date, "who": actors, "what": what, "whom": recipients, "status": status}
