"""Treaties by name: who leaves or breaks one does so to its other sides, though no word names them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

import msgspec

from legation.language.frame import Frame
from legation.language.parse import Parse
from legation.language.tables import frame_tables
from legation.lexicon import load, per_lexicon

WORDS = 7  # of the longest name


class Treaty(msgspec.Struct, frozen=True):
    """One entry of `lexicon/en/treaties.yaml`; `sides` hold ids of actors, the first of each stands for it."""

    id: str
    names: tuple[str, ...]
    since: str
    sides: tuple[tuple[str, ...], ...]
    until: str = "9999"
    at: str = ""

    def others(self, own: set[str]) -> tuple[str, ...]:
        """Who stands for the sides that are not the actors' own; nobody where these are on none, or on several."""
        theirs = [side for side in self.sides if own.isdisjoint(side)]
        return tuple(side[0] for side in theirs) if len(theirs) == len(self.sides) - 1 else ()


@per_lexicon
def treaties() -> dict[tuple[str, ...], Treaty]:
    """The words of a name, lower case → the treaty."""
    found = load("en/treaties", tuple[Treaty, ...])
    return {tuple(name.lower().replace("-", " - ").split()): each for each in found for name in each.names}


class Treaties:
    """The treaties that one parse names, by the words of their names."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def others(self, frame: Frame, own: set[str]) -> tuple[str, ...]:
        """The other sides of the treaty that a frame's fillers, or the words below these, name."""
        below = (w for f in frame.fillers for w in (f.word, *self._parse.children(f.word)))
        treaty = next((t for w in below if (t := self._meant(w))), None)
        return treaty.others(own) if treaty else ()

    def named(self, word: int) -> bool:
        """Whether a word is part of a treaty's name: "the Camp David accords" are no act against Camp David."""
        return word in self._named

    def _meant(self, word: int) -> Treaty | None:
        """The treaty whose name a word is part of, or the last named before "the pact"."""
        if word in self._named or not self._bare(word):
            return self._named.get(word)
        before = takewhile(lambda named: named < word, self._named)
        return self._named.get(max(before, default=-1))

    def _bare(self, word: int) -> bool:
        """ "the pact", "this agreement": no word says which."""
        parse, tables = self._parse, frame_tables()
        below = [parse.words[c].lower for c in parse.children(word) if parse.words[c].dep != "case"]
        return parse.words[word].lemma in tables.treaties and bool(below) and tables.definite.issuperset(below)

    @cached_property
    def _named(self) -> dict[int, Treaty]:
        """Word → the treaty whose name it is part of, in the order of the text."""
        published = self._parse.document.published or "9999"
        names = ((first, last, t) for first, last, t in self._names() if t.since <= published <= t.until)
        return {w: treaty for first, last, treaty in names for w in range(first, last)}

    def _names(self) -> Iterator[tuple[int, int, Treaty]]:
        words, known = [w.lower for w in self._parse.words], treaties()
        openers = {name[0] for name in known}
        for first in (i for i, word in enumerate(words) if word in openers):
            ends = range(min(first + WORDS, len(words)), first, -1)
            last = next((end for end in ends if tuple(words[first:end]) in known), None)
            if last is not None:
                yield first, last, known[tuple(words[first:last])]
