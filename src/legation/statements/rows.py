"""Drafts → rows: spans, mode, date, stance, topics, confidence; and the decision behind each."""

from __future__ import annotations

import msgspec

from legation.actors import Actors
from legation.decisions import Decision, Slot
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.records import Cue, Span, Statement, StatementMode, content_id
from legation.statements.drafts import Draft
from legation.statements.near import quotes_in
from legation.statements.pieces import as_content
from legation.statements.saying import said_on
from legation.statements.stance import stance
from legation.statements.topics import Topics

# How sure a statement is by where its content stands; what a tree says is surer than what stands beside a cue.
PLACES = {
    "clause": 0.92,
    "raised": 0.85,
    "inserted": 0.88,
    "aside": 0.88,
    "colon": 0.85,
    "quote": 0.85,
    "infinitive": 0.85,
    "gerund": 0.85,
    "as": 0.8,
    "phrase": 0.7,
    "object": 0.65,
}


def statement(frames: Frames, actors: Actors, topics: Topics, draft: Draft) -> Statement:
    """The row of a draft; `parent` is set later."""
    parse = frames.parse
    content = as_content(parse, draft.pieces)
    cue_span = parse.span(draft.cue)
    spans = [cue_span, *content.spans, *(r.span for r in draft.speakers)]
    span = (min(s[0] for s in spans), max(s[1] for s in spans))
    sentence = parse.words[draft.word].sentence
    return Statement(
        id=content_id(
            "statement", parse.document.id, [r.actor or r.text for r in draft.speakers], content.spans, cue_span
        ),
        speakers=draft.speakers,
        addressees=draft.addressees,
        via=tuple({r.actor or r.text: r for r in draft.via}.values()),
        mode=_mode(parse, draft, content.spans),
        cue=Cue(text=parse.slice(cue_span), lemma=_lemma(parse, draft, cue_span), span=cue_span),
        content=content,
        date=said_on(parse, draft, content.spans),
        stance=stance(frames, actors, draft, content.spans),
        topics=topics.of(sentence, content.spans),
        span=span,
        sentence=sentence,
        text=parse.slice(span),
        confidence=_confidence(draft),
        why=(draft.rule.id, *(a for a in dict.fromkeys(draft.also) if a != draft.rule.id)),
    )


def _lemma(parse: Parse, draft: Draft, cue: Span) -> str:
    return draft.frame.lemma if draft.frame else parse.slice(cue).lower()


def _mode(parse: Parse, draft: Draft, spans: tuple[Span, ...]) -> StatementMode:
    """Direct where all content is in quotation marks, mixed where some is, else indirect or belief."""
    cue = parse.words[draft.word].start
    quotes = [[q for q in quotes_in(parse, s) if not q.level and not q.span[0] <= cue < q.span[1]] for s in spans]
    inside = [sum(min(b, q.span[1]) - max(a, q.span[0]) for q in qs) for (a, b), qs in zip(spans, quotes, strict=True)]
    total, quoted = sum(b - a for a, b in spans), sum(inside)
    if quoted >= 0.9 * total:
        return "direct"
    if quoted >= 0.25 * total or any(i and i >= 0.9 * (b - a) for i, (a, b) in zip(inside, spans, strict=True)):
        return "mixed"
    return "belief" if draft.rule.belief else "indirect"


def _confidence(draft: Draft) -> float:
    value = PLACES.get(draft.place, 0.85)
    if not draft.speakers:
        value *= 0.7
    elif any(r.actor is None for r in draft.speakers):
        value *= 0.9
    if any(r.via in ("pronoun", "definite") for r in draft.speakers):
        value *= 0.9
    return round(value, 3)


def kept(parse: Parse, draft: Draft, row: Statement) -> Decision:
    """The decision of a row that was coded."""
    return msgspec.structs.replace(dropped(parse, draft, "coded"), kept=True, row=row.id, span=row.span, text=row.text)


def dropped(parse: Parse, draft: Draft, reason: str) -> Decision:
    """The decision of a cue that gave no row."""
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
