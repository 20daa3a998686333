"""Whom something is said to."""

from __future__ import annotations

from collections.abc import Iterator

from legation.actors import Actors
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.records import ActorRef
from legation.statements.cues import CueRule, form
from legation.statements.drafts import Refs
from legation.statements.speaker import distinct


def addressees(frames: Frames, actors: Actors, frame: Frame, rule: CueRule, content: set[int]) -> Refs:
    """Who was told: the fillers of the cue's addressee slots."""
    found: list[ActorRef] = []
    for slot in rule.addressee:
        for i in frame.slot(slot):
            if i not in content or slot in ("patient", "iobj"):
                found.extend(_listeners(frames, actors, i, slot))
    if "patient" in rule.addressee:
        told = [
            s
            for c in frames.parse.children(frame.word, "xcomp")
            if c in content
            for s in frames.parse.children(c, "nsubj")
        ]
        found.extend(r for i in told if i not in content for r in _listeners(frames, actors, i, "patient"))
    return tuple({(r.actor or r.text): r for r in found}.values())


def _listeners(frames: Frames, actors: Actors, i: int, slot: str) -> Iterator[ActorRef]:
    parse = frames.parse
    if parse.words[i].pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return
    for c in parse.conjuncts(i):
        inside = [w for w in _close(frames, c) if w == c or w in actors.by_word]
        refs = actors.resolve(c) or distinct(r for w in inside for r in actors.resolve(w))
        if refs:
            yield from refs
        elif parse.words[c].lemma in form("listeners") or (
            slot in ("patient", "iobj", "on", "upon") and parse.words[c].pos in ("NOUN", "PROPN")
        ):
            yield actors.unnamed(c)


def _close(frames: Frames, i: int) -> list[int]:
    """A phrase without its places and times: only compounds, names, apposition and "of" complements."""
    parse = frames.parse
    far = {
        w
        for c in parse.children(i, "nmod", "acl", "acl:relcl", "obl", "nmod:poss")
        if frames.case(c)[0] != "of"
        for w in parse.subtree(c)
    }
    return [
        w for w in [*parse.phrase(i), *(x for c in parse.children(i, "nmod") for x in parse.subtree(c))] if w not in far
    ]


def faced(frames: Frames, actors: Actors, frame: Frame, content: set[int]) -> Iterator[ActorRef]:
    """Those that its occasion faces: "in an interview with Al Jazeera", "speaking to reporters"."""
    parse = frames.parse
    for i in own_clause(frames, frame, content):
        word = parse.words[i]
        if word.pos == "NOUN" and word.lemma in form("occasion"):
            yield from (
                r
                for c in parse.children(i, "nmod")
                if frames.case(c)[0] in form("facing")
                for r in _listeners(frames, actors, c, "with")
            )
            yield from (
                r
                for c in parse.children(word.head, "obl")
                if word.head == frame.word and c > i and frames.case(c)[0] == "with"
                for r in _listeners(frames, actors, c, "with")
            )
        elif word.pos == "VERB" and word.lemma in form("speaking") and i != frame.word:
            yield from (
                r
                for f in frames.at(i).fillers
                if f.slot in (*form("facing"), *(("patient",) if word.lemma == "address" else ()))
                for r in _listeners(frames, actors, f.word, "to")
            )


def own_clause(frames: Frames, frame: Frame, content: set[int]) -> Iterator[int]:
    """Words below the cue outside what is said, without relative clauses about its speaker."""
    parse = frames.parse
    for i in sorted(set(parse.subtree(frame.word)) - content):
        if not any(parse.words[a].dep in ("acl:relcl", "nsubj") for a in _path(parse, i, frame.word)):
            yield i


def _path(parse: Parse, i: int, top: int) -> Iterator[int]:
    while i != top and i >= 0:
        yield i
        i = parse.words[i].head
