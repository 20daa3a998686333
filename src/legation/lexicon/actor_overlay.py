"""An overlay's actors over ours: new ones, further names and offices, and no name that stands for two."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec

from legation.errors import nearest
from legation.lexicon.actor_shapes import SHAPES
from legation.lexicon.actors import COMPILERS, office_titles, unique
from legation.lexicon.entities import Entity
from legation.lexicon.findings import Finding
from legation.lexicon.places import places
from legation.lexicon.shapes import CHANGES

Entry = dict[str, Any]
Found = dict[str, Any]
# The field of an entry → the kind of names that it gives, and whether they are weak.
NAMES = {
    "strong": ("name", False),
    "names": ("name", False),
    "weak": ("name", True),
    "short": ("short", True),
    "demonyms": ("demonym", False),
    "capital": ("capital", False),
    "cities": ("place", False),
    "regions": ("place", False),
}
OWN = frozenset({"name", "demonym", "capital"})
"""Kinds of names that must stand for one actor."""


class ActorOverlay:
    """Lays the files of an overlay's `actors/` over the compiled actors; what can't be done is in `findings`."""

    def __init__(self, base: Found, disabled: Collection[str]) -> None:
        self.entities: dict[str, Entry] = {id: e for id, e in base["entities"].items() if id not in disabled}
        self.names: list[Entry] = [n for n in base["names"] if n["entity"] not in disabled]
        self.titles: list[Entry] = list(base["titles"])
        self.places: dict[str, str] = {}
        self.findings: list[Finding] = []

    def table(self) -> Found:
        """The compiled table of actors."""
        return {"entities": dict(sorted(self.entities.items())), "names": unique(self.names), "titles": self.titles}

    def add(self, part: str, content: Any, path: str) -> None:
        """The entries of one file of `actors/part/`; `path` is told where an entry has no place of its own."""
        for entry in content if isinstance(content, list) else [content]:
            if set(entry) <= {"disable", "at"}:
                continue
            at = str(entry.get("at") or path)
            if wrong := [*SHAPES[part].wrong({**entry, "at": at}, whole=not any(c in entry for c in CHANGES))]:
                self.findings.extend(wrong)
                continue
            try:
                self._entry(part, entry, at)
            except (KeyError, TypeError, AttributeError, msgspec.ValidationError) as error:
                told = f"lacks {error}" if isinstance(error, KeyError) else str(error)
                self.findings.append(Finding("LG201", at, told, "lexicon/actors/README.md says what an entry has"))

    def _entry(self, part: str, entry: Entry, at: str) -> None:
        change = next((c for c in CHANGES if c in entry), None)
        if change and entry[change] not in self.entities:
            hint = nearest(str(entry[change]), self.entities) or "it may be disabled"
            self.findings.append(Finding("LG203", at, f"{change} of {entry[change]!r}, which is no actor", hint))
            return
        given = self._named(entry, change) if change else entry
        self.places |= places(given) | ({given["id"]: at} if "id" in given else {})
        self.titles.extend(office_titles(given))
        declared = {given.get("id"), *(body.get("id") for body in given.get("bodies") or [])}
        for entity, compiled in COMPILERS[part](given):
            msgspec.convert(entity, Entity)
            names = [{**n, "entity": n.get("entity", entity["id"])} for n in compiled]
            if change and entity["id"] == given["id"]:
                names = self._changed(given, entity, names, change)
            else:
                self._put(entity, at, entity["id"] in declared)
            self._clashes(names, at)
            self.names.extend(names)

    def _named(self, entry: Entry, change: str) -> Entry:
        """The entry with the id and the name of the actor that it changes."""
        rest = {k: v for k, v in entry.items() if k != change}
        return {"name": self.entities[entry[change]]["name"], **rest, "id": entry[change]}

    def _put(self, entity: Entry, at: str, declared: bool) -> None:
        """A new actor; a person of ours gets the further offices; a body that only follows from others may be there."""
        id = entity["id"]
        if id not in self.entities:
            self.entities[id] = entity
        elif entity["kind"] == "person":
            self._further(id, entity)
        elif declared:
            hint = f"to change that actor write `override: {id}` or `extend: {id}`; else choose an id of your own"
            self.findings.append(Finding("LG203", at, f"the id {id!r} is taken", hint))

    def _changed(self, given: Entry, entity: Entry, names: list[Entry], change: str) -> list[Entry]:
        """Updates an actor; gives its new names. `override` takes away old ones of their kind, `extend` adds."""
        id, fields = given["id"], [NAMES[f] for f in given if f in NAMES]
        old = self.entities[id]
        new = {k: v for k, v in entity.items() if k in given}
        if change == "extend":
            new = {k: [*old.get(k, ()), *v] if isinstance(v, list) else v for k, v in new.items()}
        self.entities[id] = old | new
        if change == "override":
            self.names = [n for n in self.names if n["entity"] != id or _kind(n) not in fields]
        return [n for n in names if n["entity"] != id or _kind(n) in fields]

    def _further(self, id: str, entity: Entry) -> None:
        """A person of ours gets further offices; a term given again with the same start takes the place of ours."""
        terms = {_term(o) for o in entity["offices"]}
        old = [o for o in self.entities[id].get("offices", []) if _term(o) not in terms]
        self.entities[id] = self.entities[id] | {"offices": [*old, *entity["offices"]]}

    def _clashes(self, names: list[Entry], at: str) -> None:
        """A name that stands for another actor too."""
        strong = {n["name"]: n for n in names if n["kind"] in OWN and _strong(n)}
        for other in self.names:
            own = strong.get(other["name"])
            if own is None or other["kind"] not in OWN or not _strong(other) or own["entity"] == other["entity"]:
                continue
            kinds = {self.entities[n["entity"]]["kind"] for n in (own, other) if n["entity"] in self.entities}
            if kinds == {"person"} or not _meet(own, other):
                continue
            hint = (
                f"put it under `weak` with the words that must stand beside it (`with`), or disable {other['entity']}"
            )
            what = f"{own['name']!r} would stand for {own['entity']} and for {other['entity']}"
            self.findings.append(Finding("LG204", at, what, hint))


def _kind(name: Entry) -> tuple[str, bool]:
    return name["kind"], bool(name.get("weak"))


def _term(office: Entry) -> tuple[Any, ...]:
    return office["role"], office["actor"], office.get("from")


def _strong(name: Entry) -> bool:
    return not name.get("weak") and not name.get("with")


def _meet(one: Entry, two: Entry) -> bool:
    """Whether there is a day on which both names hold."""
    start = max(str(n.get("from") or "") for n in (one, two))
    return start <= min(str(n.get("to") or "9999") for n in (one, two))
