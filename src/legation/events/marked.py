"""Rules over two marked spans: which rule makes the one the actor and the other the recipient, whoever they are."""

from __future__ import annotations

from dataclasses import dataclass

from legation.actors import Actors
from legation.events.match import Candidate, candidates
from legation.events.parties import Filling
from legation.language import Frames, Parse, parse, status
from legation.records import ActorRef, Span, Status

SOURCE, TARGET = "source", "target"
OF_A_NOUN = ("nmod:poss", "compound", "amod", "nmod", "flat", "nmod:desc")


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rule that fired, what it says of the pair, and whether it says that it occurred."""

    rule: str
    type: str
    mode: str | None
    status: Status


def ruling(text: str, source: Span | None, target: Span | None) -> Ruling | None:
    """The most specific rule that makes `source` the actor and `target` the recipient; None where none does.

    Where one of them is None, only the other counts.
    """
    parsed = parse(text)
    frames = Frames(parsed)
    wanted = {name for name, span in ((SOURCE, source), (TARGET, target)) if span}
    found = candidates(Filling(frames, MarkedActors(parsed, source, target)))
    kept = [c for c in found if c.reason is None and _joins(c, wanted)]
    if not kept:
        return None
    best = min(kept, key=lambda c: (-c.rule.weight, c.frame.word))
    return Ruling(best.rule.id, best.rule.type, best.rule.mode, best.rule.status or status(frames, best.frame).status)


def _joins(candidate: Candidate, wanted: set[str]) -> bool:
    """From the source to the target; where all are actors, both."""
    sides = (candidate.parties.actors, candidate.parties.recipients)
    actors, recipients = ({party.ref.actor or "" for party in side} for side in sides)
    return wanted - {TARGET} <= actors and wanted <= actors | recipients


class MarkedActors(Actors):
    """Actors of a text in which only the two marked spans are anybody."""

    def __init__(self, parsed: Parse, source: Span | None, target: Span | None) -> None:
        super().__init__(parsed)
        self._spans = [(name, span) for name, span in ((SOURCE, source), (TARGET, target)) if span]

    def refs(self, i: int) -> tuple[ActorRef, ...]:
        """The marked span that holds a word of the phrase headed by `i`, or of what is coordinated with it."""
        found = [ref for word in self.parse.conjuncts(i) for ref in self.resolve(word)]
        return tuple({ref.actor: ref for ref in found}.values())

    def resolve(self, i: int) -> tuple[ActorRef, ...]:
        """The marked span of one phrase: that of its head, else of a word that says whose it is."""
        return self._ref(i) or next((ref for c in self.parse.children(i, *OF_A_NOUN) if (ref := self._ref(c))), ())

    def _ref(self, i: int) -> tuple[ActorRef, ...]:
        word = self.parse.words[i]
        for name, span in self._spans:
            if word.start < span[1] and span[0] < word.end:
                return (ActorRef(text=self.parse.slice(span), span=span, actor=name),)
        return ()
