"""When something was said: the time that stands with the cue, never one within what is said."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile

import msgspec

from legation.language.parse import Parse
from legation.language.times import TimeExpression
from legation.language.when import dated, when
from legation.records import Date, Span
from legation.statements.cues import form
from legation.statements.drafts import Draft
from legation.statements.near import times_in

REACH = 5  # words between a cue and a time that the tree hung elsewhere
WEEK = timedelta(days=7)


def said_on(parse: Parse, draft: Draft, spans: tuple[Span, ...]) -> Date:
    """The date of a statement; of a weekday said in the past tense the one before publication."""
    published = parse.document.published
    time = None
    if draft.frame is not None:
        time = when(parse, draft.frame)
        if time is None or _inside(time.span, spans) or _elsewhere(parse, draft.word, time):
            time = _near(parse, draft, spans) or _on_occasion(parse, draft, spans)
    found = dated(time, published)
    return _before(found, published) if draft.frame is not None and past(parse, draft.word) else found


def _inside(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in spans)


def _elsewhere(parse: Parse, cue: int, time: TimeExpression) -> bool:
    """Whether a time stands with the speaker's description or with another verb of speech, not with the cue."""
    words = parse.words_in(time.span)
    chain = list(takewhile(lambda a: a != cue, (words[0], *parse.ancestors(words[0])))) if words else []
    if any(parse.words[a].dep == "appos" for a in chain):
        return True
    return any(parse.words[a].pos == "VERB" and parse.words[a].dep == "parataxis" for a in chain)


def _near(parse: Parse, draft: Draft, spans: tuple[Span, ...]) -> TimeExpression | None:
    """The time nearest to the cue outside what is said, with no comma and no other verb between."""
    best: tuple[int, TimeExpression] | None = None
    for time in times_in(parse, parse.words[draft.word].sentence):
        if _inside(time.span, spans):
            continue
        words = parse.words_in(time.span)
        gap = (
            range(draft.word + 1, words[0])
            if words and words[0] > draft.word
            else range(words[-1] + 1 if words else 0, draft.word)
        )
        if (
            not words
            or len(gap) > REACH
            or any(parse.words[i].text in (",", ";", ":") or parse.words[i].pos == "VERB" for i in gap)
        ):
            continue
        if best is None or len(gap) < best[0]:
            best = len(gap), time
    return best[1] if best else None


def _on_occasion(parse: Parse, draft: Draft, spans: tuple[Span, ...]) -> TimeExpression | None:
    """The time of the occasion or of the speaking that a cue names: "speaking in Oslo on Friday, she said"."""
    for time in times_in(parse, parse.words[draft.word].sentence):
        words = parse.words_in(time.span)
        if not words or _inside(time.span, spans):
            continue
        top = next((w for w in words if parse.words[w].head not in words), words[0])
        chain = list(takewhile(lambda a: a != draft.word, parse.ancestors(top)))
        reached = len(chain) < len(list(parse.ancestors(top)))
        chain = chain[:-1] if chain and parse.words[chain[-1]].dep == "nsubj" else chain
        told = "occasion" if chain and parse.words[chain[-1]].pos == "NOUN" else "speaking"
        if reached and chain and parse.words[chain[-1]].lemma in form(told):
            dating = form("occasion") | form("speaking") | form("dating")
            if all(parse.words[a].lemma in dating or parse.words[a].pos == "PROPN" for a in chain):
                return time
    return None


def past(parse: Parse, i: int) -> bool:
    """Whether a verb of saying is in the past tense."""
    return parse.words[i].tag == "VBD" or (
        parse.words[i].tag == "VBN" and any(parse.words[c].tag == "VBD" for c in parse.children(i, "aux", "aux:pass"))
    )


def _before(found: Date, published: str | None) -> Date:
    """Nothing was said after publication: a day within the next week is that weekday of the last."""
    if (
        found.basis != "stated"
        or not published
        or not found.start
        or found.start != found.end
        or found.start <= published
    ):
        return found
    try:
        day, limit = date.fromisoformat(found.start), date.fromisoformat(published)
    except ValueError:
        return found
    if day - limit > WEEK:
        return found
    earlier = (day - WEEK).isoformat()
    return msgspec.structs.replace(found, start=earlier, end=earlier)
