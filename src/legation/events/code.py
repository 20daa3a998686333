"""Candidates → events: one row for one act, with its date, place, count and status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from legation.actors import Actors
from legation.decisions import Decision, Slot
from legation.events.codes import coded_as
from legation.events.conditions import Conditions
from legation.events.counts import count, people
from legation.events.dates import date_of
from legation.events.match import Candidate
from legation.events.parties import Filling
from legation.events.places import place
from legation.events.sides import Party
from legation.events.tolls import casualties
from legation.events.weighing import Weighed, weighed
from legation.language.contexts import of_act
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.ontology import cameo
from legation.records import ActorRef, Casualties, Event, Span, content_id


@dataclass(frozen=True)
class Coded:
    """The events of a document, the span of each one's predicate by its id, and every decision behind them."""

    events: tuple[Event, ...]
    predicates: dict[str, Span]
    _parse: Parse
    _found: tuple[tuple[Candidate, Event | None], ...]

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Made when asked for: a document has hundreds of candidates that fell."""
        return tuple(_decision(self._parse, candidate, event) for candidate, event in self._found)


def code(frames: Frames, actors: Actors) -> Coded:
    """The events of a parse."""
    filling = Filling(frames, actors)
    conditions = Conditions(filling)
    found, kept = weighed(filling)
    harm = casualties(frames, [each.candidate for each in kept])
    events = {id(e.candidate): _event(conditions, e, harm.get(e.candidate.frame.word, ())) for e in kept}
    rows = tuple((c, events.get(id(c))) for c in found)
    predicates = {event.id: frames.parse.span(c.frame.words) for c, event in rows if event}
    unique = {e.id: e for e in events.values()}
    return Coded(tuple(sorted(unique.values(), key=lambda e: (e.span, e.id))), predicates, frames.parse, rows)


def _event(conditions: Conditions, each: Weighed, harm: tuple[Casualties, ...]) -> Event:
    frames, actors, candidate = conditions.filling.frames, conditions.filling.actors, each.candidate
    parse = frames.parse
    rule, frame = candidate.rule, candidate.frame
    decided = each.status
    about = tuple(dict.fromkeys((*rule.contexts, *of_act(frames, frame))))
    coded = coded_as(conditions, each.moded, about, decided)
    ours, theirs = _refs(candidate.parties.actors), _refs(candidate.parties.recipients)
    span = span_of(parse, candidate)
    kept = cameo(coded.code)
    return Event(
        id=content_id(
            "event",
            parse.document.id,
            rule.type,
            coded.mode,
            [r.actor for r in ours],
            [r.actor for r in theirs],
            span,
            decided,
        ),
        type=rule.type,
        mode=coded.mode,
        contexts=about,
        cameo=coded.code,
        quad=kept.quad,
        intensity=kept.goldstein,
        actors=ours,
        recipients=theirs,
        date=date_of(frames, actors, candidate, decided),
        place=place(frames, actors, candidate),
        status=decided,
        count=count(frames, frame),
        people=people(frames, frame, rule),
        casualties=harm,
        span=span,
        sentence=frame.sentence,
        text=parse.slice(span),
        confidence=each.confidence,
        why=(rule.id, *coded.why, *(c.rule.id for c in each.factuality.cues)),
    )


def span_of(parse: Parse, candidate: Candidate) -> Span:
    """From the first to the last word of the predicate and of the parties that its sentence names."""
    first, last = parse.sentences[candidate.frame.sentence].span
    parties = (p.ref.span for p in (*candidate.parties.actors, *candidate.parties.recipients))
    spans = [parse.span(candidate.frame.words), *(s for s in parties if first <= s[0] and s[1] <= last)]
    return min(s[0] for s in spans), max(s[1] for s in spans)


def _refs(parties: Iterable[Party]) -> tuple[ActorRef, ...]:
    return tuple(p.ref for p in parties)


def _decision(parse: Parse, candidate: Candidate, event: Event | None) -> Decision:
    frame = candidate.frame
    span = event.span if event else parse.span(frame.words)
    reason = candidate.reason or ("coded" if event else "same act as another row")
    return Decision(
        kind="event",
        kept=event is not None,
        reason=reason,
        span=span,
        text=parse.slice(span),
        sentence=frame.sentence,
        rule=candidate.rule.id,
        source=candidate.rule.at,
        row=event.id if event else None,
        slots=tuple(_slots(parse, candidate)),
        detail=str(candidate.unmet) if candidate.unmet else None,
    )


def _slots(parse: Parse, candidate: Candidate) -> Iterable[Slot]:
    yield Slot(
        name="predicate",
        text=parse.slice(parse.span(candidate.frame.words)),
        span=parse.span(candidate.frame.words),
        value=candidate.frame.lemma,
    )
    for side, parties in (("actor", candidate.parties.actors), ("recipient", candidate.parties.recipients)):
        for party in parties:
            yield Slot(name=f"{side} ({party.slot})", text=party.ref.text, span=party.ref.span, value=party.ref.actor)
