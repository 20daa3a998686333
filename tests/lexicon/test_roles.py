"""Words that compose with a state, and words that refer back to one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

LEXICON = Path(__file__).parents[2] / "lexicon"
OFFICES = LEXICON / "actors" / "offices"


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf8"))


ROLES: dict[str, Any] = read(LEXICON / "en" / "roles.yaml")
REFERENCES: list[dict[str, Any]] = read(LEXICON / "en" / "reference.yaml")
WORDINGS = [
    (words, entry["denotes"])
    for entry in REFERENCES
    for words in [
        *entry.get("words", []),
        *(f"{before} {noun}" for before in entry.get("before", []) for noun in entry.get("nouns", [])),
    ]
]
COMPOSING: list[dict[str, Any]] = [*ROLES["bodies"], *ROLES["persons"]]
SECTORS = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "OPP", "PTY", "REB", "CRM", "BUS", "CVL", "EDU", "LAB"])
SECTORS |= {"MED", "NGO", "REF", "REL", "IGO"}


def test_a_role_word_has_one_meaning() -> None:
    words = [w for e in COMPOSING for w in e["words"]]
    assert [w for w, n in Counter(words).items() if n > 1] == []
    assert [w for w in (*words, *ROLES["unnamed"], *ROLES["honorifics"]) if w != w.lower()] == []


def test_ids_are_unique() -> None:
    ids = [e["id"] for e in (*COMPOSING, *REFERENCES)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("entry", COMPOSING, ids=lambda e: str(e["id"]))
def test_an_entry_is_well_formed(entry: dict[str, Any]) -> None:
    assert set(entry.get("plurals", [])) <= set(entry["words"])
    assert entry["sector"] in SECTORS
    known = {
        "id",
        "words",
        "plurals",
        "sector",
        "suffix",
        "role",
        "body",
        "counterpart",
        "several",
        "country",
        "alone",
        "resident",
        "usual",
    }
    assert set(entry) <= known
    assert entry.get("suffix", entry.get("body", entry["sector"])).split(".")[0] == entry["sector"]


@pytest.mark.parametrize("entry", COMPOSING, ids=lambda e: str(e["id"]))
def test_a_british_word_has_its_american_spelling(entry: dict[str, Any]) -> None:
    british = {w for w in entry["words"] if "defence" in w or "labour" in w}
    assert {w.replace("defence", "defense").replace("labour", "labor") for w in british} <= set(entry["words"])


@pytest.mark.parametrize(
    ("words", "suffix"),
    [
        ("foreign ministry", "GOV.MFA"),
        ("state department", "GOV.MFA"),
        ("foreign office", "GOV.MFA"),
        ("ministry of defense", "GOV.MOD"),
        ("parliament", "LEG"),
        ("troops", "MIL"),
        ("warships", "MIL.NAVY"),
        ("embassy", "GOV.MFA"),
        ("news agency", "MED"),
        ("opposition", "OPP"),
        ("supreme court", "JUD"),
        ("central bank", "GOV.CB"),
    ],
)
def test_a_body_is_put_behind_its_owner(words: str, suffix: str) -> None:
    assert [b["suffix"] for b in ROLES["bodies"] if words in b["words"]] == [suffix]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("foreign minister", "foreign minister"),
        ("top diplomat", "foreign minister"),
        ("foreign secretary", "foreign minister"),
        ("premier", "prime minister"),
        ("king", "monarch"),
        ("emir", "monarch"),
        ("defense minister", "defence minister"),
        ("spokeswoman", "spokesman"),
        ("lawmakers", "lawmaker"),
        ("national security advisor", "national security adviser"),
    ],
)
def test_a_title_gives_an_office(words: str, role: str) -> None:
    assert [p["role"] for p in ROLES["persons"] if words in p["words"]] == [role]


def test_the_secretary_of_state_is_american() -> None:
    assert [p.get("country") for p in ROLES["persons"] if "secretary of state" in p["words"]] == ["USA"]


def test_the_offices_with_dated_holders_have_words() -> None:
    offices = Counter(o["role"] for p in OFFICES.glob("*.yaml") for o in read(p)["offices"])
    missing = set(offices) - {p["role"] for p in ROLES["persons"]}
    assert sum(offices[r] for r in missing) <= 0.02 * sum(offices.values()), missing


def test_a_reference_is_lower_case_and_stands_for_one_kind() -> None:
    words = [w for w, _ in WORDINGS]
    assert [w for w, n in Counter(words).items() if n > 1] == []
    assert [w for w in words if w != w.lower()] == []


def test_the_first_person_is_who_speaks_and_the_second_refers_to_nothing_named_before() -> None:
    kinds = dict(WORDINGS)
    assert {kinds[word] for word in ("i", "we", "our")} == {"speaker", "side"}
    assert {"you", "your"}.isdisjoint(kinds)


@pytest.mark.parametrize(
    ("words", "denotes"),
    [
        ("the two countries", "pair"),
        ("the two counties", "pair"),
        ("both sides", "pair"),
        ("each other", "pair"),
        ("he", "person"),
        ("the islamic republic", "country"),
        ("the agency", "media"),
        ("the bloc", "organisation"),
        ("neighbor", "neighbour"),
        ("neighbour", "neighbour"),
        ("counterpart", "counterpart"),
        ("the visit", "event"),
    ],
)
def test_a_reference_denotes(words: str, denotes: str) -> None:
    assert [d for w, d in WORDINGS if w == words] == [denotes]
