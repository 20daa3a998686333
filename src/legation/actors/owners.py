"""The state or organisation behind a name or a role."""

from __future__ import annotations

import msgspec

from legation.actors.gazetteer import Match
from legation.records import Via

VIA: dict[str, Via] = {
    "name": "name",
    "metonym": "name",
    "demonym": "demonym",
    "capital": "capital",
    "place": "name",
    "short": "definite",
    "family": "name",
}


class Owner(msgspec.Struct, frozen=True):
    """The state or organisation that a role belongs to, and how the text names it."""

    id: str
    country: str | None
    via: Via


def owner_of(match: Match) -> Owner | None:
    """The owner behind a listed name: a group or a medium owns itself, any other its state or organisation."""
    entity, via = match.entity, VIA.get(match.name.kind, "name")
    if entity.kind in ("group", "medium"):
        return Owner(entity.id, entity.country, via)
    if entity.country:
        return Owner(entity.country, entity.country, via)
    if entity.id.startswith(("IGO", "NGO")):
        return Owner(".".join(entity.id.split(".")[:2]), None, via)
    return None
