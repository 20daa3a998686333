"""Where what is said stands: one function per place named under `content` in the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.statements.cues import CueRule, cues, form
from legation.statements.inserted import after_colon, around
from legation.statements.quotation import quoted_part

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Where the parser hangs a that-clause that belongs to the cue.
MISPLACED = frozenset({"advcl", "dep", "obl", "acl", "obj", "xcomp", "appos", "conj"})
# Prepositions of what belongs to an object, wherever the tree hung it: "revenge for the strike".
COMPLEMENTS = frozenset(
    {"for", "on", "over", "about", "against", "at", "of", "toward", "towards", "from", "between", "with"}
)
Found = set[int]


def content_words(frames: Frames, frame: Frame, rule: CueRule) -> tuple[Found, str]:
    """The words of what a cue reports and the place where they stand; empty where it reports nothing."""
    for place in rule.content:
        if words := PLACES[place](frames, frame, rule):
            return words, place
    return set(), ""


def reports(frames: Frames, i: int) -> bool:
    """Whether a word is a verb of speech, one that can stand beside a quotation."""
    rules = (*cues("verb").get(frames.lemma(i), ()), *cues("verb").get(frames.parse.words[i].lemma, ()))
    return frames.parse.words[i].pos == "VERB" and any("quote" in r.content and not r.belief for r in rules)


def marked(parse: Parse, i: int, *marks: str) -> bool:
    """Whether a clause begins with one of these words."""
    return any(parse.words[m].lower in marks for m in parse.children(i, "mark"))


def _clause(frames: Frames, frame: Frame, rule: CueRule) -> Found:
    """The that-clause, wherever the tree hung it, and what is coordinated with it."""
    parse = frames.parse
    clauses = list(dict.fromkeys(_clauses(frames, frame)))
    if not clauses:
        return set()
    words = {w for c in clauses for w in parse.subtree(c)}
    for other in parse.children(frame.word, "conj"):
        if other > min(clauses) and (marked(parse, other, "that") or _goes_on(frames, other)):
            words |= set(parse.subtree(other))
    return _behind_mark(frames, frame, clauses, words)


def _goes_on(frames: Frames, i: int) -> bool:
    """A clause with a subject behind a bare "and": it goes on with what is said; behind a comma it does not."""
    parse = frames.parse
    joint = [c for c in parse.children(i, "cc") if c < i]
    return (
        bool(joint)
        and bool(parse.children(i, "nsubj"))
        and not reports(frames, i)
        and parse.words[joint[0] - 1].text != ","
    )


def _behind_mark(frames: Frames, frame: Frame, clauses: list[int], words: Found) -> Found:
    """What stands between the cue and "that" is no part of the clause: "said, in remarks carried by KCNA, that …"."""
    parse = frames.parse
    marks = [m for c in clauses for m in parse.children(c, "mark") if parse.words[m].lower == "that" and m > frame.word]
    ours = words - {w for c in clauses if c > frame.word for w in _occasion(frames, c)}
    return {w for w in ours if not marks or not frame.word < w < min(marks)}


def _occasion(frames: Frames, clause: int) -> Found:
    """ "said in a statement it was …": the occasion that opens a clause without "that" belongs to the cue."""
    parse = frames.parse
    opening = min(parse.subtree(clause))
    noun = next((c for c in parse.children(clause, "obl") if min(parse.subtree(c)) == opening), None)
    told = noun is not None and parse.words[noun].lemma in form("occasion") | form("document")
    return set(parse.subtree(noun)) if told and noun is not None else set()


def _clauses(frames: Frames, frame: Frame) -> Iterator[int]:
    parse, v = frames.parse, frame.word
    for c in parse.children(v):
        word = parse.words[c]
        base = word.base
        if (
            (base == "ccomp" and not _participle(parse, c))
            or (base == "csubj" and c > v and (frame.passive or parse.children(v, "expl")))
            or (base in MISPLACED and c > v and marked(parse, c, "that") and _subject(parse, c))
            or (base == "xcomp" and c > v and word.tag in FINITE)
        ):
            yield c
    yield from _below_noun(parse, frame)
    if not parse.children(v, "ccomp"):
        yield from (c for c in parse.children(v, "parataxis") if _told(frames, c, v))


def _participle(parse: Parse, i: int) -> bool:
    """A bare participle or infinitive in the place of a clause: no statement of its own."""
    word = parse.words[i]
    return (
        word.pos == "VERB"
        and word.tag in ("VBG", "VB")
        and not parse.children(i, "nsubj", "expl", "aux", "csubj")
        and not marked(parse, i, "that")
    )


def _subject(parse: Parse, i: int) -> bool:
    return bool(parse.children(i, "nsubj", "csubj", "expl"))


def _told(frames: Frames, clause: int, cue: int) -> bool:
    """A clause set beside its cue: behind it, with no cue of its own, not parted by a semicolon."""
    parse = frames.parse
    parted = any(parse.words[i].text == ";" for i in range(min(clause, cue), max(clause, cue)))
    return not reports(frames, clause) and _subject(parse, clause) and not parted


def _below_noun(parse: Parse, frame: Frame) -> Iterator[int]:
    """A that-clause hung on a noun beside the cue: "told the agencies that …", "rejected the claim that"."""
    for i in parse.children(frame.word):
        if parse.words[i].pos in NOMINAL and i > frame.word:
            for noun in (i, *parse.children(i, "nmod", "conj", "compound", "flat")):
                for c in parse.children(noun, "acl", "acl:relcl", "ccomp", "appos"):
                    if any(
                        parse.words[m].lower == "that" and parse.words[m].pos == "SCONJ"
                        for m in parse.children(c, "mark")
                    ) and _subject(parse, c):
                        yield c


def _raised(frames: Frames, frame: Frame, rule: CueRule) -> Found:
    """ "Iran is said to have …", "expects Iran to sign", "considers the group a threat"."""
    parse = frames.parse
    below = [c for c in parse.children(frame.word, "xcomp", "ccomp") if c > frame.word]
    own = [c for c in below if parse.children(c, "nsubj")]
    if own:
        return {w for c in own for w in parse.subtree(c)}
    below = [c for c in below if marked(parse, c, "to") or parse.words[c].pos in ("ADJ", "NOUN")]
    if not below:
        return set()
    if frame.passive:
        subjects = [s for s in frame.slot("patient") if s < frame.word]
    else:
        subjects = [s for s in parse.children(frame.word, "obj", "iobj") if s > frame.word and s < below[0]]
    return (
        {w for s in subjects for w in parse.phrase(s)} | {w for c in below for w in parse.subtree(c)}
        if subjects
        else set()
    )


def _infinitive(frames: Frames, frame: Frame, rule: CueRule) -> Found:
    parse = frames.parse
    if frame.passive:
        return set()
    direct = [
        c for c in parse.children(frame.word, "xcomp", "ccomp", "advcl") if c > frame.word and marked(parse, c, "to")
    ]
    below = [
        c
        for i in frame.slot("patient", "iobj", "on", "upon")
        for c in parse.children(i, "acl", "advcl", "xcomp")
        if c > frame.word and marked(parse, c, "to")
    ]
    found = (direct or below)[:1]
    if withheld := [w for c in found if rule.kind == "deny" for w in _withheld(frames, c)]:
        return {w for c in withheld for w in parse.subtree(c)} - {m for c in withheld for m in _whether(parse, c)}
    told = {w for c in found for s in parse.children(c, "nsubj") for w in parse.subtree(s)}
    return {w for c in found for w in parse.subtree(c)} - told


def _withheld(frames: Frames, clause: int) -> list[int]:
    """The question below "refused to say whether …": what is withheld."""
    below = frames.parse.children(clause, "ccomp") if reports(frames, clause) else []
    return [c for c in below if _whether(frames.parse, c)]


def _whether(parse: Parse, clause: int) -> list[int]:
    return [m for m in parse.children(clause, "mark") if parse.words[m].lower in ("whether", "if")]


def _gerund(frames: Frames, frame: Frame, rule: CueRule) -> Found:
    parse = frames.parse
    found = [
        c
        for c in parse.children(frame.word, "xcomp", "ccomp", "advcl")
        if frame.word < c <= frame.word + 4 and parse.words[c].tag == "VBG"
    ]
    return {w for c in found if not _comma_between(parse, frame.word, c) for w in parse.subtree(c)}


def _comma_between(parse: Parse, a: int, b: int) -> bool:
    return any(parse.words[i].text == "," for i in range(a, b))


def _as(frames: Frames, frame: Frame, rule: CueRule) -> Found:
    """From the thing described to the end of its description: "Russia as a friend", "Chad of arming rebels"."""
    parse = frames.parse
    if found := _what(frames, frame):
        return found
    described = [d for d in frame.slot("patient", "to") if parse.words[d].pos in NOMINAL or parse.words[d].pos == "ADJ"]
    named = [c for c in parse.children(frame.word, "xcomp") if c > frame.word]
    if not described and len(named) > 1 and parse.words[named[0]].pos in NOMINAL:
        described = named[:1]  # "called Ugandan maize dangerous": the thing read as a second description
    said = [i for i in frame.slot(*rule.phrase, "open", "advcl") if _describes(frames, frame, i, rule)]
    said += [
        c
        for d in described
        for c in parse.children(d, "nmod", "acl", "advcl")
        if frames.case(c)[0] in rule.phrase or marked(parse, c, *rule.phrase)
    ]
    said += [
        c
        for c in parse.children(frame.word, "obj", "xcomp")
        if c > frame.word and described and c not in described and c > described[0]
    ]
    raised = {w for c in parse.children(frame.word, "xcomp") if parse.children(c, "nsubj") for w in parse.subtree(c)}
    if raised or not described or not said:
        return raised
    return {w for d in described for w in parse.phrase(d)} | {w for i in said for w in parse.subtree(i)}


def _what(frames: Frames, frame: Frame) -> Found:
    """ "what he called a cowardly attack": the words behind the cue."""
    parse, v = frames.parse, frame.word
    above = parse.words[parse.words[v].head] if parse.words[v].dep == "acl:relcl" else None
    if not (above and above.lower == "what") and not any(
        parse.words[o].lower == "what" for o in parse.children(v, "obj")
    ):
        return set()
    return {
        w
        for c in parse.children(v, "xcomp", "obj", "ccomp")
        if c > v and parse.words[c].pos in NOMINAL | {"ADJ"}
        for w in parse.subtree(c)
    }


def _describes(frames: Frames, frame: Frame, i: int, rule: CueRule) -> bool:
    parse = frames.parse
    if parse.words[i].pos == "VERB" and parse.words[i].dep == "advcl":
        return marked(parse, i, *rule.phrase) or any(
            parse.words[c].lower in rule.phrase for c in parse.children(i, "case")
        )
    return i > frame.word and (parse.words[i].dep != "xcomp" or not marked(parse, i, "to"))


def _object(frames: Frames, frame: Frame, rule: CueRule) -> Found:
    parse = frames.parse
    objects = [
        i
        for i in frame.slot("patient")
        if i > frame.word and not frame.passive and rule.object_may_be(parse.words[i].lemma, parse.words[i].pos)
    ]
    if not objects:
        return set()
    behind = [
        c
        for c in parse.children(frame.word, "obl")
        if c > max(objects)
        and frames.case(c)[0] in COMPLEMENTS
        and c not in parse.time_words
        and not _comma_between(parse, objects[0], c)
    ]
    return {w for i in (*objects, *behind) for w in parse.subtree(i)}


def _phrase(frames: Frames, frame: Frame, rule: CueRule) -> Found:
    parse = frames.parse
    if parse.children(frame.word, "obj") and rule.kind in ("say", "demand"):
        return set()
    found = [f for f in frame.fillers if f.slot in rule.phrase and f.word > frame.word and f.case is not None]
    verbs = [c for c in parse.children(frame.word, "advcl") if c > frame.word and marked(parse, c, *rule.phrase)]
    return {w for f in found for w in parse.subtree(f.word) if w != f.case} | {
        w for c in verbs for w in parse.subtree(c) if parse.words[w].dep != "mark" or parse.words[w].head != c
    }


PLACES: dict[str, Callable[[Frames, Frame, CueRule], Found]] = {
    "clause": _clause,
    "raised": _raised,
    "inserted": lambda frames, frame, rule: around(frames, frame, rule),
    "colon": lambda frames, frame, rule: after_colon(frames, frame),
    "quote": lambda frames, frame, rule: quoted_part(frames.parse, frame),
    "infinitive": _infinitive,
    "gerund": _gerund,
    "as": _as,
    "object": _object,
    "phrase": _phrase,
}
