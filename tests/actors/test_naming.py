"""Who bears an office: the names that the text gives, and who no longer holds one, or not yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from legation.actors import Actors
from legation.language import parse
from legation.lexicon.build import SOURCE, read_yaml
from legation.records import ActorRef, Document

DATE = "2026-05-05"  # a day on which the list has other holders than those named here

# (text, id, role): one person or body, named nowhere in the lexicon
NAMED = [
    ("Norwegian Prime Minister Anna Berg flew to Oslo.", "NOR.anna-berg", "prime minister"),
    ("Prime Minister Anna Berg of Norway flew to Oslo.", "NOR.anna-berg", "prime minister"),
    ("Anna Berg, Norway's prime minister, flew to Oslo.", "NOR.anna-berg", "prime minister"),
    ("Norway's prime minister, Anna Berg, flew to Oslo.", "NOR.anna-berg", "prime minister"),
    ("Anna Berg is Norway's new prime minister.", "NOR.anna-berg", "prime minister"),
    ("NATO spokeswoman Maria Rossi said the alliance was ready.", "IGO.NATO.maria-rossi", "spokesman"),
    ("The Russian ambassador to Ankara, Pavel Orlov, protested.", "RUS.pavel-orlov", "ambassador"),
    ("Tehran's envoy in Moscow, Kamal Azari, protested.", "IRN.kamal-azari", "special envoy"),
    ("South Korean Foreign Minister Kim Min-ho visited Cairo.", "KOR.kim-min-ho", "foreign minister"),
    ("Saudi Crown Prince Faisal bin Salem visited Cairo.", "SAU.faisal-bin-salem", "crown prince"),
    ("The vice-president of Norway, Anna Berg, spoke.", "NOR.anna-berg", "vice president"),
    ("The Sudanese rebel group Front for Justice attacked Chad.", "SDN.REB.front-for-justice", None),
    ("Norway's state oil company Nordolje signed a deal with Poland.", "NOR.BUS.nordolje", None),
    ("Gen. Ola Dahl, a Norwegian commander, spoke. Gen. Dahl was curt.", "NOR.ola-dahl", "commander"),
    ("Lavrov met his Norwegian counterpart Anna Berg.", "NOR.anna-berg", "foreign minister"),
    ("Lavrov spoke to Anna Berg, his Norwegian counterpart.", "NOR.anna-berg", "foreign minister"),
    ("The Iraqi militia Kataib Sayyid attacked an American base.", "IRQ.REB.kataib-sayyid", None),
]


def mentions(text: str, date: str = DATE) -> list[ActorRef]:
    return list(Actors(parse(Document(id="d", text=text, published=date))).mentions())


@pytest.mark.parametrize(("text", "actor", "role"), NAMED, ids=[n[0][:40] for n in NAMED])
def test_whom_the_text_names_is_known_by_name_and_role(text: str, actor: str, role: str | None) -> None:
    found = [(r.actor, r.role) for r in mentions(text) if r.via == "role"]
    assert (actor, role) in found
    assert {a for a, _ in found} == {actor}, "nobody else holds it"


@pytest.mark.parametrize("later", ["The ambassador, Anna Berg, left.", "Ambassador Anna Berg left."])
def test_a_role_spoken_of_before_takes_the_name_that_is_told_later(later: str) -> None:
    found = {r.actor for r in mentions(f"Hungary summoned the Ukrainian ambassador on Monday. {later}")}
    assert found == {"HUN", "UKR", "UKR.GOV.MFA", "UKR.anna-berg"}


def test_a_role_with_the_name_of_somebody_unknown_is_nobody_spoken_of_before() -> None:
    found = mentions("Zarif met Lavrov. The minister, Anna Berg, said no.", "2019-03-15")
    assert {r.actor for r in found} == {"IRN.mohammad-javad-zarif", "RUS.sergei-lavrov"}


def test_a_later_family_name_is_that_person() -> None:
    found = [
        r for r in mentions("Kim Min-ho, South Korea's foreign minister, left. Kim met reporters.") if r.text == "Kim"
    ]
    assert [(r.actor, r.via) for r in found] == [("KOR.kim-min-ho", "registry")]


@pytest.mark.parametrize("name", ["Joseph R. Biden", "Joe Biden"])
def test_another_form_of_a_holders_name_is_the_holder(name: str) -> None:
    found = mentions(f"U.S. President {name} visited Cairo.", "2022-03-03")
    assert "USA.joe-biden" in {r.actor for r in found}


@pytest.mark.parametrize(
    ("text", "day", "actor", "role"),
    [
        ("Hezbollah, a Lebanese militant group, fired.", DATE, "LBN.REB.HEZBOLLAH", None),
        ("Ola Dahl, president of the Norwegian Chamber of Commerce, spoke.", DATE, "NOR.BUS.ola-dahl", "president"),
        ("Huawei, a Chinese tech company, sued.", DATE, "CHN.MNC.HUAWEI", None),
        (
            "John Kirby, the Pentagon spokesman, declined to comment. Kirby was curt.",
            "2014-09-02",
            "USA.john-kirby",
            "spokesman",
        ),
    ],
)
def test_who_speaks_is_who_is_listed_and_what_the_text_says(text: str, day: str, actor: str, role: str | None) -> None:
    found = mentions(text, day)
    assert (actor, role) in {(r.actor, r.role) for r in found}
    assert {r.actor for r in found if r.via == "registry"} <= {actor}


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ola Dahl, R-Tenn., chairman of the U.S. Senate Budget Committee, spoke.",
        "Pak Jae Gyong, Vice Minister of the People's Armed Forces of the DPRK, spoke.",
        "Maj. Gen. Ola Dahl, Director General of the Norwegian Foreign Ministry, spoke.",
        "The Norwegian foreign minister was asked. Q. Will he go? A. He will.",
    ],
)
def test_an_abbreviation_or_a_title_is_no_persons_name(text: str) -> None:
    words = {w for r in mentions(text) for w in (r.actor or "").split(".")[-1].split("-") if w.islower()}
    assert not words & {"r", "tenn", "q", "a", "vice", "minister", "director"}


MONTHS = [
    ("In May, President Trump left the pact.", False),
    ("In May 2018, Trump left the pact.", False),
    ("Theresa May met Trump. May rejected the plan.", True),
]


@pytest.mark.parametrize(("text", "named"), MONTHS)
def test_a_month_is_nobody(text: str, named: bool) -> None:
    assert ("GBR.theresa-may" in {r.actor for r in mentions(text, "2018-07-15")}) is named


def standings(key: str) -> Iterator[Any]:
    for entry in read_yaml(SOURCE / "en" / "roles.yaml")["standings"]:
        for number, example in enumerate(entry.get(key) or []):
            yield pytest.param(example, id=f"{entry['id']}-{number}")


@pytest.mark.parametrize("example", standings("examples"))
def test_a_standing_changes_role_and_sector(example: dict[str, Any]) -> None:
    assert (example["role"], example["sector"]) in {(r.role, r.sector) for r in mentions(example["text"])}


@pytest.mark.parametrize("example", standings("not"))
def test_another_use_of_the_word_changes_nothing(example: dict[str, Any]) -> None:
    assert example["role"] not in {r.role for r in mentions(example["text"])}


def test_who_left_office_speaks_for_nobody() -> None:
    found = [(r.role, r.sector) for r in mentions("Bill Clinton visited Pyongyang.", "2009-08-04")]
    assert (None, None) in found
    assert ("president", "GOV") in [(r.role, r.sector) for r in mentions("Bill Clinton left.", "1999-08-04")]
