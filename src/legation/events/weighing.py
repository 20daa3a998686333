"""Candidates → acts: one candidate for each act, how likely it is right, and which are likely enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from legation.events.classifier import Scores
from legation.events.confidence import confidence
from legation.events.counts import count
from legation.events.found import found
from legation.events.match import Candidate, candidates
from legation.events.pairs import scored
from legation.events.parties import Filling
from legation.events.readings import Readings, Seen
from legation.events.rules import Rule
from legation.events.sides import owner
from legation.language.frames import Frames
from legation.lexicon import from_overlay

LIKELY = 0.4
"""The confidence that an event of a rule needs: of the 18 in 213 drawn afresh that fall, 5 were right."""
CLEAR, LEAST = 0.6, 1e-6
"""How much of its type's probability a mode needs to be taken from the relation head."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate that becomes an event, and what the relation head says of its parties, the finder of its words."""

    candidate: Candidate
    scores: Scores | None
    seen: Seen | None
    confidence: float

    @property
    def moded(self) -> Candidate:
        """The candidate; what only the finder sees has the mode of the relation head, where that has a clear one."""
        rule = self.candidate.rule
        if rule.found is None or self.scores is None:
            return self.candidate
        mode = self.scores.mode(rule.type)
        share = self.scores.labels.get((rule.type, mode or ""), 0.0) / max(self.scores.of(rule.type), LEAST)
        if mode is None or share < CLEAR:
            return self.candidate
        return msgspec.structs.replace(self.candidate, rule=msgspec.structs.replace(rule, mode=mode))


def weighed(filling: Filling) -> tuple[list[Candidate], list[Weighed]]:
    """All candidates of a parse, kept or dropped, and those that are an act each and likely right."""
    told, each = acts(filling)
    unlikely = {id(w.candidate) for w in each if w.confidence < _least(w.candidate.rule)}
    told = [msgspec.structs.replace(c, reason="unlikely") if id(c) in unlikely else c for c in told]
    return told, [w for w in each if id(w.candidate) not in unlikely]


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
    given = zip(kept, scored(frames.parse, kept), map(readings.seen, kept), strict=True)
    return told, [Weighed(*each, confidence(*each)) for each in given]


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
    return sorted(best.values(), key=lambda c: c.frame.word)


def _same_act(frames: Frames, one: Candidate, two: Candidate) -> bool:
    """Two matches of a sentence tell of one act when their words touch, or neither has a count or mode of its own."""
    if (
        set(one.frame.words) & set(two.frame.words)
        or two.frame.word in {f.word for f in one.frame.fillers}
        or one.frame.word in {f.word for f in two.frame.fillers}
    ):
        return True
    return one.rule.mode == two.rule.mode or (two.rule.mode is None and not count(frames, two.frame))
