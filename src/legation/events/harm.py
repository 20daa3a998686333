"""Harm: the words that make people casualties, whom an act of force harmed, who suffers a deed that is told of."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.tables import frame_tables
from legation.lexicon import load, per_lexicon
from legation.records import Harm


class Entry(msgspec.Struct, frozen=True):
    """One entry of `lexicon/en/casualties.yaml`."""

    id: str
    kind: Harm
    verbs: tuple[str, ...]
    suffers: tuple[str, ...]
    states: tuple[str, ...]
    nouns: tuple[str, ...]
    at: str = ""


class Words(NamedTuple):
    """Words → what became of people."""

    verbs: dict[str, Harm]
    suffers: dict[str, Harm]
    states: dict[str, Harm]
    nouns: dict[str, Harm]


@per_lexicon
def harming() -> Words:
    """The words of `lexicon/en/casualties.yaml`."""
    entries = load("en/casualties", tuple[Entry, ...])
    return Words(*({word: e.kind for e in entries for word in getattr(e, name)} for name in Words._fields))


def harmed(frames: Frames, frame: Frame) -> tuple[int, ...]:
    """Whom the verb beside an act that is a noun says it harmed, as words.

    "An officer was killed in the strike near Basra", "the strike in Basra that wounded an officer".
    """
    parse, harm, word = frames.parse, harming(), frames.parse.words[frame.word]
    below = [c for c in parse.children(word.i, "acl", "acl:relcl") if frames.lemma(c) in harm.verbs]
    above = [word.head] if word.dep in ("obl", "nsubj") and word.head >= 0 else []
    for verb in (*below, *above):
        told, within = frames.at(verb), word.dep == "obl" and verb in above
        if told.lemma in harm.verbs and told.passive == within:
            return told.slot("patient")
        if told.lemma in harm.suffers and within:
            return told.slot("agent")
    return ()


def wronged(frames: Frames, frame: Frame, word: int, slot: str) -> bool:
    """Whether a filler suffers a deed that the frame tells of: "condemned the killing of Chadians", "… on Chad"."""
    words = frames.parse.words
    head = words[word].head
    deed = head >= 0 and head not in frame.words and words[head].lemma in frame_tables().wrongs
    return deed and slot.rpartition(".")[2] in frame_tables().suffered
