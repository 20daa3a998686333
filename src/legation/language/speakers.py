"""Speakers that the tree hangs into what they say: '"It is late," an envoy, who was tired, told Reuters.'"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from legation.language.parse import Word
from legation.language.quotes import Quote

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def outside(words: Sequence[Word], quotes: Sequence[Quote]) -> tuple[Word, ...]:
    """The words, with each subject that stands behind a quotation but hangs in it moved to the verb above it."""
    if not quotes:
        return tuple(words)
    return tuple(_moved(words, word, quotes) if word.base == "nsubj" else word for word in words)


def _moved(words: Sequence[Word], word: Word, quotes: Sequence[Quote]) -> Word:
    quote = _around(words[word.head], quotes)
    if quote is None or word.start < quote.span[1]:
        return word
    verb = words[quoted.head] if (quoted := words[word.head]).head >= 0 else quoted
    told = verb.i > word.i and verb.tag in FINITE and verb.start >= quote.span[1]
    alone = told and not any(w.head == verb.i and w.base == "nsubj" for w in words[word.i : verb.i])
    return replace(word, head=verb.i) if alone else word


def _around(word: Word, quotes: Sequence[Quote]) -> Quote | None:
    """The outer quotation that a word stands in."""
    at = bisect_right(quotes, word.start, key=lambda q: q.span[0]) - 1
    while at >= 0 and quotes[at].level:
        at -= 1
    return quotes[at] if at >= 0 and word.end <= quotes[at].span[1] else None
