"""Organisations, media and groups: well formed, each name leading to one of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry
import pytest
import yaml

LEXICON = Path(__file__).parents[2] / "lexicon"
ACTORS = LEXICON / "actors"
SECTORS = {
    *("GOV", "LEG", "JUD", "MIL", "COP", "SPY"),
    *("OPP", "PTY", "REB", "UAF", "CRM"),
    *("BUS", "CVL", "EDU", "LAB", "MED", "NGO", "REF", "REL", "IGO"),
}
FORMER = frozenset(["SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "XKX"])
ISO3 = frozenset(c.alpha_3 for c in pycountry.countries) | FORMER
FIELDS = {
    "organisations": {
        *("id", "name", "sector", "names", "weak", "short", "demonyms", "from", "to", "seat", "members", "bodies"),
    },
    "media": {"id", "name", "names", "kind", "state", "country", "from", "to"},
    "groups": {
        *("id", "name", "country", "sector", "names", "plurals", "adjectives", "weak", "short", "from", "to", "codes"),
    },
}
CONDITIONS = {"with", "after", "not_after", "not_before"}
BODY_FIELDS = {"id", "name", "names", "weak", "short"}
Entry = dict[str, Any]


@lru_cache
def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf8"))


@lru_cache
def entries(folder: str) -> tuple[Entry, ...]:
    content = [read(p) for p in sorted((ACTORS / folder).glob("*.yaml"))]
    return tuple(e for c in content for e in (c if isinstance(c, list) else [c]))


@lru_cache
def everything() -> tuple[Entry, ...]:
    """Every entry of the three folders, and the bodies of organisations."""
    found = [e for folder in FIELDS for e in entries(folder)]
    return tuple(found + [b for e in found for b in e.get("bodies", [])])


def by_id(id_: str) -> Entry:
    return next(e for e in everything() if e["id"] == id_)


def strong(entry: Entry) -> set[str]:
    """The names that lead to an entry whatever stands beside them."""
    return {n for n in entry.get("names", []) if isinstance(n, str)}


def conditional(entry: Entry) -> list[Entry]:
    return [*entry.get("weak", []), *(n for n in entry.get("names", []) if isinstance(n, dict))]


def dated(entry: Entry) -> Iterator[Entry]:
    yield entry
    yield from entry.get("members", [])
    yield from entry.get("codes", [])


def members(organisation: str, day: str) -> set[str]:
    listed = by_id(organisation)["members"]
    return {m["country"] for m in listed if m.get("from", "") <= day <= m.get("to", "9999")}


# --- form


@pytest.mark.parametrize("folder", FIELDS)
def test_no_field_is_misspelt(folder: str) -> None:
    assert {k for e in entries(folder) for k in e} <= FIELDS[folder]
    assert {k for e in entries(folder) for b in e.get("bodies", []) for k in b} <= BODY_FIELDS


def test_ids_are_unique_and_of_the_agreed_form() -> None:
    assert [i for i, n in Counter(e["id"] for e in everything()).items() if n > 1] == []
    form = re.compile(r"([A-Z]{3})\.[A-Z0-9]+(\.[A-Z0-9]+)*")
    assert [e["id"] for e in everything() if not form.fullmatch(e["id"])] == []


def test_a_file_is_named_for_what_it_holds() -> None:
    for path in (ACTORS / "organisations").glob("*.yaml"):
        assert read(path)["id"] == path.stem
    for folder in ("media", "groups"):
        for path in (ACTORS / folder).glob("*.yaml"):
            assert {e["id"][:3] for e in read(path)} == {path.stem}
            assert {e.get("country", "IMG") for e in read(path)} == {path.stem}


def test_every_entry_has_a_name_and_lists_none_twice() -> None:
    for entry in everything():
        names = entry["names"]
        assert names, entry["id"]
        texts = [n if isinstance(n, str) else n["name"] for n in names] + [w["name"] for w in entry.get("weak", [])]
        assert [t for t, n in Counter(texts).items() if n > 1] == [], entry["id"]
        assert all(t == t.strip() and t for t in texts), entry["id"]


def test_an_ambiguous_name_says_when_it_is_meant() -> None:
    for entry in everything():
        for name in conditional(entry):
            assert set(name) - CONDITIONS <= {"name", "weak"}, entry["id"]
            assert all(len(name[c]) == len(set(name[c])) > 0 for c in CONDITIONS & set(name)), entry["id"]
            assert CONDITIONS & set(name), entry["id"]


def test_sectors_and_countries_are_known() -> None:
    for entry in everything():
        assert entry.get("sector", "IGO") in SECTORS, entry["id"]
        for country in (entry.get("country"), entry.get("seat"), *(m["country"] for m in entry.get("members", []))):
            assert country is None or country in ISO3, entry["id"]


def test_dates_are_days_in_order() -> None:
    for entry in everything():
        for row in dated(entry):
            days = [date.fromisoformat(row[k]) for k in ("from", "to") if k in row]
            assert days == sorted(days), entry["id"]


def test_a_membership_is_listed_once() -> None:
    for entry in entries("organisations"):
        listed = [(m["country"], m.get("from")) for m in entry.get("members", [])]
        assert len(listed) == len(set(listed)), entry["id"]


def test_generic_nouns_never_stand_alone_for_an_organisation() -> None:
    generic = {"group", "council", "commission", "court", "agency", "organisation", "organization", "mission", "union"}
    shorts = [s for e in entries("organisations") for s in e.get("short", [])]
    assert generic.isdisjoint(s for s in shorts if isinstance(s, str))


# --- clashes


def test_a_strong_name_leads_to_one_of_them_only() -> None:
    owners = defaultdict(set)
    for entry in everything():
        for name in strong(entry):
            owners[name].add(entry["id"])
    assert {n: ids for n, ids in owners.items() if len(ids) > 1} == {}


def test_no_strong_name_is_a_state_or_a_people() -> None:
    countries = [read(p) for p in (ACTORS / "countries").glob("*.yaml")]
    states = {str(n) for c in countries for k in ("strong", "demonyms") for n in c.get(k) or []}
    assert {n for e in everything() for n in strong(e)} & states == set()


def test_common_words_are_never_strong() -> None:
    risky = {
        *("Mirror", "Times", "The Times", "Independent", "Sun", "Trend", "Guardian", "Time", "Dawn", "Observer"),
        *("Focus", "Prime", "The Hill", "Eurasia", "Quad", "Commonwealth", "Brussels", "Davos"),
        *("AU", "ECO", "IS", "PA", "PTI"),
    }
    assert {n for e in everything() for n in strong(e)} & risky == set()


# --- what must be there


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("ITAR-TASS", "RUS.MED.TASS"),
        ("IRNA", "IRN.MED.IRNA"),
        ("Islamic Republic of Iran Broadcasting", "IRN.MED.IRIB"),
        ("IRIB", "IRN.MED.IRIB"),
        ("Xinhua", "CHN.MED.XINHUA"),
        ("Anadolu Agency", "TUR.MED.AA"),
        ("Reuters", "GBR.MED.REUTERS"),
        ("UN Security Council", "IGO.UN.SC"),
        ("European Commission", "IGO.EU.COMMISSION"),
        ("Eurasian Economic Union", "IGO.EAEU"),
        ("OPEC+", "IGO.OPECPLUS"),
        ("Hezbollah", "LBN.REB.HEZBOLLAH"),
        ("Houthis", "YEM.REB.HOUTHI"),
        ("Hamas", "PSE.REB.HAMAS"),
        ("Kataib Hezbollah", "IRQ.REB.KH"),
        ("PKK", "TUR.REB.PKK"),
        ("Polisario Front", "ESH.REB.POLISARIO"),
        ("Doctors Without Borders", "NGO.MSF"),
    ],
)
def test_a_name_leads_to_its_actor(name: str, id_: str) -> None:
    assert [e["id"] for e in everything() if name in strong(e)] == [id_]


def test_eurasia_is_the_union_beside_an_agreement_only() -> None:
    weak = {w["name"]: w["with"] for w in by_id("IGO.EAEU")["weak"]}
    assert "agreement" in weak["Eurasia"]


def test_membership_follows_the_calendar() -> None:
    assert members("IGO.EAEU", "2020-12-20") == {"RUS", "BLR", "KAZ", "ARM", "KGZ"}
    assert ("GBR" in members("IGO.EU", "2020-01-31"), "GBR" in members("IGO.EU", "2020-02-01")) == (True, False)
    assert ("IRN" in members("IGO.SCO", "2023-01-01"), "IRN" in members("IGO.SCO", "2023-07-05")) == (False, True)
    assert ("QAT" in members("IGO.OPEC", "2018-12-31"), "QAT" in members("IGO.OPEC", "2019-01-01")) == (True, False)
    assert len(members("IGO.NATO", "2024-12-31")) == 32
    assert len(members("IGO.EU", "2024-12-31")) == 27
    assert len(members("IGO.UN", "2024-12-31")) == 193
    assert len(members("IGO.COE", "2024-12-31")) == 46
    assert len(members("IGO.OSCE", "2024-12-31")) == 57
    assert len(members("IGO.AL", "2024-12-31")) == 22
    assert len(members("IGO.AU", "2024-12-31")) == 55
    assert len(members("IGO.OIC", "2025-12-31")) == 57
    assert len(members("IGO.CIS", "2020-12-31")) == 10


def test_a_movement_becomes_a_government_on_a_day() -> None:
    def code(group: str, day: str) -> tuple[str, str]:
        rows = by_id(group)["codes"]
        return next((c["id"], c["sector"]) for c in rows if c.get("from", "") <= day <= c.get("to", "9999"))

    assert code("AFG.REB.TALIBAN", "2021-08-14") == ("AFG.REB.TALIBAN", "REB")
    assert code("AFG.REB.TALIBAN", "2021-08-15") == ("AFG.GOV", "GOV")
    assert code("SYR.REB.HTS", "2025-01-01") == ("SYR.GOV", "GOV")


def test_dated_codes_never_overlap() -> None:
    for entry in entries("groups"):
        rows = sorted(entry.get("codes", []), key=lambda c: c.get("from", ""))
        for one, two in pairwise(rows):
            assert one["to"] < two["from"], entry["id"]


def test_the_media_of_sixty_countries_and_who_runs_them() -> None:
    assert len({e["country"] for e in entries("media")}) >= 60
    assert {e["kind"] for e in entries("media")} == {"agency", "newspaper", "broadcaster", "site"}
    assert (by_id("RUS.MED.TASS")["state"], by_id("GBR.MED.REUTERS")["state"]) == (True, False)
