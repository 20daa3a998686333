"""Who is meant: text and date in, actors out."""

from __future__ import annotations

import pytest

from legation.actors import Actors
from legation.language import parse
from legation.records import Document

# (text, date, mention as written, actor, via)
NAMED = [
    ("Iran met Russia.", "2020-12-20", "Iran", "IRN", "name"),
    ("The Iranian delegation left.", "2020-12-20", "Iranian", "IRN", "demonym"),
    ("The Kremlin rejected the offer.", "2020-12-20", "Kremlin", "RUS.GOV", "name"),
    ("Beijing rejected the offer.", "2020-12-20", "Beijing", "CHN.GOV", "capital"),
    ("MOSCOW protested.", "2020-12-20", "MOSCOW", "RUS.GOV", "capital"),
    ("The White House rejected the offer.", "2020-12-20", "White House", "USA.GOV", "name"),
    ("Kosovo and Taiwan signed a pact.", "2020-12-20", "Kosovo", "XKX", "name"),
    ("Kosovo and Taiwan signed a pact.", "2020-12-20", "Taiwan", "TWN", "name"),
    ("The Soviet Union recognised Israel.", "1985-01-10", "Soviet Union", "SUN", "name"),
    ("The EAEU lowered its tariff.", "2020-12-20", "EAEU", "IGO.EAEU", "name"),
    ("NATO sent ships to the Black Sea.", "2020-12-20", "NATO", "IGO.NATO", "name"),
    ("The UN Security Council met.", "2020-12-20", "UN Security Council", "IGO.UN.SC", "name"),
    ("TASS reported the talks.", "2020-12-20", "TASS", "RUS.MED.TASS", "name"),
    ("Hamas fired rockets at Israel.", "2020-12-20", "Hamas", "PSE.REB.HAMAS", "name"),
    ("The Taliban banned music.", "2015-05-05", "Taliban", "AFG.REB", "name"),
    ("The Taliban banned music.", "2022-05-05", "Taliban", "AFG.GOV", "name"),
    ("Sergei Lavrov spoke in Baku.", "2020-12-20", "Sergei Lavrov", "RUS.sergei-lavrov", "name"),
    ("Lavrov spoke in Baku.", "2020-12-20", "Lavrov", "RUS.sergei-lavrov", "name"),
    ("The Russian Foreign Ministry protested.", "2020-12-20", "Russian Foreign Ministry", "RUS.GOV.MFA", "role"),
    ("Houthi drones hit a tanker.", "2024-01-20", "Houthi", "YEM.REB.HOUTHI", "name"),
    ("Abkhaz officials met in Sukhumi.", "2020-12-20", "Abkhaz officials", "GEO.REB.ABKHAZIA", "role"),
    ("The Turkish army crossed the border.", "2020-12-20", "Turkish army", "TUR.MIL", "role"),
    ("The parliament of Norway voted.", "2020-12-20", "parliament", "NOR.LEG", "role"),
    ("Serbian Mining Minister Zorana Testova spoke.", "2020-12-20", "Zorana Testova", "SRB", "role"),
    ("Iranian troops in Syria withdrew.", "2020-12-20", "Iranian troops", "IRN.MIL", "role"),
]


def actors(text: str, date: str) -> Actors:
    return Actors(parse(Document(id="d", text=text, published=date)))


@pytest.mark.parametrize(("text", "date", "mention", "actor", "via"), NAMED, ids=[f"{n[2]}-{n[3]}" for n in NAMED])
def test_names_and_roles(text: str, date: str, mention: str, actor: str, via: str) -> None:
    found = [(r.text, r.actor, r.via) for r in actors(text, date).mentions()]
    assert any(mention in t and (a or "").startswith(actor) and v == via for t, a, v in found), found


REFERRED = [
    ("Iran and Russia held talks. The two countries will sign a deal.", "The two countries", {"IRN", "RUS"}),
    ("Iran and Russia held talks. Both sides praised the result.", "Both sides", {"IRN", "RUS"}),
    ("Iran and Russia held talks. The two counties will sign a deal.", "The two counties", {"IRN", "RUS"}),
    ("Iran and Russia held talks. They will sign a deal.", "They", {"IRN", "RUS"}),
    ("Sergei Lavrov arrived in Tehran. He met students.", "He", {"RUS"}),
    ("Angela Merkel arrived in Paris. She met students.", "She", {"DEU"}),
    ("Japan protested. It recalled the envoy.", "It", {"JPN"}),
    ("TASS reported the talks. The Russian agency gave no details.", "The Russian agency", {"RUS"}),
    ("Lavrov met his Iranian counterpart.", "his Iranian counterpart", {"IRN"}),
    ("The presidents of Iran and Iraq met. The two presidents shook hands.", "The two presidents", {"IRN", "IRQ"}),
    (
        "Iran and Russia met. The foreign ministers of the two countries signed a pact.",
        "The foreign ministers",
        {"IRN", "RUS"},
    ),
    ("Several countries, including Norway and Chad, came.", "Several countries", {"NOR", "TCD"}),
    ("Some states such as Norway came.", "Some states", {"NOR"}),
    ("Leaders of the other nations — China, France and Norway — came.", "Leaders", {"CHN", "FRA", "NOR"}),
    ("US allies, including Norway, came.", "US allies", {"NOR"}),
    ("A delegation headed by Norwegian Foreign Minister Anna Berg came.", "A delegation", {"NOR"}),
    ("A team representing the Norwegian government came.", "A team", {"NOR"}),
    ("Officials in Norway urged Mali to stop.", "Officials in Norway", {"NOR"}),
    ("Envoys in Norway urged Mali to stop.", "Envoys in Norway", set()),
    ("The launches, including a raid on Norway, went on.", "The launches", set()),
    ("The US warned Mali. The administration is angry.", "The administration", {"USA"}),
    ("Norway warned Mali. The administration is angry.", "The administration", set()),
    ("President Donald Trump flew to Kabul. First lady Melania Trump stayed. Later Trump left.", "Trump", {"USA"}),
    ("Nurse Anna Trump flew to Kabul. She was ill. Later Trump left.", "Trump", set()),
    ("Syria protested. Fighters said Assad lied.", "Assad", {"SYR"}),
]


@pytest.mark.parametrize(("text", "phrase", "countries"), REFERRED, ids=[r[1] + "-" + r[0][:20] for r in REFERRED])
def test_references(text: str, phrase: str, countries: set[str]) -> None:
    found = actors(text, "2020-12-20")
    start = text.rindex(phrase)
    words = found.parse.words_in((start, start + len(phrase)))
    head = next(w for w in words if found.parse.words[w].head not in words)
    assert {r.country for r in found.refs(head)} == countries


NOBODY = [
    ("Michael Jordan praised the U.S. team.", "JOR"),
    ("Ships crossed the South China Sea.", "CHN"),
    ("The Sea of Japan is deep.", "JPN"),
    ("Latin American writers met.", "USA"),
    ("She ate Brazil nuts and turkey.", "BRA"),
    ("She ate Brazil nuts and turkey.", "TUR"),
]


@pytest.mark.parametrize(("text", "country"), NOBODY, ids=[f"{n[1]}-{n[0][:20]}" for n in NOBODY])
def test_what_is_no_actor(text: str, country: str) -> None:
    assert country not in {r.country for r in actors(text, "2020-12-20").mentions()}


def test_nothing_is_guessed_without_an_antecedent() -> None:
    assert list(actors("He left. They stayed.", "2020-12-20").mentions()) == []


def test_an_office_is_its_holders_on_the_day() -> None:
    found = [r.name for r in actors("The French president spoke.", "2010-03-01").mentions() if r.role == "president"]
    later = [r.name for r in actors("The French president spoke.", "2018-03-01").mentions() if r.role == "president"]
    assert (found, later) == (["Nicolas Sarkozy"], ["Emmanuel Macron"])
