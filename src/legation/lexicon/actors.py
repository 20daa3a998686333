"""Compiles `lexicon/actors/` to one table: entities with dated codes, and names that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from legation.lexicon.slugs import slug

Read = Callable[[Path], Any]
Entity = dict[str, Any]
Name = dict[str, Any]


def compile_actors(folder: Path, read: Read) -> dict[str, Any]:
    """{"entities": {id: entity}, "names": [{"name", "entity", "kind", …}], "titles": […]}."""
    entities: dict[str, Entity] = {}
    names: list[Name] = []
    titles: list[dict[str, str]] = []
    for part, compiler in COMPILERS.items():
        for path in sorted((folder / part).glob("*.yaml")):
            content = read(path)
            for entry in content if isinstance(content, list) else [content]:
                titles.extend(office_titles(entry))
                for entity, entity_names in compiler(entry):
                    _merge(entities, entity)
                    names.extend({**n, "entity": n.get("entity", entity["id"])} for n in entity_names)
    return {"entities": dict(sorted(entities.items())), "names": unique(names), "titles": titles}


def office_titles(entry: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The titles that one state gives its offices: "External Affairs Minister", "Secretary of State"."""
    for office in entry.get("offices") or []:
        owner = str(entry.get("country") or office.get("organisation") or entry.get("organisation"))
        rest = {
            "owner": owner,
            "role": office["role"],
            "actor": office.get("actor") or owner,
            "sector": office.get("sector", "GOV"),
        }
        yield from ({"title": str(title).lower(), **rest} for title in office.get("title") or [])


def _merge(entities: dict[str, Entity], entity: Entity) -> None:
    """Adds an entity; a person met again gets the further office."""
    known = entities.setdefault(entity["id"], entity)
    if known is not entity and "offices" in entity:
        known["offices"] = [*known.get("offices", []), *entity["offices"]]


def unique(names: list[Name]) -> list[Name]:
    """The names in order, each once."""
    seen = {tuple(sorted((k, str(v)) for k, v in n.items())): n for n in names}
    return sorted(seen.values(), key=lambda n: (n["name"], n["entity"], n["kind"]))


def _plain(value: Any, key: str = "name") -> dict[str, Any]:
    """A name given as text or as a mapping with conditions."""
    return dict(value) if isinstance(value, dict) else {key: str(value)}


def _names(kind: str, values: list[Any] | None, **more: Any) -> list[Name]:
    return [{**_plain(v), "kind": kind, **more} for v in values or []]


def _dates(entry: dict[str, Any]) -> dict[str, str]:
    return {k: str(entry[k]) for k in ("from", "to") if entry.get(k)}


def country(entry: dict[str, Any]) -> Iterator[tuple[Entity, list[Name]]]:
    """A state: its names, demonyms, capitals, cities, seats of power and bodies."""
    iso3 = entry["id"]
    entity = {"id": iso3, "name": entry["name"], "country": iso3, "sector": None, "kind": "country", **_dates(entry)}
    entity |= {k: entry[k] for k in ("iso2", "neighbours", "sea_neighbours", "successor") if entry.get(k)}
    names = _names("name", entry.get("strong")) + _names("name", entry.get("weak"), weak=True)
    names += _names("demonym", entry.get("demonyms")) + _names("capital", entry.get("capital"))
    names += _names("place", entry.get("cities")) + _names("place", entry.get("regions"))
    yield entity, names + _names("short", entry.get("short"), weak=True)
    government = f"Government of {entry['name']}"
    yield _body(f"{iso3}.GOV", iso3, "GOV", government), []
    yield from _bodies(entry, iso3, "GOV")
    for metonym in entry.get("metonyms") or []:
        target = metonym.get("actor", f"{iso3}.GOV")
        rest = {k: v for k, v in metonym.items() if k != "actor"}
        yield _body(target, iso3, None, str(metonym["name"])), [{**rest, "kind": "metonym"}]


def _body(id: str, iso3: str | None, sector: str | None, name: str | None = None) -> Entity:
    sector = sector or next((p for p in id.split(".")[1:] if len(p) == 3), "GOV")
    return {"id": id, "name": name or id, "country": iso3, "sector": sector, "kind": "body"}


def _bodies(entry: dict[str, Any], iso3: str | None, sector: str) -> Iterator[tuple[Entity, list[Name]]]:
    for body in entry.get("bodies") or []:
        entity = _body(body["id"], iso3, body.get("sector", sector), body.get("name"))
        yield (
            entity | _dates(body),
            _names("name", body.get("names") or [body["name"]]) + _names("name", body.get("weak"), weak=True),
        )


def organisation(entry: dict[str, Any]) -> Iterator[tuple[Entity, list[Name]]]:
    """An organisation with its members by date and its organs."""
    entity = {"id": entry["id"], "name": entry["name"], "country": entry.get("country"), "kind": "organisation"}
    entity |= {"sector": entry.get("sector", "IGO"), "members": entry.get("members") or [], **_dates(entry)}
    names = _names("name", entry.get("names") or [entry["name"]]) + _names("name", entry.get("weak"), weak=True)
    names += _names("demonym", entry.get("demonyms"))
    yield entity, names + [{**n, "weak": True} for n in _names("short", entry.get("short"))]
    yield from _bodies(entry, entry.get("country"), entity["sector"])


def medium(entry: dict[str, Any]) -> Iterator[tuple[Entity, list[Name]]]:
    """An outlet or agency."""
    entity = {
        "id": entry["id"],
        "name": entry["name"],
        "country": entry.get("country"),
        "kind": "medium",
        "sector": "MED",
    }
    more = {"weak": True, **({"with": entry["with"]} if entry.get("with") else {})} if entry.get("weak") is True else {}
    yield entity | _dates(entry), _names("name", entry.get("names") or [entry["name"]], **more)


def group(entry: dict[str, Any]) -> Iterator[tuple[Entity, list[Name]]]:
    """An armed group, party or movement; its code may change by date (`codes`)."""
    entity = {"id": entry["id"], "name": entry["name"], "country": entry.get("country"), "kind": "group"}
    entity |= {"sector": entry.get("sector", "REB"), **_dates(entry)}
    if entry.get("codes"):
        entity["codes"] = entry["codes"]
    names = _names("name", entry.get("names") or [entry["name"]]) + _names("name", entry.get("weak"), weak=True)
    bare = {n["name"] for n in names}
    names += [n for n in _names("name", entry.get("plurals")) if n["name"] not in bare]
    yield entity, names + [n for n in _names("demonym", entry.get("adjectives")) if n["name"] not in bare]


def offices(entry: dict[str, Any]) -> Iterator[tuple[Entity, list[Name]]]:
    """The holders of a state's or an organisation's offices: one person entity, its offices with dates."""
    for office in entry.get("offices") or []:
        owner = entry.get("country") or office.get("organisation") or entry.get("organisation")
        for holder in office.get("holders") or []:
            yield _holder(entry.get("country"), str(owner), office, holder)


def _holder(iso3: str | None, owner: str, office: dict[str, Any], holder: dict[str, Any]) -> tuple[Entity, list[Name]]:
    role = {
        "role": office["role"],
        "actor": office.get("actor") or owner,
        "sector": office.get("sector", "GOV"),
        **_dates(holder),
    }
    if holder.get("shared") or office.get("shared"):
        role["shared"] = True
    entity: Entity = {
        "id": f"{owner}.{slug(holder['name'])}",
        "name": holder["name"],
        "country": iso3,
        "kind": "person",
    }
    entity |= {"sector": role["sector"], "offices": [role]} | (
        {"gender": holder["gender"]} if holder.get("gender") else {}
    )
    family = holder.get("family") or holder["name"].split()[-1]
    names = _names("name", [holder["name"], *holder.get("aliases", [])])
    families = {family, *(a.split()[-1] for a in holder.get("aliases", []) if not holder.get("family"))}
    return entity, names + _names("family", sorted(families))


COMPILERS: dict[str, Callable[[dict[str, Any]], Iterator[tuple[Entity, list[Name]]]]] = {
    "countries": country,
    "organisations": organisation,
    "media": medium,
    "groups": group,
    "offices": offices,
}
