"""Candidates → events: one row for one act, with its date, place, count and status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from legation.actors import Actors
from legation.decisions import Decision, Slot
from legation.events.classifier import Scores
from legation.events.codes import coded_as
from legation.events.conditions import Conditions
from legation.events.confidence import confidence
from legation.events.counts import count, people
from legation.events.dates import date_of
from legation.events.found import found
from legation.events.match import Candidate, candidates
from legation.events.pairs import scored
from legation.events.parties import Filling
from legation.events.places import place
from legation.events.readings import Readings, Seen
from legation.events.rules import Rule
from legation.events.sides import Party, owner
from legation.events.tolls import casualties
from legation.language.contexts import of_act
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.language.status import status
from legation.lexicon import from_overlay
from legation.ontology import cameo
from legation.records import ActorRef, Casualties, Event, Span, Status, content_id

LIKELY = 0.35
"""What a rule tells falls below this confidence: 2 of a hundred events drawn afresh, both wrong."""
CLEAR, LEAST = 0.6, 1e-6
"""How much of its type's probability a mode needs to be taken from the relation head."""


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


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate that becomes an event, and what the relation head says of its parties, the finder of its words."""

    candidate: Candidate
    scores: Scores | None
    seen: Seen | None
    confidence: float

    @property
    def moded(self) -> Candidate:
        """The candidate; what only the finder sees has the mode of the relation head, where that has a clear one."""
        rule = self.candidate.rule
        if rule.found is None or self.scores is None:
            return self.candidate
        mode = self.scores.mode(rule.type)
        share = self.scores.labels.get((rule.type, mode or ""), 0.0) / max(self.scores.of(rule.type), LEAST)
        if mode is None or share < CLEAR:
            return self.candidate
        return msgspec.structs.replace(self.candidate, rule=msgspec.structs.replace(rule, mode=mode))


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


def weighed(filling: Filling) -> tuple[list[Candidate], list[Weighed]]:
    """All candidates of a parse, kept or dropped, and those that are an act each and likely right."""
    told, each = acts(filling)
    unlikely = {id(w.candidate) for w in each if w.confidence < _least(w.candidate.rule)}
    told = [msgspec.structs.replace(c, reason="unlikely") if id(c) in unlikely else c for c in told]
    return told, [w for w in each if id(w.candidate) not in unlikely]


def _least(rule: Rule) -> float:
    """The confidence that an event of a rule needs; what a user's own rule tells is taken as it is."""
    if rule.found is not None:
        return rule.found
    return 0.0 if from_overlay(rule.at) else LIKELY


def acts(filling: Filling) -> tuple[list[Candidate], list[Weighed]]:
    """All candidates of a parse, and those that are an act each, however likely."""
    frames, told = filling.frames, list(candidates(filling))
    readings = Readings(frames.parse, _worth(filling, told))
    told += tuple(found(filling, readings, told))
    kept = _distinct(frames, [c for c in told if c.reason is None])
    given = zip(kept, scored(frames.parse, kept), map(readings.seen, kept), strict=True)
    return told, [Weighed(*each, confidence(*each)) for each in given]


def _worth(filling: Filling, told: Sequence[Candidate]) -> list[int]:
    """The sentences that the finder is to read: with an act that a rule tells, or with two parties."""
    wanted = {c.frame.sentence for c in told if c.reason is None}
    sides: dict[int, set[str]] = defaultdict(set)
    for head in filling.actors.heads():
        refs = filling.actors.resolve(head)
        sides[filling.frames.parse.words[head].sentence] |= {owner(r) for r in refs if r.actor}
    return sorted(wanted | {n for n, found in sides.items() if len(found) > 1})


def _distinct(frames: Frames, kept: list[Candidate]) -> list[Candidate]:
    """One candidate per act: of those of one sentence, type and parties the most specific; a mode beats none."""
    best: dict[tuple[object, ...], Candidate] = {}
    for candidate in sorted(kept, key=lambda c: (c.rule.mode is None, -c.rule.weight, c.parties.view, c.frame.word)):
        key = (candidate.frame.sentence, candidate.rule.type, *candidate.parties.sides())
        other = best.get(key)
        if other is None or not _same_act(frames, other, candidate):
            best[(*key, candidate.frame.word) if other else key] = candidate
    return sorted(best.values(), key=lambda c: c.frame.word)


def _same_act(frames: Frames, one: Candidate, two: Candidate) -> bool:
    """Two matches of a sentence tell of one act when their words touch, or neither has a count or mode of its own."""
    if (
        set(one.frame.words) & set(two.frame.words)
        or two.frame.word in {f.word for f in one.frame.fillers}
        or one.frame.word in {f.word for f in two.frame.fillers}
    ):
        return True
    return one.rule.mode == two.rule.mode or (two.rule.mode is None and not count(frames, two.frame))


def _event(conditions: Conditions, each: Weighed, harm: tuple[Casualties, ...]) -> Event:
    frames, actors, candidate = conditions.filling.frames, conditions.filling.actors, each.candidate
    parse = frames.parse
    rule, frame = candidate.rule, candidate.frame
    factuality = status(frames, frame)
    decided: Status = rule.status or factuality.status
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
        why=(rule.id, *coded.why, *(c.rule.id for c in factuality.cues)),
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
