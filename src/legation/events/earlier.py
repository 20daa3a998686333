"""Acts of rules whose other side stands in the sentences before: whom the finder links to their words there."""

from __future__ import annotations

from collections.abc import Sequence

from legation.events.found import linked
from legation.events.match import Candidate, settled
from legation.events.parties import Filling
from legation.events.passages import Passages
from legation.events.readings import ACTOR, RECIPIENT, Readings
from legation.events.sides import Parties, Party, owner
from legation.ontology import TYPES

LACKING = frozenset({"no recipient", "one party only"})
"""The reasons of a candidate that its other side would keep.

Doers found before a sentence were right in 14 of 35 acts read, sides of acts that the finder alone sees in 12 of 43
(`eval/audit/before-161.jsonl`), and took a fifth of the time of a run: they are left out.
"""


def lacking(readings: Readings, told: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of rules that fall for want of their other side; of each word the first of the type that the finder
    reads there."""
    known = {word for c in told if c.reason is None for word in c.frame.words}
    kinds = dict(readings.acts())
    found = (c for c in reversed(told) if c.reason in LACKING and c.rule.found is None and c.frame.word not in known)
    first = {c.frame.word: c for c in found if kinds.get(c.frame.word) == c.rule.type}
    return sorted(first.values(), key=lambda c: c.frame.word)


def completed(filling: Filling, passages: Passages, candidate: Candidate) -> Candidate | None:
    """The candidate with the side that stands before its sentence; None where none does."""
    given, rule, word = candidate.parties, candidate.rule, candidate.frame.word
    doers, others = (linked(filling, rule, passages.linked(word, side)) for side in (ACTOR, RECIPIENT))
    actors, recipients = given.actors, _not_of(given.actors, others)
    if TYPES[rule.type].reciprocal and not recipients:
        actors = (*actors, *_not_of(actors, doers))
    if (actors, recipients) == (given.actors, ()):
        return None
    mutual = not recipients and len({owner(p.ref) for p in actors}) > 1
    return settled(filling, candidate.frame, rule, Parties(actors, recipients, mutual=mutual))


def _not_of(own: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """Those of the others that are on nobody's side of the first."""
    known = {owner(p.ref) for p in own}
    return tuple(p for p in others if owner(p.ref) not in known)
