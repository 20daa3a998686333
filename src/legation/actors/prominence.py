"""Which states a document is about: how often its names stand for each."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legation.actors.resolver import Actors

NEAR = 2  # Sentences before that are looked at.
FAR_MORE = 2  # How many times as often as any other a state is named that a text is about, and
LEAST = 3  # how often at least: one mention may be of a guest.


class Prominence:
    """The states and organisations of one document by how often it names them."""

    def __init__(self, actors: Actors) -> None:
        self._actors = actors

    @cached_property
    def counts(self) -> Counter[str]:
        """State or organisation → its names in the document; towns don't count."""
        owners = (self._actors.owner(m) for m in self._actors.matches if m.name.kind != "place")
        return Counter(o.country or o.id for o in owners if o)

    @cached_property
    def dyad(self) -> tuple[str, ...]:
        """The two that the document names most; empty where a third comes close."""
        top = self.counts.most_common(3)
        if len(top) < 2 or (len(top) == 3 and top[2][1] >= top[1][1]):
            return ()
        return tuple(sorted((top[0][0], top[1][0])))

    @cached_property
    def subject(self) -> str | None:
        """The state that the document names far more often than any other."""
        states = [(c, n) for c, n in self.counts.most_common() if c in self._actors.gazetteer.entities and "." not in c]
        if not states or states[0][1] < LEAST or (len(states) > 1 and states[0][1] < FAR_MORE * states[1][1]):
            return None
        return states[0][0]

    def at(self, i: int) -> str | None:
        """The state of "the government" at word `i`: what the document is about, and alone named just before."""
        if self.subject is None:
            return None
        parse = self._actors.parse
        sentence = parse.words[i].sentence
        parts = [(parse.sentences[s].first, parse.sentences[s].last) for s in range(max(0, sentence - NEAR), sentence)]
        for first, last in ((parse.sentences[sentence].first, i), *reversed(parts)):
            named = [c for c in self._actors.countries(first, last) if "." not in c]
            if named:
                return self.subject if named == [self.subject] else None
        return None
