"""Codes of an entry that the ontology does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from legation.errors import nearest
from legation.lexicon.findings import Finding
from legation.ontology import CAMEO, CONTEXTS, TYPES


def wrong_codes(table: str, entry: Mapping[str, Any]) -> Iterator[Finding]:
    """The types, modes, contexts and CAMEO codes of an event rule, and the types of a discard, that there are not."""
    if table == "events":
        kind = entry.get("type")
        yield from _missing(entry, "type", [kind], TYPES)
        if kind in TYPES:
            yield from _missing(entry, "mode", [entry.get("mode")], TYPES[str(kind)].modes)
        yield from _missing(entry, "context", entry.get("contexts") or (), CONTEXTS)
        yield from _missing(entry, "CAMEO code", [entry.get("cameo")], CAMEO)
    elif table == "discards":
        yield from _missing(entry, "type", entry.get("types") or (), TYPES)


def _missing(entry: Mapping[str, Any], what: str, values: Any, known: Any) -> Iterator[Finding]:
    for value in values:
        if value is not None and value not in known:
            hint = nearest(str(value), known) or f"there are: {', '.join(known)}"
            yield Finding("LG202", entry["at"], f"no {what} {value!r}", hint if len(hint) < 400 else None)
