"""Acts that no rule knows: the relation head reads the parties that a predicate without a rule joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.events.classifier import Scores
from legation.events.match import Candidate
from legation.events.pairs import scored
from legation.events.parties import Filling, Parties, Party
from legation.events.rules import Rule
from legation.lexicon import load, per_lexicon
from legation.ontology import TYPES

ACTOR = ("agent",)
RECIPIENT = ("patient", "iobj", "to", "with", "against", "on", "from")
MAIN = frozenset({"root", "conj", "parataxis", "ccomp"})
AT = "model"


class Limits(msgspec.Struct, frozen=True):
    """`lexicon/en/inferred.yaml`: predicates that are never read so, and how sure the head must be."""

    never: frozenset[str]
    sure: float
    mode: float


@per_lexicon
def limits() -> Limits:
    return load("en/inferred", Limits)


def inferred(filling: Filling, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Candidates of the head alone: predicates that no rule met, between two that no rule of the sentence joins."""
    met = {c.frame.word for c in found}
    joined = {
        (c.frame.sentence, c.parties.owners()) for c in found if c.reason is None or "discard" in (c.reason or "")
    }
    drafts = [d for d in _drafts(filling) if d.frame.word not in met]
    drafts = [d for d in drafts if (d.frame.sentence, d.parties.owners()) not in joined]
    for draft, scores in zip(drafts, scored(filling.frames.parse, drafts), strict=True):
        if scores is not None and _sure(scores) >= limits().sure:
            yield _candidate(draft, scores)


def _sure(scores: Scores) -> float:
    return (1 - scores.none) * scores.of(scores.type)


def _drafts(filling: Filling) -> Iterator[Candidate]:
    """Each finite verb with an actor and somebody else of another state or organisation, both named as such."""
    rule = Rule(id="", type="", at=AT, actor=ACTOR, recipient=RECIPIENT)
    for word in filling.frames.parse.words:
        if word.pos == "VERB" and word.dep in MAIN and word.lemma.lower() not in limits().never:
            frame = filling.frames.at(word.i)
            parties = filling.parties(rule, frame)
            sides = parties.sides()
            if all(sides) and not sides[0] & sides[1] and all(_itself(filling, p) for p in _both(parties)):
                yield Candidate(rule, frame, parties)


def _both(parties: Parties) -> tuple[Party, ...]:
    return (*parties.actors, *parties.recipients)


def _itself(filling: Filling, party: Party) -> bool:
    """Whether the filler is the actor, and not a thing of its: "Finnish opinion" is no Finland that acts."""
    return party.ref.via not in (None, "pronoun", "definite") and any(
        ref.actor for word in filling.frames.parse.conjuncts(party.word) for ref in filling.actors.resolve(word)
    )


def _candidate(draft: Candidate, scores: Scores) -> Candidate:
    kind = scores.type
    kept = scores.mode(kind, limits().mode)
    name = ".".join(["classifier", kind.lower(), *([kept] if kept else [])])
    rule = Rule(id=name, type=kind, mode=kept, at=AT, reciprocal=TYPES[kind].reciprocal)
    parties = draft.parties
    if rule.reciprocal:
        parties = Parties((*parties.actors, *parties.recipients), ())
    return Candidate(rule, draft.frame, parties, inferred=True)
