"""A country as the user writes it → its code."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import click
import msgspec

PARTIES = frozenset({"country", "organisation"})
LEADING = frozenset({"name", "short"})


class _Entity(msgspec.Struct, frozen=True):
    name: str
    kind: str


class _Name(msgspec.Struct, frozen=True):
    name: str
    entity: str
    kind: str


class _Actors(msgspec.Struct, frozen=True):
    entities: dict[str, _Entity]
    names: list[_Name]


class Country(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.4 only
    """Takes a code (`RUS`) or a name (`Russia`), also an organisation's; suggests the nearest for a wrong one."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from legation.relations import resolve

        return resolve(str(value), known())

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        codes = {code for code in known().values() if code.startswith(incomplete.upper())}
        return [CompletionItem(code) for code in sorted(codes)]


COUNTRY = Country()


@lru_cache(maxsize=1)
def known() -> dict[str, str]:
    """The names of all countries and organisations → code; a country's name goes before an organisation's."""
    from legation.lexicon import load

    actors = load("actors", _Actors)
    parties = {id: entity for id, entity in actors.entities.items() if entity.kind in PARTIES}
    names = {each.name: each.entity for each in actors.names if each.kind in LEADING and each.entity in parties}
    proper = {entity.name: id for id, entity in parties.items()}
    countries = {name: id for name, id in (names | proper).items() if parties[id].kind == "country"}
    return names | proper | countries
