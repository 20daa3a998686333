"""Which sides the phrase of a noun names: before it, behind it, and behind what carries it."""

from __future__ import annotations

from collections.abc import Iterator

from legation.actors import Actors
from legation.claims.joins import joins
from legation.claims.measures import Found
from legation.claims.view import View
from legation.language.frames import Frames

HYPHENS = frozenset("-–‑")


class Named(View):
    """Reads the sides out of noun phrases of one parse."""

    def __init__(self, frames: Frames, actors: Actors) -> None:
        super().__init__(frames.parse, actors)
        self.frames = frames
        self.sides = joins().sides

    def _named(self, measure: Found) -> dict[str, tuple[str, ...]]:
        """Preposition → the states it names behind the measure, or behind what carries it ("volume of trade with")."""
        found: dict[str, tuple[str, ...]] = {}
        for word in self._carriers(measure.word):
            for name, child in self._behind(word):
                found[name] = (*found.get(name, ()), *self.owners(child))
        return found

    def _behind(self, word: int, depth: int = 2) -> Iterator[tuple[str, int]]:
        """The prepositional phrases behind a noun, those that hang on one another and on its participle too."""
        for child in self.parse.children(word, "nmod", "obl"):
            name = self.frames.case(child)[0]
            if name:
                yield name.split()[0], child
            if depth:
                held = name if name in self.sides.holding else None  # "tariffs on $3 bn of American goods"
                yield from ((held or inner, c) for inner, c in self._behind(child, depth - 1))
        for verb in self.parse.children(word, "acl"):
            yield from ((f.slot.split()[0], f.word) for f in self.frames.at(verb).fillers if f.case is not None)

    def _carriers(self, i: int) -> Iterator[int]:
        yield i
        word = self.parse.words[i]
        if word.head >= 0 and self.parse.words[word.head].pos == "NOUN" and word.dep in ("nmod", "compound"):
            yield from self._carriers(word.head)
        elif word.dep == "conj" and self.parse.words[word.head].pos == "NOUN":
            yield word.head

    def _slots(self, i: int, names: tuple[str, ...]) -> Iterator[str]:
        frame = self.frames.at(i)
        words = [w for w in frame.slot(*names) if w != i]
        if frame.word != i or not words:
            words = [c for c in self.parse.children(i, "nmod:poss", "compound", "amod")]
        yield from (o for w in words for part in (*self._tied(w), w) for o in self.owners(part))

    def _tied(self, i: int) -> Iterator[int]:
        """The name tied to a modifier, wherever the tree hung it: "Norway-Sweden trade", "Japan, Mexico trade"."""
        words = self.parse.words
        first = self.parse.sentences[words[i].sentence].first
        if i - 2 < first or words[i].dep not in ("compound", "amod", "flat"):
            return
        listed = words[i - 1].text == "," and i - 2 == first and words[i - 2].pos == "PROPN"
        if listed or (words[i - 1].text in HYPHENS and words[i - 2].end == words[i - 1].start):
            yield i - 2
