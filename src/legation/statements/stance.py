"""Stance: how friendly a statement is toward each state that its words judge.

Every word of `lexicon/en/stance.yaml` in the cue or the content looks for the state that it judges: a deed for who did
it, an attitude for whom it is held against, a quality for what it is said of. A word that finds no state says nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from legation.actors import Actors
from legation.language.frames import Frames
from legation.lexicon import load, per_lexicon
from legation.records import Span, Stance
from legation.statements.cues import form
from legation.statements.drafts import Draft
from legation.statements.near import matches_in

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "without", "neither", "nor"})
HELD_AGAINST = ("with", "to", "toward", "towards", "against", "for", "on", "upon", "of", "between", "at", "by")
SAID_OF = frozenset({"nsubj", "nsubj:pass"})


class Words(msgspec.Struct, frozen=True):
    """Lemma → weight, by whom the word judges."""

    deeds: dict[str, float]
    attitudes: dict[str, float]
    qualities: dict[str, float]


class Tone(msgspec.Struct, frozen=True):
    """`lexicon/en/stance.yaml`."""

    friendly: Words
    hostile: Words


@per_lexicon
def tone(kind: str) -> dict[str, float]:
    """Lemma → weight, −1 … 1, of "deeds", "attitudes" or "qualities"."""
    table = load_tone()
    return {**getattr(table.friendly, kind), **{w: -v for w, v in getattr(table.hostile, kind).items() if v}}


@per_lexicon
def load_tone() -> Tone:
    """The compiled table."""
    return load("en/stance", Tone)


def stance(frames: Frames, actors: Actors, draft: Draft, spans: Sequence[Span]) -> tuple[Stance, ...]:
    """One Stance per state judged that is not the speakers' own, in the order of the text."""
    parse = frames.parse
    own = {r.country for r in draft.speakers if r.country}
    words = {i for s in spans for i in parse.words_in(s)}
    found: dict[str, list[float]] = defaultdict(list)
    for i in sorted(words | {draft.word}):
        judgements = (
            (value, states)
            for value, judged in _judged(frames, i, draft.word)
            if (states := _states(actors, judged, words))
        )
        for value, states in islice(judgements, 1):
            for state in (s for s in states if s not in own):
                found[state].append(value)
    return tuple(Stance(toward=c, value=_joined(values)) for c, values in found.items())


def _joined(values: Sequence[float]) -> float:
    """Several words strengthen each other, a little."""
    return round(max(-1.0, min(1.0, sum(values) / max(1.0, math.sqrt(len(values))))), 2)


def _judged(frames: Frames, i: int, cue: int) -> Iterator[tuple[float, set[int]]]:
    """The weights of a word and the words among which the state that it judges may stand, the likelier first."""
    word = frames.parse.words[i]
    if word.pos not in ("VERB", "NOUN", "ADJ", "ADV", "PROPN"):
        return
    lemma = word.lemma.lower()
    own = i == cue or _held_by_speaker(frames, i)
    for kind, find in (("attitudes", _held_against), ("deeds", _done_by), ("qualities", _said_of)):
        weight = tone(kind).get(lemma, 0.0)
        if kind == "attitudes" and not (own or (weight > 0 and word.pos == "NOUN" and not _holders(frames, i))):
            continue
        if weight and (i != cue or kind == "attitudes") and (judged := find(frames, i)):
            negated = _negated(frames, i)
            if not (negated and kind == "deeds"):
                yield (-0.5 * weight if negated else weight), judged


def _holders(frames: Frames, i: int) -> list[int]:
    """Who holds an attitude: agent or owner."""
    return [h for slot in ("agent", "poss", "mod", "by") for h in frames.at(i).slot(slot)]


def _held_by_speaker(frames: Frames, i: int) -> bool:
    """ "We condemn Iran", "Iran must be punished": the speaker's own attitude, not one that he tells of."""
    parse, frame = frames.parse, frames.at(i)
    holders = _holders(frames, i)
    if not holders:
        return frame.kind == "verb" and frame.passive and bool(parse.children(i, "aux"))
    return any(parse.words[h].lower in form("first_person") for h in holders)


def _negated(frames: Frames, i: int) -> bool:
    parse = frames.parse
    heads = [i] if parse.words[i].pos != "NOUN" else [i, parse.words[i].head]
    return any(
        parse.words[c].lower in NEGATIONS for h in heads if h >= 0 for c in parse.children(h, "advmod", "det", "cc")
    )


def _done_by(frames: Frames, i: int) -> set[int]:
    """Agent, possessor, adjective or "by" of a deed; not its "of" or "against"."""
    frame = frames.at(i)
    heads = [
        h
        for slot in ("agent", "poss", "by", "mod", "from")
        for h in frame.slot(slot)
        if not (frame.kind == "noun" and slot == "agent")
    ]
    if frame.kind == "verb" and frame.passive:
        heads = list(frame.slot("agent"))
    return _near(frames, heads)


def _held_against(frames: Frames, i: int) -> set[int]:
    """Object or prepositional object; of an act, who did it."""
    frame = frames.at(i)
    if frame.kind == "verb" and frame.passive and not frame.slot("agent"):
        return _near(frames, [h for h in frame.slot("patient") if h < i])
    heads = list(frame.slot("patient", "iobj")) if frame.kind == "verb" else []
    heads = heads or [h for slot in HELD_AGAINST for h in frame.slot(slot) if h > i]
    if frame.kind != "verb":
        return _near(frames, heads)
    return {w for h in heads for w in _answerable(frames, h)}


def _answerable(frames: Frames, i: int) -> set[int]:
    """Whom a verb's object stands for: itself if a name; of an act who did it: "the visit of the speaker"."""
    if frames.parse.words[i].pos != "NOUN":
        return _near(frames, [i])
    frame = frames.at(i)
    for slots in (("poss", "by"), ("mod",), ("of",), ("with", "between")):
        if heads := [h for slot in slots for h in frame.slot(slot)]:
            return {w for h in heads for w in _alone(frames, h)}
    return {i}


def _alone(frames: Frames, i: int) -> set[int]:
    """A phrase with its "of" complements only: "the visit of the speaker to Taiwan" is no word about Taiwan."""
    away = {w for c in frames.parse.children(i, "nmod") if frames.case(c)[0] != "of" for w in frames.parse.subtree(c)}
    return _near(frames, [i]) - away


def _said_of(frames: Frames, i: int) -> set[int]:
    """Subject of a predicate, the noun that an adjective stands beside, owner and "with" of a noun."""
    parse, word = frames.parse, frames.parse.words[i]
    heads = parse.children(i, *SAID_OF)
    if word.head >= 0 and word.dep in ("advmod", "xcomp", "conj"):
        heads += parse.children(word.head, *SAID_OF)
    if word.head >= 0 and word.dep in ("amod", "xcomp", "compound"):
        heads.append(word.head)
    if word.head >= 0 and (word.dep in ("xcomp", "obj") or frames.case(i)[0] == "as"):
        heads += [h for h in frames.at(word.head).slot("patient", "to") if h != i and h < i]
    if word.pos == "NOUN":
        heads += [h for slot in ("poss", "with", "from", "mod", "between", "to") for h in frames.at(i).slot(slot)]
        heads += [i]
    return _near(frames, heads)


def _near(frames: Frames, heads: Sequence[int]) -> set[int]:
    """Whole phrases, without clauses inside them."""
    parse = frames.parse
    out: set[int] = set()
    for h in heads:
        clauses = {
            w
            for c in parse.subtree(h)
            if c != h and parse.words[c].dep.split(":")[0] in ("acl", "ccomp", "advcl", "parataxis")
            for w in parse.subtree(c)
        }
        out |= set(parse.subtree(h)) - clauses
    return out


def _states(actors: Actors, words: set[int], content: set[int]) -> list[str]:
    """The states (or organisations) that names among the words stand for, each once; only names within the content."""
    owners = (actors.owner(m) for m in matches_in(actors, words & content) if m.name.kind != "place")
    return list(dict.fromkeys(o.id for o in owners if o))
