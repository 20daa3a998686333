"""The English names of countries and organisations by their ids, for headings and links."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import LexiconError
from legation.lexicon import load


class _Entity(msgspec.Struct, frozen=True):
    name: str
    kind: str | None = None


class _Actors(msgspec.Struct, frozen=True):
    entities: dict[str, _Entity]


@cache
def party_names() -> dict[str, str]:
    """Id → name of every country and organisation that the lexicon knows; empty where it isn't compiled."""
    try:
        entities = load("actors", _Actors).entities
    except LexiconError:
        return {}
    return {code: entity.name for code, entity in entities.items() if is_party(code)}


def is_party(code: str) -> bool:
    """Whether an id can be one side of a pair: a country, or an organisation as a whole.

    >>> is_party("RUS"), is_party("IGO.EU"), is_party("RUS.GOV")
    (True, True, False)
    """
    head, _, rest = code.partition(".")
    return len(head) == 3 and head.isupper() and (not rest or (head in ("IGO", "NGO") and "." not in rest))


def country_name(code: str) -> str:
    """The name of a country or organisation, or the code itself where the lexicon has none."""
    return party_names().get(code, code)
