"""The names of a text with the role that the words beside each give it: `names` is the public function."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from legation.language.gazetteer import Label
from legation.language.names import NameSpan, Via
from legation.language.parse import Parse
from legation.lexicon import load, per_lexicon
from legation.records import Document, Span

DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ"})
LONGEST = 6


class _Person(msgspec.Struct, frozen=True):
    words: tuple[str, ...]


class _Roles(msgspec.Struct, frozen=True):
    persons: tuple[_Person, ...]
    unnamed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: what it is (PER, ORG, LOC), who found it (head, list, both), how sure the head is (0–1).

    `role` is the span of the words that say what a person is: a title before the name, an apposition on either side.
    """

    span: Span
    text: str
    label: Label
    via: Via
    score: float
    role: Span | None = None


def names(source: Parse | Document | str) -> tuple[Name, ...]:
    """The names of a text, in order, never overlapping.

    >>> text = "Russian Foreign Minister Sergei Lavrov flew to Tehran."
    >>> [(n.text, n.label, n.role and text[slice(*n.role)]) for n in names(text)]
    [('Sergei Lavrov', 'PER', 'Russian Foreign Minister'), ('Tehran', 'LOC', None)]
    """
    from legation.language.pipeline import parse

    parsed = source if isinstance(source, Parse) else parse(source)
    persons = frozenset(i for n in parsed.names if n.label == "PER" for i in range(n.first, n.last))
    return tuple(_named(parsed, name, persons) for name in parsed.names)


def _named(parse: Parse, name: NameSpan, persons: frozenset[int]) -> Name:
    span = parse.span((name.first, name.last - 1))
    role = next(_roles(parse, name, persons), None) if name.label == "PER" else None
    return Name(span, parse.slice(span), name.label, name.via, round(name.score, 3), role)


def _roles(parse: Parse, name: NameSpan, persons: frozenset[int]) -> Iterator[Span]:
    """Where the words say what a person is, the surest place first."""
    if before := _before(parse, name, persons):
        yield parse.span(before)
    head = _head(parse, name)
    for apposed in parse.children(head, "appos"):
        if parse.words[apposed].pos == "NOUN":
            yield parse.span(parse.phrase(apposed))
    word = parse.words[head]
    if word.dep == "appos" and parse.words[word.head].pos == "NOUN":
        yield parse.span(_without(parse, word.head, name))


def _head(parse: Parse, name: NameSpan) -> int:
    """The word of a name that hangs on a word outside it."""
    inside = range(name.first, name.last)
    return next((i for i in inside if parse.words[i].head not in inside), name.first)


def _before(parse: Parse, name: NameSpan, persons: frozenset[int]) -> list[int]:
    """The title right before a name: "former U.S. Secretary of State", "Iran's foreign minister"."""
    start = parse.sentences[parse.words[name.first].sentence].first
    first, titled = name.first, False
    while step := _step(parse, start, first, persons):
        first -= step
        titled = titled or step > 1 or parse.words[first].pos == "NOUN" or (parse.words[first].lower,) in titles()
    return list(range(first, name.first)) if titled else []


def _step(parse: Parse, start: int, end: int, persons: frozenset[int]) -> int:
    """How many words before `end` belong to the title: a listed title of several words, or one nominal."""
    for length in range(min(LONGEST, end - start), 1, -1):
        if tuple(w.lower for w in parse.words[end - length : end]) in titles():
            return length
    if end <= start or end - 1 in persons:
        return 0
    word = parse.words[end - 1]
    return 1 if word.pos in DESCRIBING or (word.tag == "POS" and end - 1 > start) else 0


@per_lexicon
def titles() -> frozenset[tuple[str, ...]]:
    """The titles of persons that `lexicon/en/roles.yaml` lists, in lower case."""
    table = load("en/roles", _Roles)
    phrases = [*(words for person in table.persons for words in person.words), *table.unnamed]
    return frozenset(tuple(words.split()) for words in phrases)


def _without(parse: Parse, head: int, name: NameSpan) -> list[int]:
    """The phrase of a head up to the name that is in apposition to it."""
    return [i for i in parse.phrase(head) if i < name.first and parse.words[i].pos != "PUNCT"] or [head]
