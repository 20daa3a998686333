"""The compiled actors as typed rows: who there is, by which names, in which office, between which days.

The one reader of `data/actors.json`; every stage asks it for the same table, so that it is decoded once a process.
The rows hold nothing that could refer back to them, so the garbage collector need not look at them (`gc=False`).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from legation.lexicon import load

EntityKind = Literal["country", "organisation", "body", "medium", "group", "person"]
NameKind = Literal["name", "demonym", "capital", "place", "metonym", "short", "family", "block"]


class Dated(msgspec.Struct, frozen=True, kw_only=True, gc=False, rename={"start": "from", "end": "to"}):
    """Something that holds from a day to a day, both inclusive; None where it is open or not known."""

    start: str | None = None
    end: str | None = None

    def held(self, day: str | None) -> bool:
        """True on `day` (ISO), or when the day is unknown.

        >>> Dated(start="2014-09", end="2016").held("2015-01-31"), Dated(end="2016").held("2017-01-01")
        (True, False)
        """
        return not day or ((self.start or "") <= day and day <= (self.end or "9999"))


class Office(Dated, frozen=True, gc=False):
    """An office held: role, body, sector, and the days; `shared` where several hold such an office at a time."""

    role: str
    actor: str
    sector: str = "GOV"
    shared: bool = False


class Member(Dated, frozen=True, gc=False):
    """A state in an organisation."""

    country: str


class SeaNeighbour(msgspec.Struct, frozen=True, gc=False):
    """A state across a sea, strait or lake."""

    country: str
    sea: str


class Code(Dated, frozen=True, gc=False):
    """A group's id and sector between two days."""

    id: str | None = None
    sector: str | None = None


class Entity(Dated, frozen=True, gc=False):
    """A state, body, organisation, medium, group or person."""

    id: str
    name: str
    kind: EntityKind
    iso2: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    offices: tuple[Office, ...] = ()
    members: tuple[Member | str, ...] = ()
    neighbours: tuple[str, ...] = ()
    sea_neighbours: tuple[SeaNeighbour, ...] = ()
    codes: tuple[Code, ...] = ()

    def office(self, day: str | None) -> Office | None:
        """The office held on a day; the last one listed wins, for it is the one given up last."""
        held = [o for o in self.offices if o.held(day)]
        return max(held, key=lambda o: o.start or "") if held else None


class Name(Dated, frozen=True, gc=False, rename={"requires": "with", "start": "from", "end": "to"}):
    """A name and the entity it leads to, with the conditions under which it does."""

    name: str
    entity: str
    kind: NameKind
    weak: bool = False
    requires: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Title(msgspec.Struct, frozen=True, gc=False):
    """A title that one state or organisation gives an office."""

    title: str
    owner: str
    role: str
    actor: str
    sector: str


class ActorTable(msgspec.Struct, frozen=True):
    """All listed actors: id → entity, the names that lead to them, and the titles of offices."""

    entities: dict[str, Entity]
    names: tuple[Name, ...]
    titles: tuple[Title, ...] = ()


def actor_table() -> ActorTable:
    """The listed actors of the lexicon in use.

    >>> actor_table().entities["IGO.EU"].name
    'European Union'
    """
    return load("actors", ActorTable)
