"""Discards: sport, fiction, law, markets and metaphor look like acts between states and are none."""

from __future__ import annotations

import msgspec

from legation.events.rules import Rule
from legation.events.sides import Parties, Party
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.tables import frame_tables
from legation.lexicon import load, per_lexicon

DASHES = frozenset({"-", "–"})
SCORE = 4
"""The most digits of a score: "21-19"."""


class Discard(msgspec.Struct, frozen=True, rename={"place": "in"}):
    """One rule of `lexicon/en/discards.yaml`."""

    id: str
    place: str
    words: frozenset[str]
    at: str
    score: bool = False
    types: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()


@per_lexicon
def discards() -> tuple[Discard, ...]:
    return load("en/discards", tuple[Discard, ...])


# Places that are no slot: all who do the act, all to whom it is done, all of both. Each of them must be such a one.
SIDES = frozenset({"doers", "others", "everybody"})


def discard(frames: Frames, frame: Frame, rule: Rule, parties: Parties) -> str | None:
    """The id of the discard that drops this match, or None."""
    of_type = (d for d in discards() if not d.types or rule.type in d.types)
    return next((d.id for d in of_type if _applies(frames, frame, parties, d)), None)


def _applies(frames: Frames, frame: Frame, parties: Parties, found: Discard) -> bool:
    if found.place in SIDES:
        if not _all_such(frames, _side(parties, found.place), found):
            return False
    elif not _forms(frames, _looked_at(frames, frame, found.place)) & found.words:
        return False
    if found.score and not _scored(frames, frame):
        return False
    if found.unless or found.beside:
        said = _forms(frames, _looked_at(frames, frame, "sentence"))
        if said & found.unless or (found.beside and not said & found.beside):
            return False
    return not found.agents or _told_by(frames, frame, found)


def _all_such(frames: Frames, side: tuple[Party, ...], found: Discard) -> bool:
    """Whether each of some parties is one of the words, or stands beside one that is."""
    forms = [_forms(frames, _heads(frames, p)) for p in side]
    return any(f & found.words for f in forms) and all(f & (found.words | found.vague) for f in forms)


def _side(parties: Parties, place: str) -> tuple[Party, ...]:
    doers, others = parties.actors, parties.recipients
    return {"doers": doers, "others": others}.get(place, (*doers, *others))


def _heads(frames: Frames, party: Party) -> list[int]:
    """The noun that says what a party is; of a name those before it: "the Danish brewer Carlsberg"."""
    words = frames.parse.words
    inside = frames.parse.words_in(party.ref.span)
    last = inside[-1] if inside else party.word
    if words[last].dep == "amod":  # "ordered a Danish brewer": the slot names the adjective alone
        last = words[last].head
    before = [w for w in inside if words[w].pos == "NOUN"] if words[last].pos == "PROPN" else []
    return [last, *before]


def _scored(frames: Frames, frame: Frame) -> bool:
    """A score in the act's sentence, "2-0", and no span of days: "May 4-5"."""
    parse = frames.parse
    part = parse.sentences[frame.sentence]
    rows = (parse.words[i : i + 3] for i in range(part.first, part.last - 2))
    return any(
        one.text.isdigit() and two.text.isdigit() and dash.text in DASHES and len(one.text + two.text) <= SCORE
        for one, dash, two in rows
        if one.end == dash.start and dash.end == two.start and one.i not in parse.time_words
    )


def _looked_at(frames: Frames, frame: Frame, place: str) -> list[int]:
    parse = frames.parse
    if place == "sentence":
        sentence = parse.sentences[frame.sentence]
        return list(range(sentence.first, sentence.last))
    if place == "phrase":
        return [i for w in frame.words for i in parse.phrase(w)]
    if place == "governor":
        word = parse.words[frame.word]
        return [word.head] if frame.kind == "noun" and word.dep in ("obj", "nsubj:pass", "nmod") else []
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
