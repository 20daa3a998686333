"""Who speaks and to whom."""

from __future__ import annotations

from legation.actors import Actors
from legation.language.frames import Frame, Frames
from legation.records import ActorRef
from legation.statements.content import as_content, content_words
from legation.statements.cues import CueRule, verbs

# Subjects that do not speak: "it is believed", "what he says", "this suggests".
MUTE = frozenset({"it", "this", "that", "which", "what", "there", "these", "those"})


def named(actors: Actors, i: int) -> tuple[ActorRef, ...]:
    """The actors of a phrase; where it names none, the phrase itself as an unnamed speaker."""
    parse = actors.parse
    found: list[ActorRef] = []
    for c in parse.conjuncts(i):
        found.extend(actors.resolve(c) or ((actors.unnamed(c),) if parse.words[c].lower not in MUTE else ()))
    return tuple({(r.actor, r.name, r.span if r.actor is None else None): r for r in found}.values())


def speakers(frames: Frames, actors: Actors, frame: Frame) -> tuple[ActorRef, ...]:
    """The speakers of a cue: its agents; nothing where the verb has none ("it is believed")."""
    return tuple(r for i in frame.slot("agent") for r in named(actors, i))


def addressees(frames: Frames, actors: Actors, frame: Frame, rule: CueRule) -> tuple[ActorRef, ...]:
    """Who was told: the fillers of the cue's addressee slots that are people, bodies or media."""
    parse = frames.parse
    found: list[ActorRef] = []
    for slot in rule.addressee:
        for i in frame.slot(slot):
            if slot == "to" and parse.words[i].pos == "VERB":
                continue
            refs = [r for w in (*parse.conjuncts(i), *parse.subtree(i)) if w == i or w in actors.by_word for r in actors.resolve(w)]
            found.extend(refs or ([actors.unnamed(i)] if slot in ("patient", "iobj") and parse.words[i].pos in ("NOUN", "PROPN") else []))
    return tuple({(r.actor or r.text): r for r in found}.values())


def relayed(frames: Frames, actors: Actors, frame: Frame) -> tuple[tuple[ActorRef, ...], tuple[ActorRef, ...], set[int]]:
    """ "TASS quoted Lavrov as saying that …": the speakers, the channel, and the words said."""
    parse = frames.parse
    via = tuple(r for i in frame.slot("agent") for r in named(actors, i))
    said = tuple(r for i in frame.slot("patient") for r in named(actors, i))
    below = [c for c in parse.subtree(frame.word) if c != frame.word and parse.words[c].tag == "VBG" and frames.lemma(c) in verbs()]
    for c in below:
        words = content_words(frames, frames.at(c), verbs()[frames.lemma(c)])
        if words and as_content(parse, [words]).text:
            return said, via, words
    return (), via, set()
