"""Sentences read together with those before them: whom an act joins that its own sentence does not name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.events.finder import finder
from legation.events.readings import joined
from legation.language.parse import Parse

BEFORE = 3
"""So many sentences are read before an act's own, as in the passages that trained the finder,"""
LONGEST = 100
"""and no more of them than make so many words with it."""


class Passages:
    """The readings of some sentences of a parse, each with those before it, made at once."""

    def __init__(self, parse: Parse, wanted: Iterable[int]) -> None:
        self._parse = parse
        opens = {n: opening(parse, n) for n in sorted(set(wanted))}
        opens = {n: first for n, first in opens.items() if first < parse.sentences[n].first}
        texts = [[w.text for w in parse.words[first : parse.sentences[n].last]] for n, first in opens.items()]
        readings = finder()(texts) if texts else ()
        self._known = {n: (first, r) for (n, first), r in zip(opens.items(), readings, strict=True) if r is not None}

    def linked(self, word: int, side: int) -> Iterator[tuple[int, float]]:
        """The words before its sentence that an act's word is rather linked to as its actors (0), or as its recipients
        (1), the likeliest first; each with its probability."""
        sentence = self._parse.words[word].sentence
        first, reading = self._known.get(sentence, (0, None))
        if reading is not None:
            links = reading.links[:, word - first, : self._parse.sentences[sentence].first - first]
            yield from ((first + at, float(links[side, at])) for at in joined(links, side))


def opening(parse: Parse, sentence: int) -> int:
    """The first word of what is read: no more sentences, and no more words, than were learned."""
    begin, last = sentence, parse.sentences[sentence].last
    while begin > max(0, sentence - BEFORE) and last - parse.sentences[begin - 1].first <= LONGEST:
        begin -= 1
    return parse.sentences[begin].first
