"""Listed names in running words: what they are, for the head of names to weigh, and whose, for the cascade to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from legation.lexicon import per_lexicon
from legation.lexicon.entities import ActorTable, actor_table

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


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A listed name at the words `first … last` (exclusive) and what it may stand for."""

    first: int
    last: int
    values: frozenset[T]


class Gazetteer(Generic[T]):
    """Names of one or more words by their first word; the longest wins."""

    def __init__(self, names: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._values: dict[str, frozenset[T]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        alone: dict[T, frozenset[T]] = {}
        for words, value in names:
            key, one = " ".join(words), alone.get(value) or alone.setdefault(value, frozenset((value,)))
            known = self._values.setdefault(key, one)
            if value not in known:
                self._values[key] = known | one
            lengths = self._lengths.get(words[0], ())
            if len(words) not in lengths:
                self._lengths[words[0]] = tuple(sorted((*lengths, len(words)), reverse=True))

    def find(self, words: Sequence[str]) -> Iterator[Listed[T]]:
        """The names in a sentence, left to right, never overlapping.

        >>> [(n.first, n.last, sorted(n.values)) for n in labels().find("He flew from Moscow to Iran".split())]
        [(3, 4, ['LOC']), (5, 6, ['LOC'])]
        """
        at = 0
        while at < len(words):
            for length in self._lengths.get(words[at], ()):
                found = self._values.get(" ".join(words[at : at + length]))
                if found and at + length <= len(words):
                    yield Listed(at, at + length, found)
                    at += length - 1
                    break
            at += 1


@per_lexicon
def labels() -> Gazetteer[Label]:
    """The names of the shipped lexicon by what they are: states, capitals, bodies, media, groups, persons in full."""
    return Gazetteer(_labelled(actor_table()))


@per_lexicon
def owners() -> Gazetteer[str]:
    """Strong names, adjectives included, by the state or the organisation they belong to."""
    table = actor_table()
    strong = (name for name in table.names if not name.weak and name.kind != "family")
    return Gazetteer(
        (words, table.entities[name.entity].country or name.entity) for name in strong if (words := cut(name.name))
    )


def _labelled(table: ActorTable) -> Iterator[tuple[tuple[str, ...], Label]]:
    for name in table.names:
        words, kind = cut(name.name), table.entities[name.entity].kind
        if words and name.kind not in UNNAMED and kind in LABELS and capital(words[0]) and capital(words[-1]):
            yield words, "LOC" if name.kind in PLACES else LABELS[kind]


def cut(name: str) -> tuple[str, ...]:
    """A listed name as words of a sentence: "China's army" is three."""
    plain = name.replace("’", "'").replace("'s", " 's") if "’" in name or "'" in name else name
    return tuple(plain.split())


def capital(word: str) -> bool:
    """Whether a word begins with a capital, as a name does."""
    return word[:1].isupper()
