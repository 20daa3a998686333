"""Subjects that the tree hangs on the verb of saying next to their own, and the other way round.

'"It is late," an envoy, who was tired, told Reuters': the envoy tells. "Lavrov phoned Zarif, the ministry said": Lavrov
phones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from legation.language.parse import Word
from legation.language.quotes import Quote

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mended(words: Sequence[Word], quotes: Sequence[Quote]) -> tuple[Word, ...]:
    """The words, with such subjects on their own verbs."""
    subjects: dict[int, list[Word]] = {}
    for word in words:
        if word.base == "nsubj":
            subjects.setdefault(word.head, []).append(word)
    moved = {w.i: w for w in (*_told(words, subjects, quotes), *_telling(words, subjects))}
    return tuple(moved.get(word.i, word) for word in words) if moved else tuple(words)


def _told(words: Sequence[Word], subjects: dict[int, list[Word]], quotes: Sequence[Quote]) -> Iterator[Word]:
    """Subjects behind a quotation that hang in it, on the verb above."""
    for head, each in subjects.items() if quotes else ():
        quote, verb = _around(words[head], quotes), words[max(words[head].head, 0)]
        if quote is None or verb.i in subjects or verb.tag not in FINITE or verb.start < quote.span[1]:
            continue
        yield from (replace(w, head=verb.i) for w in each if quote.span[1] <= w.start < verb.start)


def _telling(words: Sequence[Word], subjects: dict[int, list[Word]]) -> Iterator[Word]:
    """Of two subjects before a verb the one whose own verb, which is what is said, stands between them."""
    for verb, each in subjects.items():
        for one, two in pairwise(w for w in each if w.i < verb):
            inside = (w for w in words[one.i + 1 : two.i] if w.head == verb and w.dep == "ccomp" and w.pos == "VERB")
            said = next(inside, None)
            if said is not None and said.i not in subjects:
                passive = any(w.head == said.i and w.dep == "aux:pass" for w in words[one.i : said.i])
                yield replace(one, head=said.i, dep="nsubj:pass" if passive else "nsubj")


def _around(word: Word, quotes: Sequence[Quote]) -> Quote | None:
    """The outer quotation that a word stands in."""
    at = bisect_right(quotes, word.start, key=lambda q: q.span[0]) - 1
    while at >= 0 and quotes[at].level:
        at -= 1
    return quotes[at] if at >= 0 and word.end <= quotes[at].span[1] else None
