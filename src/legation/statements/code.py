"""Cues → statements: one row for what one speaker says in one sentence, with its chain, date and stance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from legation.actors import Actors
from legation.decisions import Decision, Slot
from legation.language.frames import Frame, Frames
from legation.language.parse import Parse
from legation.language.when import dated, when
from legation.records import ActorRef, Cue, Date, Statement, StatementMode, content_id
from legation.statements.content import as_content, content_words
from legation.statements.cues import CueRule, prepositions, verbs
from legation.statements.nesting import nested
from legation.statements.quotation import continued, quoted_part
from legation.statements.speaker import addressees, relayed, speakers
from legation.statements.stance import stance
from legation.statements.topics import topics


@dataclass(frozen=True, slots=True)
class Coded:
    """The statements of a document and every decision behind them."""

    statements: tuple[Statement, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making: where its cue is, who speaks, and the words of each piece of content."""

    rule: CueRule
    word: int
    frame: Frame | None
    speakers: tuple[ActorRef, ...]
    addressees: tuple[ActorRef, ...]
    via: tuple[ActorRef, ...]
    pieces: list[set[int]] = field(default_factory=list)


def code(frames: Frames, actors: Actors) -> Coded:
    """The statements of a parse."""
    drafts: list[Draft] = []
    decisions: list[Decision] = []
    for word in frames.parse.words:
        for draft, reason in _drafts(frames, actors, word.i):
            if reason is None and draft is not None:
                _join(frames, drafts, draft)
            elif draft is not None:
                decisions.append(_dropped(frames.parse, draft, reason or ""))
    for draft in drafts:
        draft.pieces.extend(continued(frames.parse, draft.pieces, {d.word for d in drafts}))
    rows = nested([_statement(frames, actors, d) for d in drafts])
    decisions += [_kept(frames.parse, d, s) for d, s in zip(drafts, rows, strict=True)]
    unique = {s.id: s for s in rows}
    return Coded(tuple(sorted(unique.values(), key=lambda s: (s.span, s.id))), tuple(decisions))


def _drafts(frames: Frames, actors: Actors, i: int) -> Iterator[tuple[Draft | None, str | None]]:
    word = frames.parse.words[i]
    if word.pos == "VERB" and (rule := verbs().get(frames.lemma(i)) or verbs().get(word.lemma)):
        yield _verb(frames, actors, i, rule)
    elif word.dep == "case" and (name := frames.case(word.head)[0]) in prepositions() and frames.case(word.head)[1] == i:
        yield _preposition(frames, actors, word.head, prepositions()[name or ""])


def _verb(frames: Frames, actors: Actors, i: int, rule: CueRule) -> tuple[Draft, str | None]:
    frame = frames.at(i)
    via: tuple[ActorRef, ...] = ()
    if rule.relays:
        said, via, words = relayed(frames, actors, frame)
    else:
        said, words = speakers(frames, actors, frame), content_words(frames, frame, rule)
        words = words or quoted_part(frames.parse, frame)
    told = addressees(frames, actors, frame, rule) if not rule.relays else ()
    sources = _sources(frames, actors, frame)
    own = _own_words(frames, frame) | {w for r in sources for w in frames.parse.words_in(r.span)}
    draft = Draft(rule, i, frame, said, told, (*sources, *via), [words - own])
    if not said:
        return draft, "no speaker"
    return draft, None if as_content(frames.parse, draft.pieces).text else "no content"


def _own_words(frames: Frames, frame: Frame) -> set[int]:
    """The cue and its speaker are no part of the content, whatever the tree says."""
    parse = frames.parse
    return set(frame.words) | {w for i in frame.slot("agent") if i > frame.word - 8 for w in parse.phrase(i) if frame.word - 12 < w < frame.word + 12 and parse.words[i].head == frame.word}


def _preposition(frames: Frames, actors: Actors, noun: int, rule: CueRule) -> tuple[Draft | None, str | None]:
    """ "According to TASS, …": the clause it hangs on is the content; where that clause is itself reported, the source is only its channel."""
    parse = frames.parse
    head = parse.words[noun].head
    if head < 0:
        return None, None
    said = actors.refs(noun) or (actors.unnamed(noun),)
    words = set(parse.subtree(head)) - set(parse.subtree(noun))
    draft = Draft(rule, noun, None, said, (), (), [words])
    reporting = parse.words[head].pos == "VERB" and frames.lemma(head) in verbs() and frames.at(head).slot("agent")
    if reporting and all(r.sector == "MED" for r in said):
        return draft, "the source of another statement"
    return draft, None


def _join(frames: Frames, drafts: list[Draft], draft: Draft) -> None:
    """A participle that goes on ("…, adding that …") belongs to the statement of its verb; a mere source becomes `via`."""
    parse = frames.parse
    word = parse.words[draft.word]
    if draft.frame is not None and word.dep in ("advcl", "conj", "xcomp") and word.tag == "VBG":
        above = next((d for d in drafts if d.word == word.head and _names(d.speakers) == _names(draft.speakers)), None)
        if above is not None:
            above.pieces[0] -= set(parse.subtree(draft.word))
            above.pieces.extend(draft.pieces)
            return
    drafts.append(draft)


def _sources(frames: Frames, actors: Actors, frame: Frame) -> tuple[ActorRef, ...]:
    """Media that the cue's own clause names as its source: "according to TASS, Russia believes"."""
    named = [r for slot in prepositions() for i in frame.slot(slot) for r in actors.refs(i)]
    return tuple(r for r in named if r.sector == "MED")


def _names(refs: tuple[ActorRef, ...]) -> set[str]:
    return {r.actor or r.name or r.text for r in refs}


def _statement(frames: Frames, actors: Actors, draft: Draft) -> Statement:
    parse = frames.parse
    content = as_content(parse, draft.pieces)
    word = parse.words[draft.word]
    cue_words = draft.frame.words if draft.frame else tuple(parse.children(draft.word, "case"))
    cue_span = parse.span(cue_words)
    spans = [cue_span, *content.spans, *(r.span for r in draft.speakers)]
    span = (min(s[0] for s in spans), max(s[1] for s in spans))
    date = dated(when(parse, draft.frame), parse.document.published) if draft.frame else Date(start=parse.document.published, end=parse.document.published)
    lemma = draft.frame.lemma if draft.frame else parse.slice(cue_span).lower()
    return Statement(
        id=content_id("statement", parse.document.id, [r.actor or r.text for r in draft.speakers], content.spans, cue_span),
        speakers=draft.speakers,
        addressees=draft.addressees,
        via=draft.via,
        mode=_mode(parse, draft, content.spans),
        cue=Cue(text=parse.slice(cue_span), lemma=lemma, span=cue_span),
        content=content,
        date=date,
        stance=stance(parse, actors, draft.speakers, content.spans),
        topics=topics(parse, actors, word.sentence, content.spans),
        span=span,
        sentence=word.sentence,
        text=parse.slice(span),
        confidence=_confidence(draft),
        why=(draft.rule.id,),
    )


def _mode(parse: Parse, draft: Draft, spans: tuple[tuple[int, int], ...]) -> StatementMode:
    """Direct where all content is in quotation marks, mixed where some is, else indirect or belief."""
    inside = [sum(max(0, min(b, q.span[1]) - max(a, q.span[0])) for q in parse.quotes) for a, b in spans]
    total, quoted = sum(b - a for a, b in spans), sum(inside)
    if quoted >= 0.9 * total:
        return "direct"
    if quoted >= 0.25 * total or any(i and i >= 0.9 * (b - a) for i, (a, b) in zip(inside, spans, strict=True)):
        return "mixed"
    return "belief" if draft.rule.belief else "indirect"


def _confidence(draft: Draft) -> float:
    value = 0.9 if draft.frame else 0.85
    if any(r.actor is None for r in draft.speakers):
        value *= 0.9
    if any(r.via in ("pronoun", "definite") for r in draft.speakers):
        value *= 0.9
    return round(value, 3)


def _kept(parse: Parse, draft: Draft, row: Statement) -> Decision:
    return msgspec.structs.replace(_dropped(parse, draft, "coded"), kept=True, row=row.id, span=row.span, text=row.text)


def _dropped(parse: Parse, draft: Draft, reason: str) -> Decision:
    word = parse.words[draft.word]
    slots = [Slot(name="cue", text=word.text, span=(word.start, word.end), value=draft.rule.kind)]
    for name, refs in (("speaker", draft.speakers), ("addressee", draft.addressees), ("via", draft.via)):
        slots += [Slot(name=name, text=r.text, span=r.span, value=r.actor) for r in refs]
    return Decision(
        kind="statement",
        kept=False,
        reason=reason,
        span=(word.start, word.end),
        text=word.text,
        sentence=word.sentence,
        rule=draft.rule.id,
        source=draft.rule.at,
        slots=tuple(slots),
    )
