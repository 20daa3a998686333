"""Listed names in running words: what they are, for the head of names to weigh, and whose, for the cascade to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

import msgspec

from legation.lexicon import load, per_lexicon

Label = Literal["PER", "ORG", "LOC"]

LABELS: dict[str, Label] = {
    "country": "LOC",
    "person": "PER",
    "organisation": "ORG",
    "body": "ORG",
    "medium": "ORG",
    "group": "ORG",
}
PLACES = ("capital", "place")
UNNAMED = ("demonym", "family", "metonym")


T = TypeVar("T", bound=str)


class _Entity(msgspec.Struct, frozen=True):
    kind: str
    country: str | None = None


class _Name(msgspec.Struct, frozen=True):
    name: str
    entity: str
    kind: str
    weak: bool = False


class ActorNames(msgspec.Struct, frozen=True):
    """What this stage needs of the compiled actors; one type, so that the table is decoded once for it."""

    entities: dict[str, _Entity]
    names: tuple[_Name, ...]


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A listed name at the words `first … last` (exclusive) and what it may stand for."""

    first: int
    last: int
    values: frozenset[T]


class Gazetteer(Generic[T]):
    """Names of one or more words by their first word; the longest wins."""

    def __init__(self, names: Iterable[tuple[tuple[str, ...], T]]) -> None:
        values: dict[tuple[str, ...], set[T]] = {}
        for words, value in names:
            values.setdefault(words, set()).add(value)
        self._values = {words: frozenset(found) for words, found in values.items()}
        lengths: dict[str, set[int]] = {}
        for words in values:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, words: Sequence[str]) -> Iterator[Listed[T]]:
        """The names in a sentence, left to right, never overlapping.

        >>> [(n.first, n.last, sorted(n.values)) for n in labels().find("He flew from Moscow to Iran".split())]
        [(3, 4, ['LOC']), (5, 6, ['LOC'])]
        """
        at = 0
        while at < len(words):
            for length in self._lengths.get(words[at], ()):
                found = self._values.get(tuple(words[at : at + length]))
                if found and at + length <= len(words):
                    yield Listed(at, at + length, found)
                    at += length - 1
                    break
            at += 1


@per_lexicon
def labels() -> Gazetteer[Label]:
    """The names of the shipped lexicon by what they are: states, capitals, bodies, media, groups, persons in full."""
    return Gazetteer(_labelled(load("actors", ActorNames)))


@per_lexicon
def owners() -> Gazetteer[str]:
    """Strong names, adjectives included, by the state or the organisation they belong to."""
    table = load("actors", ActorNames)
    strong = (name for name in table.names if not name.weak and name.kind != "family")
    return Gazetteer(
        (words, table.entities[name.entity].country or name.entity) for name in strong if (words := cut(name.name))
    )


def _labelled(table: ActorNames) -> Iterator[tuple[tuple[str, ...], Label]]:
    for name in table.names:
        words, kind = cut(name.name), table.entities[name.entity].kind
        if words and name.kind not in UNNAMED and kind in LABELS and capital(words[0]) and capital(words[-1]):
            yield words, "LOC" if name.kind in PLACES else LABELS[kind]


def cut(name: str) -> tuple[str, ...]:
    """A listed name as words of a sentence: "China's army" is three."""
    return tuple(name.replace("’", "'").replace("'s", " 's").split())


def capital(word: str) -> bool:
    """Whether a word begins with a capital, as a name does."""
    return word[:1].isupper()
