"""What the finder reads in the sentences of a parse: acts, their parties, and how it sees what a rule told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from legation.events.finder import KINDS, NO_ACT, Reading, finder
from legation.events.match import Candidate
from legation.events.sides import Party
from legation.language.parse import Parse, Sentence

LEAST = 0.5
"""The least probability of a link: of 35 judged events with a weaker one 15 were right."""
SOME = 0.3
"""The least probability of an act: whether it becomes an event is for its confidence to say."""
ACTOR, RECIPIENT = 0, 1


class Seen(msgspec.Struct, frozen=True):
    """Probabilities: a word of the predicate tells an act; one of the candidate's type; its actors, its recipients are
    the candidate's – the least sure of them, None where the sentence names none."""

    act: float
    type: float
    actor: float | None
    recipient: float | None


class Readings:
    """The readings of some sentences of a parse, made at once."""

    def __init__(self, parse: Parse, wanted: Sequence[int]) -> None:
        self._parse = parse
        sentences = [parse.sentences[n] for n in wanted]
        texts = [[w.text for w in parse.words[s.first : s.last]] for s in sentences]
        self._known = dict(zip(wanted, finder()(texts) if texts else (), strict=True))

    def acts(self) -> Iterator[tuple[int, str]]:
        """Every word that may well tell an act, and its likeliest type, in the order of the text."""
        for sentence, reading in sorted(self._known.items(), key=lambda item: item[0]):
            if reading is not None:
                first = self._parse.sentences[sentence].first
                yield from ((first + word, kind) for word, kind in reading.acts(SOME))

    def linked(self, word: int, side: int) -> list[int]:
        """The words that an act's word is rather linked to as its actors, or as its recipients, the likeliest first."""
        links, first = self._links(word)
        if links is None:
            return []
        own, other = links[side], links[1 - side]
        found = ((own >= LEAST) & (own >= other)).nonzero()[0]
        return [first + i for i in found[own[found].argsort()[::-1]].tolist()]

    def suffers(self, word: int, party: int) -> bool:
        """Whether a word of an act's sentence is rather its recipient than its actor."""
        links, first = self._links(word)
        return links is not None and bool(links[RECIPIENT, party - first] > links[ACTOR, party - first])

    def _links(self, word: int) -> tuple[NDArray[np.float32] | None, int]:
        """The links (2, n) of a word to those of its sentence, None where that was not read; and its first word."""
        sentence = self._parse.words[word].sentence
        reading, first = self._known.get(sentence), self._parse.sentences[sentence].first
        return (None if reading is None else reading.links[:, word - first]), first

    def seen(self, candidate: Candidate) -> Seen | None:
        """What the finder says of a candidate; None where it did not read the sentence."""
        sentence, reading = self._parse.sentences[candidate.frame.sentence], self._known.get(candidate.frame.sentence)
        words = _within(sentence, candidate.frame.words)
        if reading is None or not words:
            return None
        at = min(words, key=lambda w: float(reading.kinds[w, NO_ACT]))
        actors, others = candidate.parties.actors, candidate.parties.recipients
        doing = others and ((actors, (ACTOR,)), (others, (RECIPIENT,)))
        together = ((actors[:1], (ACTOR, RECIPIENT)), (actors[1:], (ACTOR, RECIPIENT)))
        actor, recipient = (self._link(reading, at, sentence, *side) for side in doing or together)
        if candidate.parties.view:  # who stands elsewhere
            recipient = None
        kinds = reading.kinds[at]
        return Seen(1 - float(kinds[NO_ACT]), float(kinds[KINDS.index(candidate.rule.type)]), actor, recipient)

    def _link(
        self, reading: Reading, act: int, sentence: Sentence, parties: Iterable[Party], sides: Iterable[int]
    ) -> float | None:
        chances = []
        for party in parties:
            if words := _within(sentence, {party.word, *self._parse.words_in(party.ref.span)}):
                chances.append(max(float(reading.links[side, act, w]) for side in sides for w in words))
        return min(chances, default=None)


def _within(sentence: Sentence, words: Iterable[int]) -> list[int]:
    """The places within a sentence of those words that stand in it."""
    return [w - sentence.first for w in words if sentence.first <= w < sentence.last]
