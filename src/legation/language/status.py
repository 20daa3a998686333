"""Status: whether what a frame says occurred, goes on, is planned, is possible, or is denied.

Cues are rules in `lexicon/en/status.yaml`; each has a scope, walked upwards from the predicate. An odd
number of denials gives `denied`; else the least certain cue wins; else tense and aspect decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.language.tables import frame_tables
from legation.lexicon import load
from legation.records import Status

PAST = frozenset({"VBD", "VBN"})
PRESENT = frozenset({"VBZ", "VBP"})


class StatusRule(msgspec.Struct, frozen=True):
    """A cue of `lexicon/en/status.yaml`."""

    id: str
    scope: str
    words: tuple[str, ...]
    status: Status
    at: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A rule that fired and the word it fired on."""

    rule: StatusRule
    word: int


@lru_cache(maxsize=1)
def cues() -> dict[tuple[str, str], StatusRule]:
    """(scope, word) → rule."""
    return {(rule.scope, word): rule for rule in load("en/status", tuple[StatusRule, ...]) for word in rule.words}


def status(frames: Frames, frame: Frame) -> tuple[Status, tuple[Cue, ...]]:
    """The status of a frame and the cues that decided it, nearest first."""
    found = tuple(_Walk(frames).cues(frame))
    given = [cue.rule.status for cue in found]
    if given.count("denied") % 2:
        return "denied", found
    for name in ("possible", "planned", "ongoing"):
        if name in given:
            return name, found
    return _by_tense(frames, frame), found


def _by_tense(frames: Frames, frame: Frame) -> Status:
    """Ongoing for the present and the present progressive, else occurred."""
    parse = frames.parse
    verb = frame.verb if frame.kind != "noun" or frame.carrier is not None else governor(parse, frame.word)
    if verb is None:
        return "occurred"
    auxiliaries = [parse.words[c] for c in parse.children(verb, "aux", "cop", "aux:pass")]
    word = parse.words[verb]
    tags = {a.tag for a in auxiliaries}
    perfect = any(a.lemma == "have" for a in auxiliaries) and word.tag in PAST
    if word.pos == "VERB" and word.tag in PRESENT and not auxiliaries:
        return "ongoing"
    return "ongoing" if tags & PRESENT and not perfect and (word.tag == "VBG" or frame.kind != "verb") else "occurred"


def governor(parse: Parse, noun: int) -> int | None:
    """The verb of the clause in which a noun is the subject, else None (an object keeps its own time)."""
    for i in (noun, *parse.ancestors(noun)):
        word = parse.words[i]
        if word.dep.split(":")[0] in ("nsubj", "csubj"):
            return word.head
        if word.dep.split(":")[0] not in ("nmod", "conj", "compound"):
            return None
    return None


class _Walk:
    """Collects cues from a predicate upwards."""

    def __init__(self, frames: Frames) -> None:
        self.frames, self.parse, self.rules = frames, frames.parse, cues()

    def cues(self, frame: Frame) -> Iterator[Cue]:
        if frame.kind == "noun":
            yield from self._around_noun(frame)
        if frame.kind != "noun" or frame.carrier is not None:
            yield from self._around_verb(frame.verb, seen=set())

    def _rule(self, scope: str, *words: str, at: int) -> Iterator[Cue]:
        for word in words:
            if rule := self.rules.get((scope, word)):
                yield Cue(rule, at)
                return

    def _modifiers(self, i: int) -> Iterator[Cue]:
        for c in self.parse.children(i, "advmod", "det", "aux", "amod", "cc", "advcl"):
            word = self.parse.words[c]
            if word.dep.startswith("aux"):
                future = word.lower in frame_tables().future_in_past and self._reported_past(i)
                yield from self._rule("auxiliary", "will" if future else word.lower, at=c)
            elif word.dep != "advcl":
                yield from self._rule("word", word.lower, at=c)

    def _reported_past(self, i: int) -> bool:
        """ "announced that he would travel": a clause below a verb of the past."""
        word = self.parse.words[i]
        return word.dep == "ccomp" and self.parse.words[word.head].tag == "VBD"

    def _around_noun(self, frame: Frame) -> Iterator[Cue]:
        parse = self.parse
        yield from self._modifiers(frame.word)
        word = parse.words[frame.word]
        head = word.head
        while head >= 0 and word.dep in ("conj", "nmod", "compound") and parse.words[head].pos == "NOUN":
            if word.dep == "nmod":
                yield from self._modifiers(head)
                yield from self._rule("infinitive", parse.words[head].lemma, at=head)
            word, head = parse.words[head], parse.words[head].head
        yield from self._governed(word.i, head, frame)

    def _governed(self, noun: int, head: int, frame: Frame) -> Iterator[Cue]:
        """What the verb above says of the act that is its object, subject or oblique."""
        parse = self.parse
        if head < 0:
            return
        lemma, dep = self.frames.lemma(head), parse.words[noun].dep
        case = self.frames.case(noun)[0]
        if dep in ("obj", "nsubj:pass"):
            yield from self._rule("patient", lemma, at=head)
        elif dep == "nsubj" and frame.carrier is None:
            yield from (c for c in self._modifiers(head) if c.rule.status == "planned" and c.rule.scope == "auxiliary")
        elif case:
            yield from self._rule("case", f"{lemma} {case}", case, at=noun)

    def _around_verb(self, i: int, seen: set[int]) -> Iterator[Cue]:
        """Auxiliaries, negation and marks of a verb, then what stands above it."""
        if i in seen:
            return
        seen.add(i)
        parse = self.parse
        yield from self._modifiers(i)
        for mark in parse.children(i, "mark"):
            yield from self._rule("mark", parse.words[mark].lower, at=mark)
        word = parse.words[i]
        if word.head >= 0:
            yield from self._above(i, word.head, word.dep, seen)
        elif parse.text[slice(*parse.sentences[word.sentence].span)].rstrip().endswith("?"):
            yield Cue(self.rules["mark", "if"], i)

    def _above(self, i: int, head: int, dep: str, seen: set[int]) -> Iterator[Cue]:
        parse = self.parse
        lemma = self.frames.lemma(head)
        if dep == "xcomp":
            yield from self._rule("open", lemma, parse.words[head].lower, at=head)
            yield from self._around_verb(head, seen)
        elif dep == "ccomp":
            yield from self._clause(i, head, lemma)
        elif dep == "advcl":
            yield from self._adverbial(i, head, lemma)
        elif dep == "acl" and self._infinitive(i):
            yield from self._rule("infinitive", parse.words[head].lemma, at=head)
        elif dep == "conj" and not parse.children(i, "nsubj", "aux"):
            yield from self._around_verb(head, seen)

    def _clause(self, i: int, head: int, lemma: str) -> Iterator[Cue]:
        for cue in self._rule("clause", lemma, at=head):
            if not ("past" in cue.rule.unless and self._past(i)):
                yield cue
                yield from (
                    c for c in self._modifiers(head) if c.rule.status == "denied" and cue.rule.status == "denied"
                )

    def _past(self, i: int) -> bool:
        words = [self.parse.words[i], *(self.parse.words[c] for c in self.parse.children(i, "aux", "aux:pass", "cop"))]
        return any(w.tag == "VBD" for w in words) or any(w.lemma == "have" and w.tag in PRESENT for w in words[1:])

    def _adverbial(self, i: int, head: int, lemma: str) -> Iterator[Cue]:
        if not self._infinitive(i):
            return
        found = list(self._rule("open", lemma, at=head))
        yield from found or self._rule("purpose", "to", at=i)

    def _infinitive(self, i: int) -> bool:
        return any(self.parse.words[c].lower == "to" for c in self.parse.children(i, "mark"))
