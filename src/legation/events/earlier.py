"""Acts whose sides stand in the sentences before: what a rule or the finder tells, and whom the finder links to it."""

from __future__ import annotations

from collections.abc import Sequence

from legation.events.found import linked
from legation.events.match import Candidate, settled
from legation.events.parties import BACK, Filling
from legation.events.passages import Passages
from legation.events.readings import ACTOR, RECIPIENT, Readings
from legation.events.sides import Parties, Party, owner
from legation.ontology import TYPES

LACKING = frozenset({"no actor", "no recipient", "one party only"})
"""The reasons of a candidate that another side would keep."""


def lacking(readings: Readings, told: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that fall for want of a side; of each word that tells an act the first of the finder's type."""
    known = {word for c in told if c.reason is None for word in c.frame.words}
    kinds = dict(readings.acts())
    found = (c for c in reversed(told) if c.reason in LACKING and c.frame.word not in known)
    first = {c.frame.word: c for c in found if kinds.get(c.frame.word) == c.rule.type}
    return sorted(first.values(), key=lambda c: c.frame.word)


def backward(candidate: Candidate) -> bool:
    """Whether a party is known by words that refer back."""
    parties = candidate.parties
    return parties.view or any(p.ref.via in BACK for p in (*parties.actors, *parties.recipients))


def completed(filling: Filling, passages: Passages, candidate: Candidate) -> Candidate | None:
    """The candidate with the sides that stand before its sentence; None where none does."""
    given, rule, word = candidate.parties, candidate.rule, candidate.frame.word
    doers, others = (linked(filling, rule, passages.linked(word, side)) for side in (ACTOR, RECIPIENT))
    actors = given.actors or doers
    recipients = given.recipients or _not_of(actors, others)
    if TYPES[rule.type].reciprocal and not recipients:
        actors = (*actors, *_not_of(actors, doers))
    if (actors, recipients) == (given.actors, given.recipients):
        return None
    mutual = not recipients and len({owner(p.ref) for p in actors}) > 1
    return settled(filling, candidate.frame, rule, Parties(actors, recipients, mutual=mutual))


def borne_out(filling: Filling, passages: Passages, candidate: Candidate) -> int:
    """1 where whom a word refers back to is linked before the sentence on the same side, -1 where only others are.

    0 where nobody is, or no word refers back.
    """
    found = []
    for side, parties in ((ACTOR, candidate.parties.actors), (RECIPIENT, candidate.parties.recipients)):
        back = {owner(p.ref) for p in parties if candidate.parties.view or p.ref.via in BACK}
        before = {owner(p.ref) for p in linked(filling, candidate.rule, passages.linked(candidate.frame.word, side))}
        if back and before:
            found.append(1 if back & before else -1)
    return min(found, default=0)


def _not_of(own: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """Those of the others that are on nobody's side of the first."""
    known = {owner(p.ref) for p in own}
    return tuple(p for p in others if owner(p.ref) not in known)
