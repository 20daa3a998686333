"""The quotations, times and names at a stretch of text, found without going through all of a document's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile

from legation.actors import Actors
from legation.actors.gazetteer import Match
from legation.language.parse import Parse
from legation.language.quotes import Quote
from legation.language.times import TimeExpression
from legation.records import Span

BEFORE = 12  # how many quotations or times may begin before a stretch and reach into it


def quotes_in(parse: Parse, span: Span) -> list[Quote]:
    """The quotations that share text with a span, in the order of the text."""
    start = max(0, bisect_left(parse.quotes, span[0], key=lambda q: q.span[0]) - BEFORE)
    found = takewhile(lambda q: q.span[0] < span[1], parse.quotes[start : start + 500])
    return [q for q in found if span[0] < q.span[1]]


def quotes_from(parse: Parse, at: int) -> Iterator[Quote]:
    """The quotations that end behind an offset, in the order of the text."""
    start = max(0, bisect_left(parse.quotes, at, key=lambda q: q.span[0]) - BEFORE)
    return (parse.quotes[i] for i in range(start, len(parse.quotes)) if parse.quotes[i].span[1] > at)


def quoted(parse: Parse, at: int) -> bool:
    """Whether an offset lies within a quotation (its marks included)."""
    return bool(quotes_in(parse, (at, at + 1)))


def times_in(parse: Parse, sentence: int) -> list[TimeExpression]:
    """The dated time expressions of a sentence."""
    span = parse.sentences[sentence].span
    start = bisect_left(parse.times, span[0], key=lambda t: t.span[0])
    found = takewhile(lambda t: t.span[0] < span[1], parse.times[start : start + 100])
    return [t for t in found if not t.comparison and (t.start or t.end)]


def matches_in(actors: Actors, words: Iterable[int]) -> list[Match]:
    """The names whose first word is among some words, in the order of the text."""
    found = (actors.by_word[w] for w in sorted(words) if w in actors.by_word and actors.by_word[w].first == w)
    return list(found)
