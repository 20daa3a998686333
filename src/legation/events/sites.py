"""Names before a noun that say where its act was, and not whose it is: "the Vienna talks", "the Mali attack"."""

from __future__ import annotations

from legation.actors import Actors
from legation.actors.gazetteer import Match
from legation.events.rules import rules
from legation.language.frames import Frames

HYPHENS = frozenset({"-", "–", "/"})
# Types of acts that are held somewhere; before other nouns a capital is a government ("the Delhi police").
HELD = frozenset({"ASSAULT", "CONSULT", "AGREE", "PROTEST"})
# Slots of whom an act of force hit: where one is filled, the name before the act is whose act it is.
TARGETS = ("on", "against", "at", "into", "to", "of")


def sited(frames: Frames, actors: Actors, word: int) -> bool:
    """Whether a word is part of a town's or capital's name, or a land's before an act of force that names no target."""
    match = actors.by_word.get(word)
    if match is None or match.name.kind == "place":
        return match is not None
    last = frames.parse.words[match.last]
    while last.dep == "conj":  # "the Paris and Brussels attacks"
        last = frames.parse.words[last.head]
    if last.dep != "compound" or _joined(frames, match):
        return False
    noun = frames.parse.words[last.head]
    acts = {rule.type for rule in rules().get(("noun", noun.lemma), ())}
    if match.name.kind == "capital":
        return bool(acts & HELD)
    return "ASSAULT" in acts and _land(match) and not frames.at(noun.i).slot(*TARGETS)


def _joined(frames: Frames, match: Match) -> bool:
    """ "the Moscow-Tehran talks": a pair of parties."""
    words = frames.parse.words
    return any(w.text in HYPHENS for w in (*words[max(0, match.first - 1) : match.first], *words[match.last + 1 :][:1]))


def _land(match: Match) -> bool:
    """A state by its plain name: "the Mali attack", but not "the U.S. attack"."""
    plain = match.name.kind == "name" and match.entity.kind == "country"
    return plain and not match.name.name.replace(".", "").isupper()
