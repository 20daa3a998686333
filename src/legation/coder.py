"""The coder: one document in, its record out. Pure, picklable; everything else calls it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from legation import claims, events, statements
from legation.actors import Actors, Register
from legation.decisions import Decision, Trace
from legation.language import Frames, english, parse, parties, sentences
from legation.lexicon import Lexicon, chosen
from legation.read import body, issues
from legation.records import Claim, Document, Event, Issue, Record, Span
from legation.statements.holding import Holding

Decided = Callable[[], tuple[Decision, ...]]
OTHER_LANGUAGE = Issue(code="LG406", message="the text is not in English and was not coded")


class Coder:
    """Codes documents; the model and the lexicon load with the first one.

    A document that names fewer than `least` states and organisations is not parsed: its sentences are `skipped`.
    `lexicon` is a folder that overlays the shipped one (docs/extending.md), or one that is open; else that in use.
    `register` is what earlier texts have taught about persons and bodies (docs/actors.md); coding does not change it.
    Raises `LexiconError` LG201–LG204 where the overlay is wrong.
    """

    def __init__(
        self, least: int = 0, lexicon: Lexicon | str | Path | None = None, register: Register | None = None
    ) -> None:
        self.least, self.register = least, register
        self.lexicon = chosen(lexicon)

    def code(self, document: Document) -> Record:
        """The record of a document; what can't be read in it becomes an issue row."""
        with self.lexicon.used():
            return self._read(document)[0]

    def explain(self, document: Document) -> Trace:
        """The record and every decision behind it, kept or dropped."""
        with self.lexicon.used():
            record, decided = self._read(document)
            return Trace(record=record, decisions=_ordered(*(decisions() for decisions in decided)))

    def _read(self, document: Document) -> tuple[Record, tuple[Decided, ...]]:
        """The record, and what tells the decisions behind it: `code` asks for none."""
        if not english(document.text):
            return Record(document=document, issues=(*issues(document), OTHER_LANGUAGE)), ()
        if self.least and len(parties(document.text)) < self.least:
            return _left_out(document), ()
        parsed = parse(document, body(document), whole=False)
        frames, actors = Frames(parsed), Actors(parsed, self.register)
        said, done, claimed = (stage.code(frames, actors) for stage in (statements, events, claims))
        holding = Holding(said.statements)
        found = tuple(_reported(event, done.predicates[event.id], holding) for event in done.events)
        by_sentence: dict[int, list[Event]] = defaultdict(list)
        for event in found:
            by_sentence[event.sentence].append(event)
        record = Record(
            document=msgspec.structs.replace(document, language=document.language or "en"),
            sentences=tuple(s.span for s in parsed.sentences),
            actors=tuple(actors.mentions()),
            events=found,
            statements=said.statements,
            claims=tuple(_linked(claim, holding, by_sentence[claim.sentence]) for claim in claimed.claims),
            issues=(*issues(document), *parsed.issues),
            skipped=sum(s.skipped for s in parsed.sentences),
        )
        return record, (lambda: said.decisions, lambda: done.decisions, lambda: claimed.decisions, actors.decisions)


def _left_out(document: Document) -> Record:
    found = tuple(s.span for s in sentences(document.text, body(document)))
    return Record(
        document=msgspec.structs.replace(document, language=document.language or "en"),
        sentences=found,
        issues=issues(document),
        skipped=len(found),
    )


def _reported(event: Event, predicate: Span, holding: Holding) -> Event:
    """The event with the statement whose content holds its predicate; its parties may stand outside."""
    return msgspec.structs.replace(event, statement=holding.innermost(predicate))


def _linked(claim: Claim, holding: Holding, events: Sequence[Event]) -> Claim:
    """The claim with the statement it was made in and the event it counts or dates."""
    event = next((e.id for e in events if _overlap(e.span, claim.span)), None)
    return msgspec.structs.replace(
        claim, statement=holding.innermost(claim.span), event=event if claim.kind in ("count", "dated") else None
    )


def _overlap(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _ordered(*groups: Sequence[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted((d for group in groups for d in group), key=lambda d: (d.span, d.kind, d.rule or "")))
