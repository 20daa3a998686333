"""Swaps states in a sentence, so that no state comes to stand for an act."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from legation.language.gazetteer import Gazetteer, cut

COUNTRIES = Path(__file__).parents[2] / "lexicon" / "actors" / "countries"
KINDS = ("strong", "demonyms", "capital")
Key = tuple[str, str, int]


class States:
    """Names, adjectives and capitals of states, each found in running words and put for another state's."""

    def __init__(self, folder: Path = COUNTRIES) -> None:
        self._names: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        for path in sorted(folder.glob("*.yaml")):
            for kind, words in _names(yaml.safe_load(path.read_text("utf8"))):
                self._names.setdefault((path.stem, kind), []).append(words)
        self._codes = sorted(
            {c for c, _ in self._names if all((c, k) in self._names for k in KINDS) and self._usual(c)}
        )
        self._find = Gazetteer(
            (words, f"{code} {kind} {at}")
            for (code, kind), listed in self._names.items()
            for at, words in enumerate(listed)
        )

    def _usual(self, code: str) -> bool:
        return all(len(self._names[code, kind][0]) <= 2 for kind in KINDS)

    def swapped(
        self, words: tuple[str, ...], roles: tuple[int, ...], chance: random.Random
    ) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The words with every state in them put for another, one for one, and the roles that go with them."""
        put: dict[str, str] = {}
        out: list[str] = []
        own: list[int] = []
        at = 0
        for found in self._find.find(words):
            code, kind, index = sorted(found.values)[0].split()
            new = put.setdefault(code, chance.choice(self._codes))
            listed = self._names[new, kind]
            name = listed[min(int(index), len(listed) - 1)] if kind == "demonyms" else listed[0]
            out += [*words[at : found.first], *name]
            own += [*roles[at : found.first], *[max(roles[found.first : found.last])] * len(name)]
            at = found.last
        return (*out, *words[at:]), (*own, *roles[at:])


def _names(country: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in KINDS:
        for listed in country.get(kind, ()):
            name = listed["name"] if isinstance(listed, dict) else listed
            if words := cut(name):
                yield kind, words
