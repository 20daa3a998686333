"""The clause that a cue reports, wherever the tree hung it, and what is coordinated with it."""

from __future__ import annotations

from collections.abc import Iterator

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.statements.cues import CueRule, cues, form

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Where the parser hangs a that-clause that belongs to the cue.
MISPLACED = frozenset({"advcl", "dep", "obl", "acl", "obj", "xcomp", "appos", "conj"})
Found = set[int]


def reports(frames: Frames, i: int) -> bool:
    """Whether a word is a verb of speech, one that can stand beside a quotation."""
    rules = (*cues("verb").get(frames.lemma(i), ()), *cues("verb").get(frames.parse.words[i].lemma, ()))
    return frames.parse.words[i].pos == "VERB" and any("quote" in r.content and not r.belief for r in rules)


def marked(parse: Parse, i: int, *marks: str) -> bool:
    """Whether a clause begins with one of these words."""
    return any(parse.words[m].lower in marks for m in parse.children(i, "mark"))


def clause(frames: Frames, frame: Frame, rule: CueRule) -> Found:
    """The that-clause, wherever the tree hung it, and what is coordinated with it."""
    parse = frames.parse
    clauses = list(dict.fromkeys(_clauses(frames, frame))) or _loose(frames, frame)
    if not clauses:
        return set()
    words = {w for c in clauses for w in parse.subtree(c)}
    for other in parse.children(frame.word, "conj"):
        if other > min(clauses) and (marked(parse, other, "that") or _goes_on(frames, other)):
            words |= set(parse.subtree(other))
    return _behind_mark(frames, frame, clauses, words)


def _loose(frames: Frames, frame: Frame) -> list[int]:
    """A clause that the tree joined to the verb above: "consider …, and believe the talks get better"."""
    parse, v = frames.parse, frame.word
    if parse.words[v].tag not in FINITE or parse.children(v, "obj", "xcomp", "ccomp") or frame.passive:
        return []
    for c in range(v + 1, parse.sentences[frame.sentence].last):
        beside = parse.words[c].dep == "conj" and parse.words[c].head in (v, parse.words[v].head)
        if beside and parse.words[c].tag in FINITE and not parse.children(c, "cc", "mark"):
            subjects = [s for s in parse.children(c, "nsubj") if s > v]
            if subjects and not any(parse.words[w].text in (",", ";", ":") for w in range(v, subjects[0])):
                return [c]
    return []


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
    told = noun is not None and (
        parse.words[noun].lemma in form("occasion") | form("document")
        or all(w in parse.time_words or parse.words[w].dep == "case" for w in parse.subtree(noun))
    )
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
                    joins = (parse.words[m] for m in parse.children(c))
                    if any(m.lower == "that" and m.pos == "SCONJ" for m in joins) and _subject(parse, c):
                        yield c
