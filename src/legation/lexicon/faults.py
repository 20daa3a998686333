"""What is wrong in the tables of a whole lexicon: ids twice, codes that the ontology lacks."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.lexicon.codes import wrong_codes
from legation.lexicon.findings import Finding
from legation.lexicon.source import entries
from legation.lexicon.tables import Lexicon


def faults(lexicon: Lexicon) -> Iterator[Finding]:
    """The findings, in the order of the tables and their files."""
    places: dict[str, str] = {}
    for name in lexicon.names():
        if not name.startswith("en/"):
            continue
        for entry in entries(msgspec.json.decode(lexicon.raw(name))):
            if "at" not in entry:
                continue
            if taken := places.get(entry["id"]):
                yield Finding("LG203", entry["at"], f"the id {entry['id']!r} is taken by {taken}", "choose another id")
            places[entry["id"]] = entry["at"]
            yield from wrong_codes(name.removeprefix("en/"), entry)
