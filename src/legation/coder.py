"""The coder: one document in, its record out. Pure, picklable; everything else calls it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation import claims, events, statements
from legation.actors import Actors
from legation.decisions import Decision, Trace
from legation.language import Frames, parse
from legation.read import body
from legation.records import ActorRef, Document, Event, Issue, Record, Statement


class Coder:
    """Codes documents; the model and the lexicon load with the first one."""

    def code(self, document: Document) -> Record:
        """The record of a document; a document without a date or text gets an issue row that says so."""
        return self.explain(document).record

    def explain(self, document: Document) -> Trace:
        """The record and every decision behind it."""
        parsed = parse(document, body(document))
        frames, actors = Frames(parsed), Actors(parsed)
        said = statements.code(frames, actors)
        done = events.code(frames, actors)
        claimed = claims.code(frames, actors)
        found = tuple(_reported(e, said.statements) for e in done.events)
        record = Record(
            document=msgspec.structs.replace(document, language=document.language or "en"),
            sentences=tuple(s.span for s in parsed.sentences),
            actors=tuple(actors.mentions()),
            events=found,
            statements=said.statements,
            claims=tuple(_claimed(c, said.statements, found) for c in claimed.claims),
            issues=(*_missing(document), *parsed.issues),
        )
        return Trace(record=record, decisions=_ordered(said.decisions, done.decisions, claimed.decisions))
