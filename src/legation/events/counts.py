"""How many: acts that the text counts ("four phone talks"), and people ("hundreds of protesters", "ten diplomats")."""

from __future__ import annotations

from collections.abc import Iterator

from legation.events.rules import Rule
from legation.events.tolls import is_people, noun_of
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.language.quantities import Quantity, amount, occurrences
from legation.records import Count

# What is done by, with or to people whose number tells its size.
SIZED = {
    "PROTEST": ("agent", "by", "of", "with", "poss", "mod"),
    "MOBILIZE": ("patient", "agent", "of", "with", "by"),
    "COOPERATE": ("with", "of", "agent"),
    "AID": ("patient", "of", "agent"),
    "RETREAT": ("patient", "of", "agent"),
    "COERCE": ("patient", "of"),
    "SANCTION": ("patient", "of"),
}


def count(frames: Frames, frame: Frame) -> Count | None:
    """How many acts: the number before a noun, or a word like "twice"."""
    return _of_noun(frames.parse, frame) if frame.kind == "noun" else _times(frames.parse, frame)


def people(frames: Frames, frame: Frame, rule: Rule) -> Count | None:
    """How many people it takes or touches: "hundreds of protesters marched", "sent 5,000 troops", "expelled ten"."""
    slots = ("patient", "of") if rule.mode == "abduct" else SIZED.get(rule.type, ())
    return next((_count(q) for q in _people(frames, frame, slots)), None)


def _of_noun(parse: Parse, frame: Frame) -> Count | None:
    """ "four phone talks", "dozens of arrests"."""
    head, word = parse.words[frame.word].head, parse.words[frame.word]
    plural = [head] if head >= 0 and word.dep == "nmod" and word.tag in ("NNS", "NNPS") else []
    for number in (*parse.children(frame.word, "nummod"), *plural):
        found = amount(parse, number)
        if found is not None and found.unit is None:
            return _count(found)
    return None


def _times(parse: Parse, frame: Frame) -> Count | None:
    """ "visited twice", "called three times"."""
    for child in parse.children(frame.word, "advmod", "obl", "obj"):
        often = occurrences(parse, child)
        if often is not None:
            return Count(value=often)
        number = next(iter(parse.children(child, "nummod")), None)
        if parse.words[child].lower == "times" and number is not None and (found := amount(parse, number)):
            return _count(found)
    return None


def _people(frames: Frames, frame: Frame, slots: tuple[str, ...]) -> Iterator[Quantity]:
    """The numbers of people in slots of a frame, in the order of the slots."""
    parse = frames.parse
    for word in (c for w in frame.slot(*slots) for c in parse.conjuncts(w)):
        for number in (word, *parse.children(word, "nummod")):
            found = amount(parse, number)
            if found is not None and found.unit is None and is_people(parse, noun_of(frames, found)):
                yield found


def _count(found: Quantity) -> Count:
    return Count(value=found.value, bound=found.bound)
