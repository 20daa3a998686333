"""Candidates → acts: one candidate for each act, how likely it is right, and which are likely enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from legation.events.confidence import confidence
from legation.events.counts import count
from legation.events.found import found
from legation.events.match import Candidate, candidates
from legation.events.modes import moded
from legation.events.parties import Filling
from legation.events.readings import Readings, Seen
from legation.events.rules import Rule
from legation.events.sides import owner
from legation.events.sorting import FORCE, HARMS
from legation.language.frames import Frames
from legation.language.status import Factuality, status
from legation.lexicon import from_overlay
from legation.records import Status

LIKELY = 0.5
"""The confidence that an event of a rule needs: of the 46 in 500 drawn afresh that fall, 19 were right."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate that becomes an event: its status, what the finder says of it, how likely it is right, its mode."""

    candidate: Candidate
    factuality: Factuality
    seen: Seen | None
    confidence: float
    mode: str | None = None

    @property
    def status(self) -> Status:
        """That of its rule, else what the words give it."""
        return self.candidate.rule.status or self.factuality.status

    @property
    def moded(self) -> Candidate:
        """The candidate under a rule of the mode."""
        rule = msgspec.structs.replace(self.candidate.rule, mode=self.mode)
        if rule.gathering and self.mode:
            rule = msgspec.structs.replace(rule, cameo=None)  # that of its mode
        return msgspec.structs.replace(self.candidate, rule=rule)


def weighed(filling: Filling) -> tuple[list[Candidate], list[Weighed]]:
    """All candidates of a parse, kept or dropped, and those that are an act each and likely right."""
    told, each = acts(filling)
    unlikely = {id(w.candidate) for w in each if w.confidence < _least(w.candidate.rule)}
    told = [msgspec.structs.replace(c, reason="unlikely") if id(c) in unlikely else c for c in told]
    kept = [w for w in each if id(w.candidate) not in unlikely]
    modes = moded(filling, [w.candidate for w in kept])
    return told, [replace(w, mode=mode) for w, mode in zip(kept, modes, strict=True)]


def _least(rule: Rule) -> float:
    """The confidence that an event of a rule needs; what a user's own rule tells is taken as it is."""
    if rule.found is not None:
        return rule.found
    return 0.0 if from_overlay(rule.at) else LIKELY


def acts(filling: Filling) -> tuple[list[Candidate], list[Weighed]]:
    """All candidates of a parse, and those that are an act each, however likely."""
    frames, told = filling.frames, list(candidates(filling))
    readings = Readings(frames.parse, _worth(filling, told))
    told += tuple(found(filling, readings, told))
    kept = _distinct(frames, [c for c in told if c.reason is None])
    return told, [_weigh(frames, readings, candidate) for candidate in kept]


def _weigh(frames: Frames, readings: Readings, candidate: Candidate) -> Weighed:
    given, seen = status(frames, candidate.frame), readings.seen(candidate)
    return Weighed(candidate, given, seen, confidence(candidate, candidate.rule.status or given.status, seen))


def _worth(filling: Filling, told: Sequence[Candidate]) -> list[int]:
    """The sentences that the finder is to read: with an act that a rule tells, or with two parties."""
    wanted = {c.frame.sentence for c in told if c.reason is None}
    sides: dict[int, set[str]] = defaultdict(set)
    for head in filling.actors.heads():
        refs = filling.actors.resolve(head)
        sides[filling.frames.parse.words[head].sentence] |= {owner(r) for r in refs if r.actor}
    return sorted(wanted | {n for n, found in sides.items() if len(found) > 1})


def _distinct(frames: Frames, kept: list[Candidate]) -> list[Candidate]:
    """One candidate per act: of those of one sentence, type and parties the most specific; a mode beats none."""
    best: dict[tuple[object, ...], Candidate] = {}
    for candidate in sorted(kept, key=lambda c: (c.rule.mode is None, -c.rule.weight, c.parties.view, c.frame.word)):
        key = (candidate.frame.sentence, candidate.rule.type, *candidate.parties.sides())
        other = best.get(key)
        if other is None or not _same_act(frames, other, candidate):
            best[(*key, candidate.frame.word) if other else key] = candidate
        elif _aim(frames, other, candidate):
            best[key] = candidate
    aims = {id(i) for i in best.values() for o in best.values() if _readied(frames, i, o)}
    return sorted((c for c in best.values() if id(c) not in aims), key=lambda c: c.frame.word)


def _readied(frames: Frames, inner: Candidate, outer: Candidate) -> bool:
    """ "Readied guns to fire at Chad": forces are made ready for a blow that is not struck yet."""
    types = inner.rule.type in HARMS and outer.rule.type == "MOBILIZE"
    return types and inner.parties.sides() == outer.parties.sides() and _aim(frames, inner, outer)


def _aim(frames: Frames, inner: Candidate, outer: Candidate) -> bool:
    """ "Scrambled a jet to shadow a bomber": what an act of force is to lead to is no act of its own yet."""
    word = frames.parse.words[inner.frame.word]
    behind = word.head == outer.frame.word or word.head in {f.word for f in outer.frame.fillers}
    return outer.rule.type in FORCE and behind and word.dep in ("advcl", "xcomp", "acl") and word.tag == "VB"


def _same_act(frames: Frames, one: Candidate, two: Candidate) -> bool:
    """Two matches of a sentence tell of one act when their words touch, or neither has a count or mode of its own."""
    if (
        set(one.frame.words) & set(two.frame.words)
        or two.frame.word in {f.word for f in one.frame.fillers}
        or one.frame.word in {f.word for f in two.frame.fillers}
    ):
        return True
    return one.rule.mode == two.rule.mode or (two.rule.mode is None and not count(frames, two.frame))
