"""Discards: sport, fiction, law, markets and metaphor look like acts between states and are none."""

from __future__ import annotations

import msgspec

from legation.events.rules import Rule
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.tables import frame_tables
from legation.lexicon import load, per_lexicon


class Discard(msgspec.Struct, frozen=True, rename={"place": "in"}):
    """One rule of `lexicon/en/discards.yaml`."""

    id: str
    place: str
    words: frozenset[str]
    at: str
    types: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()


@per_lexicon
def discards() -> tuple[Discard, ...]:
    return load("en/discards", tuple[Discard, ...])


def discard(frames: Frames, frame: Frame, rule: Rule) -> str | None:
    """The id of the discard that drops this match, or None."""
    return next(
        (d.id for d in discards() if (not d.types or rule.type in d.types) and _applies(frames, frame, d)), None
    )


def _applies(frames: Frames, frame: Frame, found: Discard) -> bool:
    words = _forms(frames, _looked_at(frames, frame, found.place))
    if not words & found.words:
        return False
    if found.unless and _forms(frames, _looked_at(frames, frame, "sentence")) & found.unless:
        return False
    return not found.agents or _told_by(frames, frame, found)


def _looked_at(frames: Frames, frame: Frame, place: str) -> list[int]:
    parse = frames.parse
    if place == "sentence":
        sentence = parse.sentences[frame.sentence]
        return list(range(sentence.first, sentence.last))
    if place == "phrase":
        return [i for w in frame.words for i in parse.phrase(w)]
    if place == "above":
        return list(parse.ancestors(frame.word))
    if place == "head":
        return _head(frames, frame)
    return list(frame.slot(place))


def _head(frames: Frames, frame: Frame) -> list[int]:
    """ "a lull in the fighting", "the fighting stopped": the noun that a noun hangs on, or the verb that has it as
    subject without an object, or as object."""
    parse, word = frames.parse, frames.parse.words[frame.word]
    if word.dep in ("nmod", "obj", "nsubj:pass"):
        return [word.head]
    return [word.head] if word.dep == "nsubj" and not parse.children(word.head, "obj") else []


def _told_by(frames: Frames, frame: Frame, found: Discard) -> bool:
    """Whether a governing verb's agent, or a governing noun, is a work of fiction."""
    parse = frames.parse
    for i in parse.ancestors(frame.word):
        heads = [i, *frames.at(i).slot("agent")] if parse.words[i].pos == "VERB" else [i]
        if _forms(frames, [h for h in heads if not _measures(frames, frame, h)]) & found.agents:
            return True
    return False


def _measures(frames: Frames, frame: Frame, noun: int) -> bool:
    """ "a series of attacks" is no series that tells of them."""
    measure = frames.parse.words[noun].lemma in frame_tables().measures
    return measure and frames.case(frame.word)[0] == "of" and noun in frames.parse.ancestors(frame.word)


def _forms(frames: Frames, words: list[int]) -> frozenset[str]:
    parse = frames.parse
    return frozenset(form for i in words for form in (parse.words[i].lemma, parse.words[i].lower, parse.words[i].text))
