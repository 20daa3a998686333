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
from legation.statements.speaker import distinct, lasting


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
    if {"iobj"} <= set(rule.addressee) and not found:
        told = [i for i in (*frame.slot("patient"), *frames.parse.children(frame.word, "iobj")) if i not in content]
        found.extend(r for i in told if i < min(content, default=i) for r in _listeners(frames, actors, i, "iobj"))
    return tuple({(r.actor or r.text): r for r in lasting(found)}.values())


def _listeners(frames: Frames, actors: Actors, i: int, slot: str) -> Iterator[ActorRef]:
    parse = frames.parse
    if parse.words[i].pos not in ("NOUN", "PROPN", "PRON", "NUM") or i in parse.time_words:
        return
    for c in parse.conjuncts(i):
        inside = [w for w in _close(frames, c) if w == c or w in actors.by_word]
        listener = parse.words[c].lemma.lower() in form("listeners")
        refs = actors.resolve(c) or (actors.refs(c) if listener else ())
        refs = refs or distinct(r for w in inside for r in actors.resolve(w))
        if refs:
            yield from refs
        elif listener or (slot in ("patient", "iobj", "on", "upon") and parse.words[c].pos in ("NOUN", "PROPN")):
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
        if word.lemma in form("asking") and word.tag == "VBN" and word.head == frame.word:
            yield from (r for h in frames.at(i).slot("agent") for r in _listeners(frames, actors, h, "to"))
        elif word.pos == "NOUN" and word.lemma in form("asked"):
            told = [
                c
                for h in (i, word.head)
                for c in parse.children(h, "nmod", "obl")
                if frames.case(c)[0] in ("from", "by")
            ]
            yield from (r for c in told for r in _listeners(frames, actors, c, "to"))
        elif word.pos == "NOUN" and word.lemma in form("occasion"):
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
    """Words below the cue outside what is said; of its speaker only an occasion between commas, no relative clause."""
    parse, found = frames.parse, [frame.word]
    below = [(c, False, 1) for c in parse.children(frame.word)]
    while below:
        i, left_out, depth = below.pop()
        left_out = left_out or parse.words[i].dep in ("acl:relcl", "nsubj")
        if depth == 2 and _interposed(parse, i):
            found += parse.subtree(i)
            continue
        if not left_out:
            found.append(i)
        if not left_out or depth == 1:
            below += [(c, left_out, depth + 1) for c in parse.children(i)]
    yield from sorted(set(found) - content)


def _interposed(parse: Parse, i: int) -> bool:
    """ "Ramaphosa, in a speech to miners, said": an occasion set off behind the speaker."""
    if parse.words[i].lemma not in form("occasion") or parse.words[i].dep != "nmod":
        return False
    first = min((w for w in parse.subtree(i) if parse.words[w].pos != "PUNCT"), default=i)
    return parse.words[first - 1].text == ","
