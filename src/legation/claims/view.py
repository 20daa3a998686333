"""Which states a text has named near a word: the pair in view of a claim that names none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from legation.actors import Actors
from legation.claims.joins import joins
from legation.language.parse import Parse
from legation.records import ActorRef

WINDOW = 4


def owner(ref: ActorRef) -> str | None:
    """The state of an actor, or its organisation.

    >>> owner(ActorRef(text="the EU", span=(0, 6), actor="IGO.EU.COMMISSION", sector="IGO"))
    'IGO.EU'
    """
    if ref.country:
        return ref.country
    return ".".join(ref.actor.split(".")[:2]) if ref.actor and ref.actor.startswith(("IGO", "NGO")) else None


class View:
    """The states that the words of one parse stand for."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self.parse, self.actors = parse, actors
        self.skipped: frozenset[int] = frozenset()  # words of numbers: "US dollars" name nobody

    def owners(self, i: int) -> tuple[str, ...]:
        """The states that a phrase and what is coordinated with it stand for."""
        return tuple(dict.fromkeys(o for ref in self.actors.refs(i) if ref.sector != "MED" and (o := owner(ref))))

    def view(self, i: int) -> tuple[str, ...]:
        """The two states of the nearest stretch that names just two, media left out; else the document's pair."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        stretches = [(sentence.first, i), (sentence.first, sentence.last)]
        stretches += [
            (s.first, s.last) for s in reversed(self.parse.sentences[max(0, sentence.i - WINDOW) : sentence.i])
        ]
        for first, last in stretches:
            found = tuple(self._within(first, last))
            if len(found) == 2:
                return found
            if len(found) == 1 and found[0] in self.actors.prominence.dyad:
                return self.actors.prominence.dyad
        return self.actors.prominence.dyad

    def near(self, ids: tuple[str, ...], i: int) -> bool:
        """Whether the sentence of word `i` or the one before name all of these, or the sentence speaks of both."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        before = self.parse.sentences[max(0, sentence.i - 1)]
        if any(w.lower in joins().pair for w in self.parse.words[sentence.first : sentence.last]):
            return True
        return set(ids) <= set(self._within(before.first, sentence.last))

    def _within(self, first: int, last: int) -> Iterable[str]:
        """The states that names and definite descriptions between two words stand for."""
        found: dict[str, None] = {}
        for i in self.heads:
            if first <= i < last:
                found.update(
                    dict.fromkeys(o for ref in self.actors.resolve(i) if ref.sector != "MED" and (o := owner(ref)))
                )
        return found

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """The words that may name somebody, those of numbers left out."""
        return tuple(i for i in self.actors.heads() if i not in self.skipped)
