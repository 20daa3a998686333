"""Cues → statements: one row for what one speaker says at one place, with its chain, date and stance."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from legation.actors import Actors
from legation.decisions import Decision
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.records import Statement
from legation.statements.cues import form
from legation.statements.drafts import Draft, names
from legation.statements.find import find
from legation.statements.nesting import in_first_person, nested
from legation.statements.occasions import on_one_occasion
from legation.statements.quotation import continued
from legation.statements.rows import dropped, kept, statement
from legation.statements.saying import past
from legation.statements.topics import Topics


@dataclass(frozen=True, slots=True)
class Coded:
    """The statements of a document and every decision behind them."""

    statements: tuple[Statement, ...]
    decisions: tuple[Decision, ...]


def code(frames: Frames, actors: Actors) -> Coded:
    """The statements of a parse."""
    found = find(frames, actors)
    decisions = [dropped(frames.parse, d, d.reason) for d in found if d.reason is not None]
    drafts: list[Draft] = []
    for draft in (d for d in found if d.reason is None):
        if (above := _above(frames.parse, drafts, draft)) is not None:
            _join(frames.parse, above, draft)
        elif draft.said:
            drafts.append(draft)
    _part(drafts)
    _go_on(frames.parse, drafts)
    topics = Topics(frames.parse, actors)
    rows = nested([statement(frames, actors, topics, d) for d in drafts], frames.parse)
    rows = in_first_person(rows, frames.parse)
    rows = list(
        on_one_occasion(rows, [d.frame is not None and past(frames.parse, d.word) for d in drafts], frames.parse)
    )
    decisions += [kept(frames.parse, d, s) for d, s in zip(drafts, rows, strict=True)]
    unique = {s.id: s for s in rows}
    return Coded(tuple(sorted(unique.values(), key=lambda s: (s.span, s.id))), tuple(decisions))


def _above(parse: Parse, drafts: list[Draft], draft: Draft) -> Draft | None:
    """The statement that a participle goes on with ("…, adding that …"): of the same speakers, in its sentence."""
    word = parse.words[draft.word]
    if (
        draft.frame is None
        or draft.frame.kind != "verb"
        or word.tag != "VBG"
        or word.dep not in ("advcl", "conj", "xcomp", "acl", "parataxis")
    ):
        return None
    near = takewhile(lambda d: parse.words[d.word].sentence == word.sentence, reversed(drafts))
    verbs = [d for d in near if d.frame is not None and d.frame.kind == "verb" and d.word < draft.word][::-1]
    chain = set(parse.ancestors(draft.word))
    same = [d for d in verbs if d.word in chain and names(d.speakers) == names(draft.speakers)]
    if same or draft.frame.lemma.split()[0] not in form("joining"):
        return same[-1] if same else None
    return next((d for d in verbs if d.said & chain and _set_off(parse, draft.word)), None)


def _set_off(parse: Parse, i: int) -> bool:
    """Whether a comma or a closing mark stands before a participle (and its adverb)."""
    return any(parse.words[w].pos == "PUNCT" for w in range(max(0, i - 2), i))


def _join(parse: Parse, above: Draft, draft: Draft) -> None:
    """Adds a participle's content to the statement above it, and takes the participle itself out of that."""
    below = set(parse.subtree(draft.word))
    above.pieces = [p - below for p in above.pieces] + draft.pieces
    above.addressees = above.addressees or draft.addressees
    above.also = (*above.also, draft.rule.id)


def _part(drafts: list[Draft]) -> None:
    """What runs on behind an inserted cue ("he said on Monday") is no part of other statements inside its content."""
    by_word = {d.word: d for d in drafts if d.frame is not None}
    for outer in drafts:
        for inner in (by_word[w] for w in outer.said if w in by_word and by_word[w] is not outer):
            inner.pieces = [p - outer.own for p in inner.pieces]


def _go_on(parse: Parse, drafts: list[Draft]) -> None:
    """Quotations that run on behind a statement belong to it."""
    cues = {d.word for d in drafts}
    for draft in drafts:
        draft.pieces.extend(continued(parse, draft.said, draft.word, cues))
