"""The shape of the entries of `actors/`: shown by entries that have every field, and by the least that will do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from legation.lexicon.shapes import Shape

NAMES: list[Any] = ["text", {"name": "text"}]
WORDS, ROWS = ["text"], [dict[str, Any]()]
LEAST = {"name": "text"}
DAYS = {"from": "2000-01-01", "to": "2001-01-01"}
BODY: dict[str, Any] = {"name": "text", "country": "RUS", "sector": "GOV", "names": NAMES, "weak": NAMES, **DAYS}
COUNTRY: dict[str, Any] = {
    **LEAST,
    **DAYS,
    **dict.fromkeys(("iso2", "parent"), "text"),
    **dict.fromkeys(("strong", "weak", "short", "demonyms", "capital", "cities", "regions"), NAMES),
    **dict.fromkeys(("neighbours", "successor"), WORDS),
    **dict.fromkeys(("sea_neighbours", "metonyms", "bodies"), ROWS),
}
ORGANISATION: dict[str, Any] = {
    **BODY,
    **dict.fromkeys(("demonyms", "short", "members"), NAMES),
    "bodies": ROWS,
    "seat": "text",
}
MEDIUM: dict[str, Any] = {**BODY, "kind": "agency", "state": True, "with": WORDS}
GROUP: dict[str, Any] = {**BODY, "codes": ROWS, **dict.fromkeys(("short", "adjectives", "plurals"), WORDS)}
OFFICES: dict[str, Any] = {"country": "RUS", "organisation": "IGO.UN", "source": "text", "offices": ROWS}

SHAPES: Mapping[str, Shape] = {
    "countries": Shape([COUNTRY, LEAST]),
    "organisations": Shape([ORGANISATION, LEAST]),
    "media": Shape([MEDIUM, MEDIUM | {"weak": True}, LEAST]),
    "groups": Shape([GROUP, LEAST]),
    "offices": Shape([OFFICES, {"offices": ROWS}]),
}
