"""Every entry of the lexicon in use that has an id: rules, cues, discards, words."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.lexicon.entities import actor_table
from legation.lexicon.source import entries
from legation.lexicon.tables import in_use, per_lexicon

TRIGGERS = ("verb", "noun", "adjective", "adverb", "preposition", "adverbial", "phrase", "words")
"""The fields that hold the words which set an entry off."""


class Listed(msgspec.Struct, frozen=True):
    """An entry: its id, its table ("events"), its place ("en/events/consult.yaml:14"), all its fields."""

    id: str
    table: str
    at: str
    fields: dict[str, Any]

    @property
    def triggers(self) -> frozenset[str]:
        """The words that set it off."""
        return frozenset(str(w) for name in TRIGGERS if isinstance(found := self.fields.get(name), list) for w in found)


@per_lexicon
def catalogue() -> dict[str, Listed]:
    """All entries by id, in the order of the tables and their files."""
    found: dict[str, Listed] = {}
    lexicon = in_use()
    for name in lexicon.names():
        if name.startswith("en/"):
            rows = entries(msgspec.json.decode(lexicon.raw(name)))
            table = name.split("/", 1)[1]
            found |= {e["id"]: Listed(e["id"], table, e["at"], e) for e in rows if "at" in e}
    return found


def neighbours(entry: Listed) -> list[tuple[str, list[str]]]:
    """The entries of the same table that share words with this one, with these; those that share most come first."""
    shared = {
        other.id: sorted(entry.triggers & other.triggers)
        for other in catalogue().values()
        if other.table == entry.table and other.id != entry.id
    }
    return sorted(((id, words) for id, words in shared.items() if words), key=lambda n: (-len(n[1]), n[0]))


@per_lexicon
def told_examples() -> dict[str, dict[str, list[Any]]]:
    """{id: {"examples": […], "not": […]}} of the lexicon in use."""
    return in_use().load("about/examples", dict[str, dict[str, list[Any]]])


def actor_ids() -> tuple[str, ...]:
    """The ids of all listed actors."""
    return tuple(actor_table().entities)


def actor(id: str) -> dict[str, Any] | None:
    """A listed actor with its names by kind, its place, and the actors that bear one of its names; None for none.

    >>> actor("IGO.EU")["names"]["name"][:1]
    ['European Union']
    """
    table, lexicon = actor_table(), in_use()
    if id not in table.entities:
        return None
    names: dict[str, list[str]] = {}
    for name in table.names:
        if name.entity == id:
            names.setdefault(f"weak {name.kind}" if name.weak else name.kind, []).append(name.name)
    own = {name for found in names.values() for name in found}
    near: dict[str, list[str]] = {}
    for name in table.names:
        if name.entity != id and name.name in own:
            near.setdefault(name.entity, []).append(name.name)
    fields = {k: v for k, v in msgspec.to_builtins(table.entities[id]).items() if v}
    place = lexicon.load("about/actors", dict[str, str]).get(id)
    shared = [{"id": other, "words": words} for other, words in sorted(near.items())]
    return {**fields, "at": place or "composed by rule", "names": names, "neighbours": shared}
