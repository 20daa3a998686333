"""Whom a word judges: the words among which the state may stand that did it, that it is held against, said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.language.frames import Frames
from legation.statements.tone import tone, weights

SAID_OF = ("nsubj", "nsubj:pass")
CLAUSES = frozenset({"acl", "ccomp", "advcl", "parataxis"})
DOERS = ("agent", "poss", "by", "mod", "from")


def doer(frames: Frames, i: int) -> set[int]:
    """Agent, possessor, adjective or "by" of a deed, of some nouns "of"; not its "against"."""
    frame = frames.at(i)
    if frame.kind != "noun":
        return near(frames, frame.slot("agent"))
    found = [h for slot in DOERS[1:] for h in frame.slot(slot)]
    if not found and frames.parse.words[i].lemma in tone().of_doer:
        found = list(frame.slot("of"))
    return {w for h in found for w in _alone(frames, h)}


def objects(frames: Frames, i: int) -> Iterator[set[int]]:
    """Whom an attitude is held against: the object of a verb, of an act who did it; where none is, prepositions."""
    frame = frames.at(i)
    if frame.kind == "verb" and (found := frame.slot("patient", "iobj")):
        yield {w for h in found if h != i for w in answerable(frames, h)}
    elif told := _told(frames, i):
        yield told
    else:
        yield from _behind(frames, i)


def moved_by(frames: Frames, i: int) -> Iterator[set[int]]:
    """Whose act calls an attitude forth: "horrified by the executions in Iran", "its silence disappointed us"."""
    frame = frames.at(i)
    if heads := [h for h in frame.slot("agent", "by", "at", "with", "over", "about") if h != i]:
        yield {w for h in heads for w in answerable(frames, h)}
    yield _told(frames, i)


def _told(frames: Frames, i: int) -> set[int]:
    """Who does what an attitude is about: "regrets that Turkey has not ratified", "sad that India abstained"."""
    below = [c for c in frames.parse.children(i, "ccomp", "acl", "advcl") if c > i]
    clauses = [c for c in below if frames.parse.children(c, "nsubj") and not _conditional(frames, c)]
    return near(frames, [h for c in clauses[:1] for h in frames.at(c).slot("agent") if h > i])


def _conditional(frames: Frames, clause: int) -> bool:
    return any(
        frames.parse.words[m].lower in tone().conditions for m in frames.parse.children(clause, "mark", "advmod")
    )


def provoked(frames: Frames, i: int) -> set[int]:
    """Who brings a measure on himself: "if Serbia sends police, we shall respond"."""
    for at in (i, *list(frames.parse.ancestors(i))[:1]):
        for clause in frames.parse.children(at, "advcl"):
            if _conditional(frames, clause):
                return near(frames, frames.at(clause).slot("agent"))
    return set()


def targets(frames: Frames, i: int) -> Iterator[set[int]]:
    """Whom a deed or measure turns on, the likelier first: object, prepositions, those of the verb that governs it."""
    frame = frames.at(i)
    if frame.kind == "verb":
        yield {w for h in frame.slot("patient", "iobj") if h != i for w in answerable(frames, h)}
    yield from _behind(frames, i)


def _behind(frames: Frames, i: int) -> Iterator[set[int]]:
    """Whom prepositions behind a word name, or else the verb that governs a noun: "impose sanctions on Iran"."""
    frame, parse = frames.at(i), frames.parse
    yield {w for slot in tone().against for h in frame.slot(slot) if h > i for w in _close(frames, h)}
    above = parse.words[i].head
    if frame.kind == "noun" and above >= 0 and parse.words[above].pos == "VERB":
        over = frames.at(above)
        yield near(frames, over.slot("iobj"))
        yield near(frames, [h for slot in tone().against for h in over.slot(slot) if h > i])
        yield near(frames, [h for h in over.slot("patient") if h != i])


def _close(frames: Frames, i: int) -> set[int]:
    """A phrase behind a preposition: of an act who did it, of anything else the whole phrase."""
    return answerable(frames, i) if frames.parse.words[i].pos == "NOUN" else near(frames, [i])


def opposed(frames: Frames, i: int) -> set[int]:
    """Those behind an "against" of support: "stand with Estonia against Russia"."""
    return near(frames, frames.at(i).slot("against"))


def answerable(frames: Frames, i: int) -> set[int]:
    """Whom a noun stands for: itself if a name; of an act who did it: "the visit of the speaker", "Egyptian claims"."""
    if frames.parse.words[i].pos != "NOUN":
        return near(frames, [i])
    if _ill(frames.parse.words[i].lemma) and not doer(frames, i):
        return near(frames, [h for at in (i, *frames.at(i).slot("of")) for h in frames.at(at).slot("in")])
    frame = frames.at(i)
    for slots in (("poss", "by"), ("mod",), ("of", "from"), ("with", "between")):
        if heads := [h for slot in slots for h in frame.slot(slot)]:
            return {w for h in heads for w in _alone(frames, h)}
    chosen = [h for c in frames.parse.children(i, "acl:relcl") for h in frames.at(c).slot("agent") if h != i]
    return near(frames, [i, *chosen])


def _ill(lemma: str) -> bool:
    """Whether a noun names a measure or a deed that somebody suffers: "the execution of two Swedes in Iraq"."""
    return weights("measures").get(lemma, 0.0) < 0 or weights("deeds").get(lemma, 0.0) < 0


def _alone(frames: Frames, i: int) -> set[int]:
    """A phrase with its "of" complements only: "the visit of the speaker to Taiwan" is no word about Taiwan."""
    away = {w for c in frames.parse.children(i, "nmod") if frames.case(c)[0] != "of" for w in frames.parse.subtree(c)}
    return near(frames, [i]) - away


def refused(frames: Frames, i: int) -> Iterator[set[int]]:
    """Whom something is not allowed: "will not allow Ethiopia to take a drop", "Iran cannot be allowed"."""
    yield near(frames, frames.at(i).slot("patient", "iobj"))
    below = frames.parse.children(i, "ccomp", "xcomp")
    yield near(frames, [h for c in below for h in frames.at(c).slot("agent")])


def said_of(frames: Frames, i: int) -> Iterator[set[int]]:
    """Subject of a predicate, the noun an adjective stands beside, owner and "with" of a noun; the likelier first."""
    parse, word = frames.parse, frames.parse.words[i]
    if subjects := parse.children(i, *SAID_OF):
        yield {w for s in subjects for w in answerable(frames, s)}
    above = word.head
    if above >= 0 and word.dep in ("advmod", "xcomp", "conj"):
        yield near(frames, parse.children(above, *SAID_OF))
    if above >= 0 and (word.dep in ("xcomp", "obj") or frames.case(i)[0] == "as"):
        described = frames.at(above).slot("patient", "to") or parse.children(above, "xcomp")
        yield {w for h in described if h < i for w in answerable(frames, h)}
    if (poser := _posed(frames, i)) is not None:
        yield {w for s in frames.at(poser).slot("agent") for w in answerable(frames, s)}
    if above > i and word.dep in ("amod", "compound") and parse.words[above].pos == "NOUN":
        yield from said_of(frames, above)
    if above >= 0 and word.dep in ("amod", "xcomp", "compound"):
        yield near(frames, [above])
    if word.pos == "NOUN" and word.lemma not in tone().relational:
        yield near(frames, [h for s in ("poss", "with", "from", "mod", "between", "to") for h in frames.at(i).slot(s)])
        if not subjects:
            yield near(frames, [i])


def _posed(frames: Frames, i: int) -> int | None:
    """The verb whose object or manner a word is, or stands beside: "poses a threat", "acts in bad faith"."""
    parse = frames.parse
    noun = parse.words[i].head if parse.words[i].dep in ("amod", "compound") else i
    above = parse.words[noun].head
    fits = above >= 0 and parse.words[noun].dep in ("obj", "obl", "xcomp") and noun > above
    return above if fits and parse.words[above].lemma in tone().posing else None


def near(frames: Frames, heads: Iterable[int]) -> set[int]:
    """Whole phrases, without clauses inside them."""
    parse = frames.parse
    out: set[int] = set()
    for h in heads:
        below = set(parse.subtree(h))
        clauses = {w for c in below if c != h and parse.words[c].base in CLAUSES for w in parse.subtree(c)}
        out |= below - clauses
    return out
