"""Whose paper it is: the state that publishes a document, where an office of its own does so."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from legation.actors.gazetteer import Gazetteer
from legation.language.datelines import dateline
from legation.lexicon import per_lexicon
from legation.lexicon.entities import actor_table
from legation.records import Document

STATE = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})
OFFICIAL = re.compile(r"(?:^|\.)(?:gov|gob|gouv|go|mil|mfa|gov\.[a-z]+)\.(?P<land>[a-z]{2})$|(?:^|\.)(?P<usa>gov|mil)$")


@per_lexicon
def domains() -> dict[str, str]:
    """The last part of an address → its state."""
    return {**{e.iso2.lower(): e.id for e in actor_table().entities.values() if e.iso2}, "uk": "GBR"}


def home(document: Document, gazetteer: Gazetteer) -> str | None:
    """The state whose "the President" and "the ministry" a document means: by its outlet, else by its address.

    Only an office of the state is heard so; what a newspaper calls the president may be anybody's.
    """
    outlet = gazetteer.titled(document.outlet or "", document.published)
    if outlet is not None and outlet.kind == "body" and outlet.sector in STATE:
        return outlet.country
    host = urlsplit(document.url or "").hostname or ""
    found = OFFICIAL.search(host)
    if found is None:
        return None
    return "USA" if found["usa"] else domains().get(found["land"])


def seat(document: Document, gazetteer: Gazetteer, named: Counter[str | None]) -> str | None:
    """The state in whose capital a report was written, where it is also the one that the report names most.

    "TEHRAN – Foreign Ministry spokesman Bahram Qassemi …" is Iran's.
    """
    span = dateline(document.text)
    words = re.findall(r"[^\W\d_]+", document.text[span[0] : span[1]])[:2] if span else []
    names = (" ".join(words), *words[:1])
    found = next((state for name in names if (state := gazetteer.state(name.title(), "capital"))), None)
    return found if named and named[found] == max(named.values()) else None
