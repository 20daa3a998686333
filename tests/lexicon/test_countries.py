"""The country files as a specification: schema, completeness, and names that lead to one state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry
import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "lexicon" / "actors" / "countries"
FILES = sorted(FOLDER.glob("*.yaml"))
ENTRIES: dict[str, dict[str, Any]] = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}
CURRENT = {code: entry for code, entry in ENTRIES.items() if "to" not in entry}


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SECTORS = words("GOV MIL REB OPP PTY COP JUD SPY MED EDU BUS CRM CVL IGO NGO LAB LEG MNC REL SET UAF UNS IMG")
# ISO 3166-1 less its territories gives the UN's 193 members, the Holy See and Palestine.
TERRITORIES = words(
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT "
    "JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VGB VIR WLF"
)
UN = frozenset(country.alpha_3 for country in pycountry.countries) - TERRITORIES - {"XKX"}
NEWSWORTHY = words("XKX TWN PSE HKG MAC GRL GIB FLK ESH NCL PRI BMU GUM PYF FRO ALA IOT")
FORMER = words("SUN YUG SCG CSK DDR YMD RVN ANT")
SEATS = {
    "ARG": "Casa Rosada",
    "AUS": "Kirribilli House",
    "BRA": "Planalto",
    "CAN": "Rideau Hall",
    "CHN": "Zhongnanhai",
    "DEU": "Reichstag",
    "FRA": "Élysée",
    "GBR": "Downing Street",
    "IDN": "Merdeka Palace",
    "IND": "Rashtrapati Bhavan",
    "ITA": "Palazzo Chigi",
    "JPN": "Kantei",
    "KOR": "Blue House",
    "MEX": "Los Pinos",
    "RUS": "Kremlin",
    "SAU": "Royal Court",
    "TUR": "Beştepe",
    "USA": "White House",
    "ZAF": "Union Buildings",
}

LISTS = words("successor strong weak short demonyms capital cities regions metonyms bodies neighbours sea_neighbours")
KEYS: dict[str, type] = dict.fromkeys(words("id name iso2 parent from to"), str) | dict.fromkeys(LISTS, list)
REQUIRED = ("id", "name", "strong", "demonyms", "capital", "neighbours")
NAME_KEYS = frozenset({"name", "weak", "from", "to", "not_before", "not_after", "after", "with", "without"})
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NO_PEOPLE = frozenset({"ATA", "BLM", "MAF", "SGS", "SJM", "SPM", "SXM", "VAT"})


def name_of(item: Any) -> str:
    return str(item["name"] if isinstance(item, dict) else item)


def plain(entry: dict[str, Any], key: str) -> list[str]:
    """The names under a key that carry no `weak` flag."""
    return [name_of(i) for i in entry.get(key, []) if not (isinstance(i, dict) and (i.get("weak") or i.get("with")))]


def name_faults(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        if not item.strip():
            yield "an empty name"
        return
    if not isinstance(item, dict) or not isinstance(item.get("name"), str):
        yield f"{item!r} is no name"
        return
    yield from (f"unknown key {key!r} in {item}" for key in item.keys() - NAME_KEYS)
    for key in ("not_before", "not_after", "after"):
        yield from (f"{key} {w!r} is not one word" for w in item.get(key, []) if not re.fullmatch(r"\S+", str(w)))
    yield from (f"bad date in {item}" for key in ("from", "to") if key in item and not DATE.fullmatch(str(item[key])))


def body_faults(code: str, body: dict[str, Any]) -> Iterator[str]:
    if set(body) - {"id", "sector", "name", "names", "weak", "from", "to"}:
        yield f"unknown key in {body['id']}"
    if body["id"].split(".")[:2] != [code, body["sector"]]:
        yield f"{body['id']} is not of {code} and {body['sector']}"
    if body["sector"] not in SECTORS:
        yield f"{body['sector']} is no PLOVER sector"
    if not body["names"] and not body.get("weak"):
        yield f"{body['id']} has no name"
    for item in [*body["names"], *body.get("weak", [])]:
        yield from name_faults(item)


def faults(code: str, entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one file, in words."""
    yield from (f"unknown key {key!r}" for key in entry.keys() - KEYS.keys())
    yield from (
        f"{key} is not a {KEYS[key].__name__}"
        for key in entry.keys() & KEYS.keys()
        if not isinstance(entry[key], KEYS[key])
    )
    yield from (
        f"no {key}" for key in ("id", "name", "strong", "demonyms", "capital", "neighbours") if key not in entry
    )
    if entry["id"] != code:
        yield f"id {entry['id']} in {code}.yaml"
    yield from (f"bad date {entry[k]}" for k in ("from", "to") if k in entry and not DATE.fullmatch(entry[k]))
    for key in ("strong", "weak", "short", "demonyms", "capital", "cities", "regions"):
        for item in entry.get(key, []):
            yield from name_faults(item)
        names = [(name_of(i), i.get("from") if isinstance(i, dict) else None) for i in entry.get(key, [])]
        yield from (f"{name} twice in {key}" for name, _ in {n for n in names if names.count(n) > 1})
    for body in entry.get("bodies", []):
        yield from body_faults(code, body)
    for metonym in entry.get("metonyms", []):
        if set(metonym) - {"name", "actor", "from", "to"} or not metonym["actor"].startswith(f"{code}."):
            yield f"metonym {metonym}"


@pytest.mark.parametrize("code", ENTRIES)
def test_a_file_keeps_to_the_schema(code: str) -> None:
    assert list(faults(code, ENTRIES[code])) == []


def test_the_schema_check_finds_faults() -> None:
    wrong = {
        "id": "AAA",
        "name": "A",
        "strong": ["A", "A"],
        "demonyms": [{"name": "An", "not_after": ["two words"]}],
        "capital": [{"name": "C", "from": "1999"}],
        "neighbours": [],
        "colour": "red",
        "bodies": [{"id": "BBB.GOV.X", "sector": "ARMY", "name": "X", "names": []}],
        "metonyms": [{"name": "Palace", "actor": "BBB.GOV"}],
    }
    assert len(list(faults("AAA", wrong))) == 8


def test_every_un_member_observer_and_territory_in_the_news_has_a_file() -> None:
    assert len(UN) == 195
    assert sorted((UN | NEWSWORTHY | FORMER) - ENTRIES.keys()) == []


def test_former_states_end_and_have_successors() -> None:
    assert {code for code, entry in ENTRIES.items() if "to" in entry} == FORMER
    assert all(set(ENTRIES[code]["successor"]) <= ENTRIES.keys() for code in FORMER)
    assert ENTRIES["SUN"]["to"] == "1991-12-25"


def test_ids_of_bodies_are_unique() -> None:
    ids = [body["id"] for entry in ENTRIES.values() for body in entry.get("bodies", [])]
    assert [i for i in ids if ids.count(i) > 1] == []


def owners(*keys: str) -> dict[str, set[str]]:
    """Name → the states of today that list it plainly under one of the keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, entry in CURRENT.items():
        for key in keys:
            for name in plain(entry, key):
                found[name].add(code)
    return {name: codes for name, codes in found.items() if len(codes) > 1}


def test_no_strong_name_or_demonym_leads_to_two_states() -> None:
    assert owners("strong", "demonyms") == {}


def test_no_capital_or_city_leads_to_two_states() -> None:
    assert owners("capital", "cities").keys() <= {"Badme", "Brest", "George Town"}


def test_no_region_leads_to_two_states_unless_it_is_shared() -> None:
    shared = {"Kashmir", "Line of Control", "Lapland", "Patagonia", "Punjab", "Tierra del Fuego"}
    assert owners("regions").keys() <= shared


def test_no_name_of_a_body_leads_to_two_states() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for code, entry in CURRENT.items():
        names = [n for body in entry.get("bodies", []) for n in plain(body, "names")]
        for name in [*names, *plain(entry, "metonyms")]:
            found[name].add(code)
    assert {name: codes for name, codes in found.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("code", CURRENT)
def test_land_neighbours_are_symmetric(code: str) -> None:
    for other in CURRENT[code]["neighbours"]:
        assert other in CURRENT
        assert code in CURRENT[other]["neighbours"]


@pytest.mark.parametrize("code", ENTRIES)
def test_sea_neighbours_are_symmetric(code: str) -> None:
    for there in ENTRIES[code].get("sea_neighbours", []):
        assert {"country": code, "sea": there["sea"]} in ENTRIES[there["country"]]["sea_neighbours"]


@pytest.mark.parametrize("code", sorted(ENTRIES.keys() - {"ATA"}))
def test_a_state_has_names_people_and_a_capital(code: str) -> None:
    entry = ENTRIES[code]
    assert plain(entry, "strong")
    assert entry["capital"]
    assert entry["demonyms"] or code in NO_PEOPLE


@pytest.mark.parametrize("code", sorted(UN))
def test_a_state_has_one_undated_or_open_capital(code: str) -> None:
    assert any("to" not in capital for capital in ENTRIES[code]["capital"])


@pytest.mark.parametrize(("code", "seat"), SEATS.items())
def test_the_g20_have_their_seats_of_power(code: str, seat: str) -> None:
    actors = {m["name"]: m["actor"] for m in ENTRIES[code].get("metonyms", [])}
    assert actors[seat].split(".")[1] in {"GOV", "LEG"}


@pytest.mark.parametrize(
    ("code", "key", "names"),
    [
        ("USA", "strong", {"US", "U.S.", "USA"}),
        ("GBR", "strong", {"UK", "Britain", "Great Britain"}),
        ("PRK", "strong", {"North Korea", "DPRK"}),
        ("CIV", "strong", {"Ivory Coast", "Côte d'Ivoire"}),
        ("TUR", "strong", {"Turkey", "Türkiye"}),
        ("MMR", "strong", {"Myanmar", "Burma"}),
        ("NLD", "strong", {"Holland", "the Netherlands"}),
        ("GEO", "weak", {"Georgia"}),
        ("JOR", "weak", {"Jordan"}),
        ("TCD", "weak", {"Chad"}),
        ("COD", "weak", {"Congo"}),
        ("COG", "weak", {"Congo"}),
        ("COG", "demonyms", {"Congolese"}),
        ("UKR", "capital", {"Kyiv", "Kiev"}),
        ("UKR", "regions", {"Crimea", "Donbas"}),
        ("GBR", "demonyms", {"British", "Briton", "Britons"}),
    ],
)
def test_names_of_the_news_are_listed(code: str, key: str, names: set[str]) -> None:
    assert names <= {name_of(item) for item in ENTRIES[code][key]}


def test_capitals_follow_their_dates() -> None:
    dated = [(c["name"], c.get("from"), c.get("to")) for c in ENTRIES["KAZ"]["capital"]]
    assert ("Nur-Sultan", "2019-03-23", "2022-09-17") in dated
    assert ("Astana", "2022-09-18", None) in dated
