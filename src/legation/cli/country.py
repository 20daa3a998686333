"""A country as the user writes it → its code."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import click
import msgspec

from legation.cli.failure import nearest
from legation.errors import UsageError


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
    """Takes a code (`RUS`) or a name (`Russia`); suggests the nearest for a wrong one."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return resolved(str(value))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        codes = {code for code in known().values() if code.startswith(incomplete.upper())}
        return [CompletionItem(code) for code in sorted(codes)]


COUNTRY = Country()


def resolved(value: str) -> str:
    """The code of a country; raises UsageError LG101 with the nearest name for one not known."""
    names = known()
    wanted = value.strip().casefold()
    if wanted in names:
        return names[wanted]
    hint = nearest(wanted, names)
    if hint:
        near = hint.removeprefix("did you mean ").removesuffix("?")
        hint = f"did you mean {near.title() if len(near) > 3 else near.upper()} ({names[near]})?"
    raise UsageError("LG101", f"no country {value!r}", hint or "give a name or an ISO 3166-1 code, such as RUS")


@lru_cache(maxsize=1)
def known() -> dict[str, str]:
    """Codes and names of all countries in lower case → code."""
    from legation.lexicon import load

    actors = load("actors", _Actors)
    countries = {id: entity.name for id, entity in actors.entities.items() if entity.kind == "country"}
    names = {
        name.name.casefold(): name.entity for name in actors.names if name.kind == "name" and name.entity in countries
    }
    names |= {name.casefold(): id for id, name in countries.items()}
    return names | {id.casefold(): id for id in countries}
