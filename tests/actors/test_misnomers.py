"""What bears a state's name and is none, and names that states share: every example of the lexicon is a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from legation.actors import Actors
from legation.language import parse
from legation.lexicon.build import SOURCE, read_yaml
from legation.records import Document


def countries(text: str) -> set[str | None]:
    return {r.country for r in Actors(parse(Document(id="d", text=text, published="2024-05-05"))).mentions()}


def examples(key: str) -> Iterator[Any]:
    for rule in read_yaml(SOURCE / "en" / "names.yaml")["misnomers"]:
        for number, example in enumerate(rule[key]):
            yield pytest.param(example, id=f"{rule['id'].removeprefix('en.misnomer.')}-{number}")


@pytest.mark.parametrize("example", examples("examples"))
def test_a_misnomer_is_no_state(example: dict[str, str]) -> None:
    assert example["country"] not in countries(example["text"])


@pytest.mark.parametrize("example", examples("not"))
def test_the_state_itself_stays(example: dict[str, str]) -> None:
    assert example["country"] in countries(example["text"])


# (text, states named, states not named)
SHARED = [
    ("Georgia accused Russia of moving the border.", "GEO", ""),
    ("Voters in Georgia and Florida went to the polls.", "", "GEO"),
    ("The governor of Georgia met farmers in Atlanta, Georgia.", "", "GEO"),
    ("Jordan signed a water deal with Israel.", "JOR", ""),
    ("Troops crossed the Jordan River.", "", "JOR"),
    ("Jordan King Abdullah met Egypt's president.", "JOR EGY", ""),
    ("In Washington, Israel, Egypt and Jordan signed the accords.", "USA ISR EGY JOR", ""),
    ("In Moscow, Turkey's president met Putin.", "RUS TUR", ""),
    ("The dam near Valencia, Venezuela, broke.", "VEN", "ESP"),
    ("Voters backed the Georgia Senate bill.", "", "GEO"),
    ("Chad recalled its ambassador from Sudan.", "TCD", ""),
    ("Chad Johnson scored twice.", "", "TCD"),
    ("Turkey bought missiles from Russia.", "TUR", ""),
    ("They ate turkey at Thanksgiving.", "", "TUR"),
    ("Nigeria closed its border with Niger.", "NGA NER", ""),
    ("Nigerian troops left.", "NGA", "NER"),
    ("Nigerien troops left.", "NER", "NGA"),
    ("The Democratic Republic of Congo accused Rwanda of aggression.", "COD", "COG"),
    ("Congo accused Rwanda of backing the M23 rebels.", "COD", "COG"),
    ("Congolese troops fought M23 rebels near Goma.", "COD", "COG"),
    ("Congolese President Denis Sassou Nguesso opened a port in Brazzaville.", "COG", "COD"),
    ("The Congo River flooded.", "", "COD COG"),
    ("Korea and Japan signed a pact.", "KOR", "PRK"),
    ("Korean soldiers crossed the border from Pyongyang's side.", "PRK", "KOR"),
    ("The Korean president flew from Seoul to Tokyo.", "KOR", "PRK"),
    ("The Korean peninsula is tense.", "", "KOR PRK"),
    ("Guinea's junta met the ECOWAS envoys.", "GIN", "GNB GNQ PNG"),
    ("Equatorial Guinea sold oil to China.", "GNQ CHN", "GIN"),
    ("Papua New Guinea signed a pact with Australia.", "PNG AUS", "GIN"),
    ("The doctors used guinea pigs.", "", "GIN"),
    ("The Dominican Republic closed its border with Haiti.", "DOM", "DMA"),
    ("Dominican Prime Minister Roosevelt Skerrit spoke in Roseau.", "DMA", "DOM"),
    ("The Dominican president criticised the canal.", "DOM", "DMA"),
    ("Dominicans crossed into Haiti for work.", "DOM HTI", "DMA"),
    ("The Dominican prime minister opened a school.", "DMA", "DOM"),
    ("North Korea warned the South on Monday.", "PRK KOR", ""),
    ("South Korea sent rice to the North.", "PRK KOR", ""),
    ("North Korea fished in the South China Sea.", "PRK", "KOR"),
    ("The pacific nation of Tonga thanked Japan.", "TON JPN", ""),
    ("Washington rejected the offer.", "USA", ""),
    ("Fires burned in Washington state.", "", "USA"),
    ("George Washington crossed the river.", "", "USA"),
    ("The Republic of Moldova applied to join the EU.", "MDA", ""),
    ("Islamic scholars met in a hall.", "", "PAK IRN AFG"),
    ("The Islamic Republic rejected the talks.", "IRN", ""),
    ("The Islamic Republic of Mauritania joined the pact.", "MRT", "IRN"),
    ("The Islamic State claimed the attack.", "", "IRN"),
    ("New Mexico sued the company.", "", "MEX"),
    ("The American president flew to Tokyo.", "USA", ""),
    ("South American nations met.", "", "USA ZAF"),
    ("South Sudan expelled the envoy.", "SSD", "SDN"),
    ("Samoa and American Samoa lie apart.", "WSM", ""),
]


@pytest.mark.parametrize(("text", "named", "other"), SHARED, ids=[s[0][:45] for s in SHARED])
def test_a_shared_name_is_the_state_that_is_meant(text: str, named: str, other: str) -> None:
    found = countries(text)
    assert set(named.split()) <= found
    assert found.isdisjoint(other.split())
