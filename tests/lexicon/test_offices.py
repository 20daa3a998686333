"""The offices as a specification: schema, dates that can be true, one spelling per person, and how much is covered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pycountry
import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "lexicon" / "actors" / "offices"
FILES: dict[str, dict[str, Any]] = {
    p.stem: yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(FOLDER.glob("*.yaml"))
}
STATES = {code: content for code, content in FILES.items() if code not in ("IGO", "SUN", "CSK")}

HEADS = frozenset({"president", "prime minister", "monarch", "chancellor", "supreme leader"})
ROLES = HEADS | {
    *("foreign minister", "deputy foreign minister", "foreign ministry spokesman", "ambassador to the UN"),
    *("defence minister", "chief of staff of the armed forces", "intelligence chief", "national security adviser"),
    *("vice president", "deputy prime minister", "crown prince", "general secretary", "leader", "chief executive"),
    *("finance minister", "interior minister", "trade minister", "energy minister", "oil minister", "nuclear chief"),
    *("unification minister", "information minister", "public security minister", "strategic affairs minister"),
    *("speaker of parliament", "speaker of the upper house", "ceremonial head of state", "special envoy", "negotiator"),
    *("adviser", "official", "government spokesman", "military spokesman", "security council deputy chairman"),
    *("revolutionary guards commander", "quds force commander", "regional president", "regional prime minister"),
    *("rebel leader", "rebel spokesman", "opposition leader", "gang leader", "commander", "lawmaker", "ambassador"),
    *("central bank governor", "justice minister", "deputy defence minister", "prosecutor", "judge", "spokesman"),
}
# of organisations alone
IGO_ROLES = frozenset(
    {"president", "secretary general", "foreign policy chief", "chairman", "spokesman", "special envoy", "agency head"}
    | {"commissioner", "general assembly president", "supreme allied commander", "prosecutor", "speaker of parliament"}
    | {"rebel leader", "negotiator", "official"}
)
OFFICE_KEYS = frozenset({"role", "title", "actor", "sector", "holders", "organisation", "shared"})
HOLDER_KEYS = frozenset({"name", "family", "from", "to", "gender", "aliases", "shared"})


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SECTORS = words("GOV MIL REB OPP PTY SPY COP LEG CRM JUD IGO")
FORMER = frozenset({"SUN", "CSK"})  # ended before the days on which coverage is counted
ISO = {c.alpha_3 for c in pycountry.countries} | {"XKX", "SCG"} | FORMER
LONGEST_OVERLAP = timedelta(days=40)
WINDOW = [(date(2000, 1, 1) + timedelta(n)).isoformat() for n in range((date(2025, 1, 1) - date(2000, 1, 1)).days)]

# Two people with nearly one name.
DIFFERENT = {
    frozenset(pair)
    for pair in (
        ("Dragan Covic", "Dragan Cavic"),
        ("Teodoro Obiang", "Teodorin Obiang"),
        ("K.R. Narayanan", "M.K. Narayanan"),
        ("Masoud Barzani", "Masrour Barzani"),
        ("Moshe Yaalon", "Moshe Kahlon"),
        ("Kiichi Miyazawa", "Yoichi Miyazawa"),
        ("Lee Jae-myung", "Lee Jae-joung"),
        ("Kim Sung-hwan", "Kim Sung-han"),
        ("Than Shwe", "Than Swe"),
        ("Kim Jong-il", "Kim Yong-il"),
        ("Salman bin Abdulaziz", "Sultan bin Abdulaziz"),
        ("Salman bin Abdulaziz", "Abdulaziz bin Salman"),
        ("Aleksandar Vucic", "Aleksandar Vulin"),
        ("Vazgen Sargsyan", "Vigen Sargsyan"),
        ("Han Seung-soo", "Han Sung-joo"),
        ("George H.W. Bush", "George W. Bush"),
        ("Hamad bin Khalifa Al Thani", "Khalifa bin Hamad Al Thani"),
    )
}
# States with a foreign minister's office whose holders we know for less than 80 % of 2000-2024.
# Kosovo, Serbia, Montenegro and South Sudan did not conduct foreign relations in all those years.
SPARSE = words(
    "AND ATG BDI BEN BHS BLZ BRB BTN BWA CAF CIV COM CPV DMA FJI FSM GAB GIN GMB GNB GNQ GRD GUY HND HTI JAM KNA "
    "LBR LCA LIE LSO MCO MDG MHL MLI MNE MRT MUS MWI NER NPL PAN PLW PNG SCG SLB SLE SMR SOM SRB SSD SUR SWZ SYC TCD "
    "TGO TLS TTO TUV VCT VUT XKX ZMB"
)
HEADS_ONLY = words("HKG KIR NRU STP TON WSM")

# Small states: heads since about 2010.
SINCE_2010 = words("AND FSM MHL NRU SMR STP TON TUV VUT")


def offices(files: dict[str, dict[str, Any]] = FILES) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((code, office) for code, content in files.items() for office in content["offices"])


def holders(code: str) -> Iterator[dict[str, Any]]:
    return (holder for office in FILES[code]["offices"] for holder in office["holders"])


def first_day(text: str) -> date:
    return date(*(int(part) for part in (*text.split("-"), "1", "1")[:3]))


def last_day(text: str) -> date:
    year, month, day = (*text.split("-"), "", "")[:3]
    if day:
        return date(int(year), int(month), int(day))
    following = date(int(year) + 1, 1, 1) if not month or month == "12" else date(int(year), int(month) + 1, 1)
    return following - timedelta(days=1)


def surely_together(a: dict[str, Any], b: dict[str, Any]) -> timedelta:
    """The least time both can have held office: a date without a day is read to their advantage."""
    start = max(last_day(a["from"]), last_day(b["from"]))
    return min(first_day(a.get("to", "2030")), first_day(b.get("to", "2030"))) - start


def coverage(found: Iterable[dict[str, Any]]) -> float:
    """The share of the days from 2000-01-01 to 2024-12-31 on which one of these offices has a listed holder."""
    terms = [(h["from"], h.get("to", "9999")) for office in found for h in office["holders"]]
    return sum(any(start <= day <= end for start, end in terms) for day in WINDOW) / len(WINDOW)


def distance(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[:], i
        for j, y in enumerate(b, 1):
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (x != y))
    return row[-1]


def alike(a: str, b: str) -> bool:
    """Names that look like two spellings of one: one letter in six differs, or the same words in another order."""
    near = distance(a.casefold(), b.casefold())
    return sorted(a.split()) == sorted(b.split()) or (near <= 2 and near * 6 <= min(len(a), len(b)))


@pytest.mark.parametrize("code", FILES)
def test_file(code: str) -> None:
    content = FILES[code]
    assert content["source"]
    assert content["offices"]
    if code != "IGO":
        assert content["country"] == code
        assert code in ISO


@pytest.mark.parametrize("code", FILES)
def test_offices_have_the_fields_and_the_values_of_the_schema(code: str) -> None:
    for office in FILES[code]["offices"]:
        assert office.keys() <= OFFICE_KEYS
        assert office["role"] in (ROLES if code != "IGO" else IGO_ROLES)
        assert office["sector"] in SECTORS
        assert office["title"], office["role"]
        assert len(set(office["title"])) == len(office["title"])
        owner = code if code != "IGO" else office["organisation"]
        assert re.fullmatch(rf"{re.escape(owner)}(\.[A-Z0-9]+)*", office["actor"])
        assert code == "IGO" or office["actor"] != code


@pytest.mark.parametrize("code", FILES)
def test_holders_have_the_fields_of_the_schema_and_dates_in_order(code: str) -> None:
    for holder in holders(code):
        assert holder.keys() <= HOLDER_KEYS
        assert holder.get("gender", "m") in ("m", "f")
        assert holder["name"].isascii(), "the diacritics go to the aliases"
        assert holder["name"] == " ".join(holder["name"].split())
        if "family" in holder:
            assert holder["family"] in holder["name"]
        assert holder["name"] not in holder.get("aliases", [])
        for key in ("from", "to"):
            assert key not in holder or DATE.fullmatch(holder[key])
        first_day(holder["from"])
        if "to" in holder:
            assert last_day(holder["to"])
            assert holder["from"] < holder["to"], holder


def test_one_office_is_held_by_one_at_a_time_unless_shared() -> None:
    for code, office in offices():
        for a, b in combinations(office["holders"], 2):
            if not (office.get("shared") or (a.get("shared") and b.get("shared"))):
                assert surely_together(a, b) <= LONGEST_OVERLAP, (code, office["role"], a["name"], b["name"])


def test_a_person_has_one_spelling_in_a_country() -> None:
    for code in FILES:
        names = sorted({holder["name"] for holder in holders(code)})
        odd = [pair for pair in combinations(names, 2) if alike(*pair) and frozenset(pair) not in DIFFERENT]
        assert not odd, code


def test_a_person_has_one_family_name_and_gender_everywhere() -> None:
    for code in FILES:
        known: dict[str, set[tuple[Any, Any]]] = defaultdict(set)
        for holder in holders(code):
            known[holder["name"]].add((holder.get("family"), holder.get("gender")))
        assert not {name for name, facts in known.items() if len(facts) > 1}, code


def test_no_alias_is_the_name_of_somebody_else() -> None:
    """Also across files, so that Horst Koehler of the IMF and of Germany is one spelling."""
    names = {holder["name"] for code in FILES for holder in holders(code)}
    assert not {a for code in FILES for holder in holders(code) for a in holder.get("aliases", []) if a in names}


def test_which_states_are_covered() -> None:
    """125 states have a head of state or government and a foreign minister for 80 % of 2000-2024; the rest is named."""
    heads, foreign = {}, {}
    for code, content in STATES.items():
        heads[code] = coverage(o for o in content["offices"] if o["role"] in HEADS)
        foreign[code] = coverage(o for o in content["offices"] if o["role"] == "foreign minister")
    covered = {code for code in STATES if heads[code] >= 0.8 and foreign[code] >= 0.8}
    assert len(covered) >= 125
    assert {code for code in STATES if not foreign[code]} == HEADS_ONLY
    assert set(STATES) - covered == SPARSE | HEADS_ONLY
    assert {code for code in STATES if heads[code] < 0.8} == {"GNB", "SCG", "SSD"} | SINCE_2010


@pytest.mark.parametrize(
    ("code", "role", "day", "name"),
    [
        ("RUS", "foreign minister", "2019-06-01", "Sergei Lavrov"),
        ("RUS", "president", "2010-01-01", "Dmitry Medvedev"),
        ("IRN", "foreign minister", "2024-06-15", "Ali Bagheri Kani"),
        ("IRN", "national security adviser", "2006-01-01", "Ali Larijani"),
        ("USA", "foreign minister", "2003-02-05", "Colin Powell"),
        ("GBR", "foreign minister", "2022-01-01", "Liz Truss"),
        ("CHN", "foreign minister", "2023-03-01", "Qin Gang"),
        ("JPN", "prime minister", "2009-12-01", "Yukio Hatoyama"),
        ("UKR", "president", "2014-04-01", "Oleksandr Turchynov"),
        ("SAU", "monarch", "2004-01-01", "Fahd bin Abdulaziz"),
        ("LBN", "president", "2023-06-01", None),
        ("SYR", "president", "2000-07-01", None),
    ],
)
def test_who_held_an_office_on_a_day(code: str, role: str, day: str, name: str | None) -> None:
    found = {
        holder["name"]
        for office in FILES[code]["offices"]
        if office["role"] == role
        for holder in office["holders"]
        if holder["from"] <= day <= holder.get("to", "9999")
    }
    assert found == ({name} if name else set())
