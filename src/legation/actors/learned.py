"""What a register adds to the listed actors: entities with offices by the days seen, and names that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

import msgspec

from legation.actors.register import Fact, Register
from legation.actors.vocabulary import sole_offices
from legation.lexicon import load
from legation.lexicon.entities import ActorTable, Entity, EntityKind, Name, Office, actor_table

# Days for which a sighting speaks beyond its own: of who it is, and of the office, before and after.
KNOWN = (365, 730)
IN_OFFICE = (31, 365)

KINDS: dict[str, EntityKind] = {"MED": "medium", "REB": "group", "PTY": "group", "CRM": "group"}


class _Names(msgspec.Struct, frozen=True):
    family_first: frozenset[str]


def learned_table(register: Register) -> ActorTable:
    """The entities and names that the facts in use give; a listed person keeps the listed offices."""
    entities, names = dict[str, Entity](), list[Name]()
    used = [fact for fact in register if fact.used]
    for id, facts in groupby(used, key=lambda fact: fact.actor):
        own = list(facts)
        entity = _entity(id, own, used)
        entities[id] = entity
        if id not in actor_table().entities:
            names.extend(_names(entity, own))
    return ActorTable(entities=entities, names=tuple(names))


def _entity(id: str, facts: list[Fact], others: Iterable[Fact]) -> Entity:
    latest = max(facts, key=lambda f: f.last)
    offices = tuple(_office(f, others) for f in facts if f.kind == "person" and f.role)
    listed = actor_table().entities.get(id)
    if listed is not None:
        return msgspec.structs.replace(listed, offices=(*listed.offices, *_beside(listed, offices)))
    kind = "person" if latest.kind == "person" else KINDS.get(latest.sector or "", "body")
    return Entity(id=id, name=latest.name, kind=kind, country=latest.country, sector=latest.sector, offices=offices)


def _beside(listed: Entity, offices: Iterable[Office]) -> Iterator[Office]:
    """The learned offices for the days on which the list gives none."""
    ends = [o.end or "9999" for o in listed.offices]
    for office in offices:
        start = max([office.start or "", *(e for e in ends if e != "9999")])
        if start < (office.end or "9999") and "9999" not in ends:
            yield msgspec.structs.replace(office, start=start)


def _office(fact: Fact, others: Iterable[Fact]) -> Office:
    """The office for the days around its sightings, until somebody else is first seen in it."""
    end = _moved(fact.last, IN_OFFICE[1])
    if fact.role in sole_offices():
        same = (f for f in others if f.owner == fact.owner and f.role == fact.role and f.actor != fact.actor)
        end = min([end, *(f.first for f in same if f.first > fact.last)])
    sector = fact.sector or "GOV"
    return Office(
        role=fact.role or "", actor=fact.owner, sector=sector, start=_moved(fact.first, -IN_OFFICE[0]), end=end
    )


def _names(entity: Entity, facts: list[Fact]) -> Iterator[Name]:
    start = _moved(min(f.first for f in facts), -KNOWN[0])
    end = _moved(max(f.last for f in facts), KNOWN[1])
    weak = entity.kind != "person" and " " not in entity.name
    for name in dict.fromkeys(f.name for f in facts):
        yield Name(name=name, entity=entity.id, kind="name", weak=weak, start=start, end=end)
    forms = {form for f in facts for form in f.forms}
    seen = {form for form in forms if form.split()[-1] == entity.name.split()[-1]} or forms
    kind: Literal["family", "name"] = "family" if entity.kind == "person" else "name"
    for form in sorted(seen or ({_family(entity)} if entity.kind == "person" else ())):
        yield Name(name=form, entity=entity.id, kind=kind, weak=kind == "name", start=start, end=end)


def _family(entity: Entity) -> str:
    """The family name, where no text has used it alone."""
    words = entity.name.split()
    return words[0 if entity.country in load("en/names", _Names).family_first else -1]


def _moved(day: str, days: int) -> str:
    """A day so many days on; of a month or a year alone the same text."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day
