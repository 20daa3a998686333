"""Who did it to whom, where the words around an act mislead."""

from __future__ import annotations

import pytest

import legation
from legation.records import ActorRef, Event

DATE = "2021-06-15"


def events(text: str, type_: str) -> list[Event]:
    return [e for e in legation.code(text, date=DATE).events if e.type == type_]


def states(refs: tuple[ActorRef, ...]) -> set[str | None]:
    return {r.country or r.actor for r in refs}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Costa Rica hosted talks between Chile and Peru.", "CONSULT", {"CHL", "PER"}, set()),
        ("Iran and France lifted the sanctions on Iran.", "RETREAT", {"FRA"}, {"IRN"}),
        ("Norway is angry at Chad for selling oil to Mali.", "COOPERATE", {"TCD"}, {"MLI"}),
        ("Norway stepped up pressure on India to stop buying oil from Iran.", "COOPERATE", {"IND"}, {"IRN"}),
        ("Chad's army held talks with the FARC and Colombia.", "CONSULT", {"TCD", "COL"}, set()),
        ("Chad accused Niger of theft. Niger denied the charges.", "REJECT", {"NER"}, {"TCD"}),
        ("TEHRAN – Foreign Ministry spokesman Bahram Test thanked Peru. Iran paid.", "SUPPORT", {"IRN"}, {"PER"}),
        ("The Saudi-led war on Yemen has killed thousands.", "ASSAULT", {"SAU"}, {"YEM"}),
        ("Iran arrested some of the French teachers.", "COERCE", {"IRN"}, {"FRA"}),
        ('"We condemn the raid by Chad," Macron said.', "ACCUSE", {"FRA"}, {"TCD"}),
        ("Antony J. Blinken thanked Norway.", "SUPPORT", {"USA"}, {"NOR"}),
        ("Kim Jong Un, chairman of the party, and his wife left for China on Monday.", "CONSULT", {"PRK"}, {"CHN"}),
        ("In talks with the Chilean president, Macron praised the treaty.", "CONSULT", {"FRA", "CHL"}, set()),
        ("A Syrian officer was killed in an Israeli airstrike near Baghdad.", "ASSAULT", {"ISR"}, {"SYR"}),
        ("Chad is calm. After she visited Oslo, Theresa May praised Chad.", "CONSULT", {"GBR"}, {"NOR"}),
        ("Chad is calm. As she left for Oslo, Theresa May praised Chad.", "CONSULT", {"GBR"}, {"NOR"}),
        ("A pro-Chad march was held in Bergen.", "PROTEST", {"NOR"}, set()),
        ("An Israeli strike in Damascus killed a Turkish general.", "ASSAULT", {"ISR"}, {"TUR"}),
        ("Nine people were killed in an Israeli airstrike in Syria.", "ASSAULT", {"ISR"}, {"SYR"}),
    ],
)
def test_parties(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    found = [(states(e.actors), states(e.recipients)) for e in events(text, type_)]
    assert (actors, recipients) in found


def test_a_government_and_those_who_fight_it() -> None:
    (found,) = events("Colombia signed an agreement with the FARC.", "AGREE")
    assert {r.actor for r in found.actors} == {"COL", "COL.REB.FARC"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("After the attacks on Chad, Norway sent doctors.", "ASSAULT"),  # who acts afterwards did not attack
        ("Norway voiced concern about the fighting in Mali.", "ACCUSE"),  # a situation in a state is not its deed
        ("Many Norwegians travelled to Peru.", "CONSULT"),  # private people
        ("Norway's premier spoke with reporters of Russia Today.", "CONSULT"),
        ("Norway's aid makes deliveries of Chinese arms to Chad useless.", "MOBILIZE"),
        ("Norway's enemies attacked Chad.", "ASSAULT"),  # whose enemies they are did not attack
        ("Norway attacked an anti-Chad group.", "ASSAULT"),  # whom a group is against is not the group
        ("Chad and Mali are at war. Norway killed two officers.", "ASSAULT"),  # any two, not theirs
        ("Norway thanked the envoys in Vienna.", "SUPPORT"),  # guests there
        ("As he left for Oslo, Pibbert Quax thanked Chad.", "CONSULT"),  # somebody unknown
        ("Norway condemned the killing of Chadians.", "ACCUSE"),  # who suffers a deed is not blamed for it
        ("Norway condemned the attack on Chad.", "ACCUSE"),
        ("NPR's Ana Diaz spoke to Cuban officials.", "CONSULT"),  # a medium's people are no state
        ("Norwegian troops are in Chad. They attacked the Norwegian troops.", "ASSAULT"),  # nobody attacks himself so
    ],
)
def test_no_event(text: str, type_: str) -> None:
    assert events(text, type_) == []


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        ("Norway had attacked Chad.", "ASSAULT", None),  # some day before
        ("Officials praised the treaty signed by Norway and Chad.", "AGREE", None),
        ("Norway attacked Chad.", "ASSAULT", DATE),
        ("The Norwegian attack on Chad killed ten people.", "ASSAULT", DATE),
        ("In 2016, when Norway attacked Chad, oil was cheap.", "ASSAULT", "2016-01-01"),
    ],
)
def test_first_day(text: str, type_: str, start: str | None) -> None:
    assert [e.date.start for e in events(text, type_)] == [start]
