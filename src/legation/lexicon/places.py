"""Where actors are written: the place of each entry, body and holder of an office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.lexicon.slugs import slug
from legation.lexicon.source import entries


def places(content: Any) -> dict[str, str]:
    """Actor id → place, for a file of `actors/`; a person's is that of the first office of the file."""
    found = {entry["id"]: entry["at"] for entry in entries(content) if "at" in entry}
    for entry in content if isinstance(content, list) else [content]:
        found = {id: at for id, at in _holders(entry)} | found
    return found


def _holders(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for office in reversed(entry.get("offices") or []):
        owner = entry.get("country") or office.get("organisation") or entry.get("organisation")
        yield from ((f"{owner}.{slug(holder['name'])}", office["at"]) for holder in office.get("holders") or [])
