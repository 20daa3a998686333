"""Who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from legation.actors import Actors
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.records import ActorRef
from legation.statements.cues import CueRule, form
from legation.statements.drafts import Refs

DATELINE = re.compile(r"[A-Z][\w .,/'’-]{1,40}\([A-Z][\w ]+\)\s*[-–—]+\s")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
INSIDE = frozenset(
    {
        "compound",
        "flat",
        "nmod",
        "nmod:poss",
        "nmod:desc",
        "amod",
        "conj",
        "appos",
        "det",
        "case",
        "nummod",
        "cc",
        "punct",
        "advmod",
        "fixed",
        "det:predet",
        "nmod:unmarked",
        "acl",
    }
)
MEDIA = "MED"
HOLDING = ("by", "from", "of", "poss")


def named(frames: Frames, actors: Actors, i: int) -> Refs:
    """The actors of a phrase; where it names none, the phrase itself; a document speaks for who wrote it."""
    found: list[ActorRef] = []
    for c in frames.parse.conjuncts(i):
        if _describes(frames.parse, i, c):
            continue
        known = () if _introduced(frames.parse, c) else actors.resolve(c)
        found.extend(_written(frames, actors, c) or known or _unnamed(actors, c))
    return distinct(found)


def _describes(parse: Parse, i: int, other: int) -> bool:
    """ "Yasay, the secretary and a former chairman": a noun joined behind an apposition describes the name."""
    described = parse.words[i].pos == "PROPN" and parse.words[other].pos == "NOUN"
    return described and any(i < a < other for a in parse.children(i, "appos"))


def _introduced(parse: Parse, i: int) -> bool:
    """ "Two people", "three officials": a number without an article goes back to nobody."""
    counted = parse.words[i].tag == "NNS" and bool(parse.children(i, "nummod"))
    owned = any(c < i for c in parse.children(i, "det", "nmod:poss", "amod", "compound"))
    return counted and not owned


def lasting(refs: Iterable[ActorRef]) -> list[ActorRef]:
    """Mentions that no longer one holds and that describe no name right behind them: "the agency ISNA"."""
    every = list(refs)
    return [r for r in every if not any(o is not r and _holds(o, r) for o in every)]


def _holds(other: ActorRef, ref: ActorRef) -> bool:
    (a, b), (c, d) = other.span, ref.span
    return a == d + 1 or (other.span != ref.span and a <= c and d <= b)


def distinct(refs: Iterable[ActorRef]) -> Refs:
    """Each actor once; unnamed ones by their place."""
    return tuple({(r.actor, r.name, r.span if r.actor is None else None): r for r in refs}.values())


def _unnamed(actors: Actors, i: int) -> Refs:
    word = actors.parse.words[i]
    if word.pos not in NOMINAL or word.lower in form("mute"):
        return ()
    plain = actors.unnamed(i)
    words = set(actors.parse.words_in(plain.span))
    end = max(words, default=i)
    behind = {
        w
        for c in actors.parse.children(i, "nmod", "amod")
        if _belongs(actors.parse, i, c)
        for w in actors.parse.subtree(c)
    }
    while end + 1 in behind and actors.parse.words[end + 1].pos != "PUNCT":
        end += 1
    span = (plain.span[0], actors.parse.words[end].end if words else plain.span[1])
    return (msgspec.structs.replace(plain, text=actors.parse.slice(span), span=span, name=_called(actors.parse, i)),)


def _belongs(parse: Parse, i: int, other: int) -> bool:
    """Whether what stands behind a noun describes it; a time does not: "a group of doctors in 2015"."""
    return other > i and other not in parse.time_words


def _called(parse: Parse, i: int) -> str | None:
    """The name that a person described has in apposition: "an army spokesman, Colonel Idris Bello, …"."""
    named = next((c for c in parse.children(i, "appos") if parse.words[c].name.endswith("PER")), None)
    if named is None or parse.words[i].pos != "NOUN":
        return None
    return parse.slice(parse.span([named, *parse.children(named, "flat")]))


def _written(frames: Frames, actors: Actors, i: int) -> Refs:
    """ "a statement by the ministry", "the UN report", "issued a statement saying": whose document it is."""
    parse = frames.parse
    if parse.words[i].lemma not in form("document") or parse.words[i].pos != "NOUN":
        return ()
    frame = frames.at(i)
    holders = [r for slot in HOLDING for h in frame.slot(slot) for r in actors.refs(h)]
    holders = holders or [r for h in frame.slot("in") for r in actors.refs(h) if r.sector == MEDIA]
    clauses = {w for c in parse.children(i, "acl:relcl", "acl") for w in parse.subtree(c)}
    phrase = [w for w in parse.phrase(i) if w not in clauses]
    span = parse.span(w for w in phrase if parse.words[w].dep != "det" or parse.words[w].head != i)
    if holders or (holders := list(_adjacent(actors, i))):
        return distinct(
            msgspec.structs.replace(r, text=parse.slice(span), span=span, via=r.via or "definite") for r in holders
        )
    return tuple(r for h in frame.slot("agent") for r in named(frames, actors, h)) if frame.carrier is not None else ()


def _adjacent(actors: Actors, i: int) -> Refs:
    """ "the UN report": the owner named before the document, without its "of" complement."""
    before = {w for c in actors.parse.children(i, "compound", "amod", "nmod:poss", "nmod:desc") for w in (c,)}
    return tuple(
        r for w in sorted(before) for r in actors.resolve(w) or (actors.modified(i) if w in actors.by_word else ())
    )


def speakers(frames: Frames, actors: Actors, frame: Frame, rule: CueRule, place: str) -> Refs:
    """The speakers of a cue: its agents, else the phrase that stands before or behind its verb."""
    slot = "patient" if rule.passive == "experiencer" else "agent"
    heads = inverted(frames.parse, frame) if rule.kind != "think" and "quote" in rule.content else []
    heads = heads or list(frame.slot(slot))
    if any(parse_negative(frames, i) for i in heads):
        return ()
    if not heads and not frame.passive:
        heads = list(_beside(frames.parse, frame, place))
    found = distinct(r for i in heads if _may_speak(frames, rule, i) for r in named(frames, actors, i))
    return tuple(r for r in found if r.span[0] >= _dateline(frames.parse, frame.sentence))


def inverted(parse: Parse, frame: Frame) -> list[int]:
    """The speaker of "…, says the general, …": right behind a finite verb that a comma or quotation mark precedes."""
    v = frame.word
    stop = parse.sentences[frame.sentence].last
    if (
        parse.words[v].tag not in ("VBD", "VBZ", "VBP", "VB")  # "…," read a headline: taken for an infinitive
        or (parse.words[v].tag == "VB" and (bool(frame.slot("agent")) or parse.words[v - 1].tag != "''"))
        or v == 0
        or parse.words[v - 1].pos != "PUNCT"
        or parse.words[v - 1].text in (":", ";", "(")
        or parse.words[v - 1].sentence != frame.sentence
    ):
        return []
    heads = [h for h in _behind(parse, v) if parse.words[h].lower not in form("told")]
    if heads and parse.words[heads[0]].dep in ("obj", "iobj") and frame.slot("agent"):
        return []
    end = max(parse.phrase(heads[0])) + 1 if heads else stop
    return (
        heads
        if heads and (end >= stop or parse.words[end].pos == "PUNCT" or parse.words[heads[0] + 1].pos == "PUNCT")
        else []
    )


def parse_negative(frames: Frames, i: int) -> bool:
    """ "Neither country has confirmed": nobody speaks."""
    parse = frames.parse
    return parse.words[i].lower in form("nobody") or any(
        parse.words[c].lower in form("nobody") for c in parse.children(i, "det", "cc:preconj")
    )


def _dateline(parse: Parse, sentence: int) -> int:
    """Where a sentence begins behind its dateline: "BIARRITZ, France (Reuters) - "."""
    start, end = parse.sentences[sentence].span
    found = DATELINE.match(parse.text, start, end)
    return found.end() if found else start


def _may_speak(frames: Frames, rule: CueRule, i: int) -> bool:
    return (
        not rule.speakers
        or frames.parse.words[i].lemma.lower() in rule.speakers
        or frames.parse.words[i].pos == "PROPN"
    )


def _beside(parse: Parse, frame: Frame, place: str) -> Iterator[int]:
    """The subject of a finite verb that the tree hung elsewhere: before it, or behind ("said the spokesman")."""
    word = parse.words[frame.word]
    if word.tag not in ("VBD", "VBZ", "VBP", "VBN") or parse.children(frame.word, "expl", "nsubj"):
        return
    first = parse.sentences[word.sentence].first
    at = frame.word - 1
    while at >= first and parse.words[at].pos in ("ADV", "AUX", "PART"):
        at -= 1
    if at >= first and parse.words[at].pos in NOMINAL:
        yield _head(parse, at, range(first, frame.word))
    elif place in ("quote", "inserted", "clause") and at >= first and parse.words[at].pos == "PUNCT":
        yield from _behind(parse, frame.word)


def _head(parse: Parse, at: int, inside: range) -> int:
    """The head of the noun phrase that word `at` ends."""
    while parse.words[at].head in inside and parse.words[at].dep in INSIDE:
        at = parse.words[at].head
    return at


def _behind(parse: Parse, verb: int) -> Iterator[int]:
    stop = parse.sentences[parse.words[verb].sentence].last
    for i in range(verb + 1, min(verb + 8, stop)):
        if parse.words[i].pos in ("NOUN", "PROPN", "PRON") and not (
            parse.words[i].head in range(i, stop) and parse.words[i].dep in INSIDE
        ):
            yield i
            return
        if parse.words[i].pos not in NOMINAL and parse.words[i].tag != "POS":
            return


def speaks(parse: Parse, ref: ActorRef) -> bool:
    """Whether a mention is an actor, a pronoun, a name or a listed kind of listener."""
    words = [parse.words[w] for w in parse.words_in(ref.span)]
    return ref.actor is not None or any(w.pos in ("PRON", "PROPN") or w.lemma in form("listeners") for w in words)
