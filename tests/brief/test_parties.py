"""Who it was, in words: text of a mention and what it was resolved to in, name out."""

from __future__ import annotations

import pytest

from legation.brief.parties import listed, who
from legation.records import ActorRef


def ref(text: str, actor: str | None = None, via: str | None = "name", **more: str | None) -> ActorRef:
    country = actor[:3] if actor and not actor.startswith("IGO") else None
    return ActorRef(text=text, span=(0, len(text)), actor=actor, via=via, **{"country": country, **more})  # type: ignore[arg-type]


LAVROV = {"name": "Sergei Lavrov", "role": "foreign minister", "sector": "GOV"}


@pytest.mark.parametrize(
    ("mention", "words"),
    [
        (ref("Moscow", "RUS", "capital", name="Russia"), "Russia"),
        (ref("U.S.", "USA", name="United States"), "the United States"),
        (ref("Manila", "PHL", "capital", name="Philippines"), "the Philippines"),
        (ref("EU", "IGO.EU", name="European Union"), "the European Union"),
        (ref("BRICS", "IGO.BRICS", name="BRICS"), "BRICS"),
        (ref("He", "RUS.sergei-lavrov", "pronoun", **LAVROV), "Foreign Minister Sergei Lavrov (Russia)"),
        (ref("Novak", "RUS.alexander-novak", name="Alexander Novak"), "Alexander Novak (Russia)"),
        (
            ref("Qazi", "PAK.qazi", name="Ali Qazi", role="ambassador to the UN"),
            "Ali Qazi (Pakistan, ambassador to the UN)",
        ),
        (ref("Kremlin", "RUS.GOV", name="RUS.GOV", sector="GOV"), "the Kremlin (Russia)"),
        (ref("White House", "USA.GOV", name="Some administration", sector="GOV"), "the White House (United States)"),
        (ref("Beijing", "CHN.GOV", "capital", name="China", sector="GOV"), "China"),
        (ref("president", "CHN.GOV", "definite", name="China", role="president"), "the president of China"),
        (ref("Iranian Foreign Ministry", "IRN.GOV.MFA", "role", sector="GOV"), "the Iranian Foreign Ministry"),
        (ref("Foreign Ministry", "PAK.GOV.MFA", "role", sector="GOV"), "the foreign ministry of Pakistan"),
        (ref("It", "CHN.GOV.TRADE", "pronoun", sector="GOV"), "the trade ministry of China"),
        (ref("their armed forces", "USA.MIL", "role", sector="MIL"), "the armed forces of the United States"),
        (ref("American official", "USA.GOV", "role", role="official"), "an American official"),
        (ref("Indian officials", "IND.GOV", "role", role="official"), "Indian officials"),
        (ref("they", "USA.GOV", "pronoun", role="official"), "an official of the United States"),
        (ref("Pakistan's military", "PAK.MIL", "role", sector="MIL"), "Pakistan's military"),
        (ref("TASS", "RUS.MED.TASS", name="TASS", sector="MED"), "TASS"),
        (ref("the agency", "IRN.MED.IRNA", "definite", name="IRNA", sector="MED"), "IRNA"),
        (ref("Gazprom", "RUS.MNC.GAZPROM", name="Gazprom", sector="MNC"), "Gazprom (Russia)"),
        (
            ref("NIOC", "IRN.BUS.NIOC", name="National Iranian Oil Company", sector="BUS"),
            "the National Iranian Oil Company",
        ),
        (ref("Western officials", None, "role", role="official"), "Western officials"),
        (ref("It", None, "pronoun"), "an unnamed source"),
        (ref("He", None, None), "an unnamed source"),
    ],
)
def test_a_mention_in_words(mention: ActorRef, words: str) -> None:
    assert who(mention) == words


def test_offices_of_several_countries_are_told_together() -> None:
    presidents = [ref("presidents", f"{code}.GOV", "role", role="president") for code in ("RUS", "IRN", "KAZ")]
    assert listed(presidents) == "the presidents of Russia, Iran and Kazakhstan"
    ministers = [ref("ministers", f"{code}.GOV", "role", role="minister") for code in ("RUS", "IRN")]
    assert listed([*ministers, ref("China", "CHN")]) == "ministers of Russia and Iran and China"


def test_a_title_read_apart_from_its_name_is_not_told_twice() -> None:
    title = ref("Foreign Minister", None, "role")
    named = ref("Foreign Minister Sergei Lavrov", "RUS.sergei-lavrov", **LAVROV)
    assert listed([title, named]) == "Foreign Minister Sergei Lavrov (Russia)"


def test_nobody_is_told_twice() -> None:
    government = ref("Moscow", "RUS.GOV", "pronoun", sector="GOV")
    assert listed([government, ref("Russia", "RUS"), ref("Iran", "IRN")]) == "Russia and Iran"
    assert listed([ref("Iran", "IRN"), ref("Tehran", "IRN", "capital"), ref("Russia", "RUS")]) == "Iran and Russia"
