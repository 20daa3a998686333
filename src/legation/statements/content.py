"""Where what is said stands: one function per place named under `content` in the lexicon."""

from __future__ import annotations

from collections.abc import Callable

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.statements.clauses import NOMINAL, Found, clause, marked, reports
from legation.statements.cues import CueRule
from legation.statements.inserted import after_colon, around
from legation.statements.quotation import quoted_part

# Prepositions of what belongs to an object, wherever the tree hung it: "revenge for the strike".
COMPLEMENTS = frozenset(
    {"for", "on", "over", "about", "against", "at", "of", "toward", "towards", "from", "between", "with"}
)


def content_words(frames: Frames, frame: Frame, rule: CueRule) -> tuple[Found, str]:
    """The words of what a cue reports and the place where they stand; empty where it reports nothing."""
    for place in rule.content:
        if words := PLACES[place](frames, frame, rule):
            return words, place
    return set(), ""


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
    "clause": clause,
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
