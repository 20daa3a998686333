"""Who did it to whom, where the sentence says so in a roundabout way."""

from __future__ import annotations

import pytest

import legation

MUTUAL = [
    ("Armenia and Azerbaijan accused each other of shelling villages.", "ACCUSE", {"ARM", "AZE"}),
    ("India and Pakistan closed their airspace to one another.", "SANCTION", {"IND", "PAK"}),
]


@pytest.mark.parametrize(("text", "type_", "actors"), MUTUAL)
def test_what_all_do_to_one_another_is_one_act_of_all(text: str, type_: str, actors: set[str]) -> None:
    events = [e for e in legation.code(text, date="2025-06-15").events if e.type == type_]
    assert [({r.country for r in e.actors}, e.recipients) for e in events] == [(actors, ())]


def test_what_a_state_says_of_its_own_duties_asks_nothing_of_others() -> None:
    text = "Iran's ambassador said Iran and Georgia should seize the opportunity."
    assert "REQUEST" not in {e.type for e in legation.code(text, date="2025-06-15").events}


def test_a_forecast_of_what_others_will_do_is_no_threat() -> None:
    text = "Iran said Israel would strike Lebanon."
    assert "THREATEN" not in {e.type for e in legation.code(text, date="2025-06-15").events}


ONE_SIDE = [
    "Envoys stressed cooperation with Peru and Chile.",
    "They said that prisoners were exchanged with the Germans and the Danes.",
    "Are meetings with the Chilean and Peruvian ministers planned?",
]


@pytest.mark.parametrize("text", ONE_SIDE)
def test_with_two_states_is_one_side_of_a_mutual_act(text: str) -> None:
    assert legation.code(text, date="2025-06-15").events == ()


def test_talks_that_came_before_lend_nobody_to_those_that_follow() -> None:
    text = "Following discussions with Chilean officials, the senior adviser held talks with his Peruvian counterparts."
    assert not [e for e in legation.code(text, date="2025-06-15").events if len({r.country for r in e.actors}) > 1]


def test_forces_led_by_a_state_are_its_own_wherever_they_are() -> None:
    (event,) = legation.code("Iran fired missiles at U.S.-led forces in Iraq.", date="2025-06-15").events
    assert [r.country for r in event.recipients] == ["USA"]


def test_towns_before_an_attack_are_where_it_was() -> None:
    text = "After the Paris, Brussels and Orlando attacks the border stayed closed."
    assert "ASSAULT" not in {e.type for e in legation.code(text, date="2025-06-15").events}


def test_people_who_talk_with_each_other_are_not_the_states_around_them() -> None:
    text = "In Chile and in Peru people can talk with each other."
    assert legation.code(text, date="2025-06-15").events == ()


def test_whoever_is_demanded_something_does_it() -> None:
    text = "Peru strongly demanded the United States lift the blockade of Cuba."
    lifted = [e for e in legation.code(text, date="2025-06-15").events if e.type == "RETREAT"]
    assert {r.country for e in lifted for r in e.actors} == {"USA"}


DAY = "The sun shone. The desert was calm."


def test_what_is_hardly_right_falls_and_the_trace_says_so() -> None:
    trace = legation.why(f"{DAY} Chad may one day meet Mali in the desert, the poet dreamed.", date="2025-06-15")
    assert trace.record.events == ()
    assert [(d.rule, d.reason) for d in trace.decisions if d.reason == "unlikely"] == [("en.consult.meet", "unlikely")]


def test_the_two_are_whom_a_verb_before_brought_together() -> None:
    text = "Angela Merkel spoke with Vladimir Putin. She backed Ukraine against Syria. The two signed a trade deal."
    (event,) = [e for e in legation.code(text, date="2019-06-15").events if e.why[0] == "en.agree.sign"]
    assert {r.country for r in event.actors} == {"DEU", "RUS"}


def test_whoever_wants_two_sides_to_talk_is_none_of_them() -> None:
    text = "The war in Syria goes on. The American government wants the two sides to negotiate."
    assert "CONSULT" not in {e.type for e in legation.code(text, date="2019-06-15").events}


def test_a_name_before_what_is_about_it_acts_and_suffers_nothing() -> None:
    events = legation.code("Trump bashed the Russia investigation.", date="2019-06-15").events
    assert "RUS" not in {r.country for e in events for r in (*e.actors, *e.recipients)}


def test_of_three_states_whoever_asks_is_none_of_the_two_asked() -> None:
    text = "Zarif regretted the clashes between India and Pakistan, asking the two countries to show restraint."
    (event,) = [e for e in legation.code(text, date="2019-06-15").events if e.type == "REQUEST"]
    assert {r.country for r in event.recipients} == {"IND", "PAK"}


def test_forces_of_somebody_unnamed_are_not_those_of_the_state_they_are_in() -> None:
    events = legation.code("Iran fired missiles at our forces in Erbil.", date="2020-01-15").events
    assert "IRQ.MIL" not in {r.actor for e in events for r in e.recipients}


ANSWERS = [
    ("Israeli jets struck Damascus on Sunday. Russia condemned the raid.", ("RUS", "ISR")),
    ("Turkey invaded northern Syria. Egypt called the invasion a crime.", ("EGY", "TUR")),
    ("China imposed tariffs on Australian wine. Canberra said the move was unjustified.", ("AUS", "CHN")),
]


@pytest.mark.parametrize(("text", "sides"), ANSWERS)
def test_who_answers_a_deed_answers_whose_deed_it_was(text: str, sides: tuple[str, str]) -> None:
    events = [e for e in legation.code(text, date="2025-06-15").events if e.type == "ACCUSE"]
    assert [(e.actors[0].country, e.recipients[0].country) for e in events] == [sides]


JOINED = [
    ("Somalia accused Nairobi of theft and recalled its ambassador.", "SANCTION", [("SOM", "KEN")]),
    ("Poland denounced Belarus and closed its border.", "SANCTION", [("POL", "BLR")]),
    ("Turkey criticised Israel and arrested twenty journalists.", "COERCE", [("TUR", None)]),
]


@pytest.mark.parametrize(("text", "type_", "sides"), JOINED)
def test_an_act_joined_to_another_is_done_to_the_same(text: str, type_: str, sides: list[tuple[str, str]]) -> None:
    events = [e for e in legation.code(text, date="2025-06-15").events if e.type == type_]
    assert [(e.actors[0].country, next((r.country for r in e.recipients), None)) for e in events] == sides


def test_a_deal_that_is_welcomed_is_of_all_who_made_it() -> None:
    text = "Kenya and Somalia agreed on Friday to restore ties. The African Union welcomed the step."
    events = [e for e in legation.code(text, date="2025-06-15").events if e.actors[0].actor == "IGO.AU"]
    assert [{r.country for r in e.recipients} for e in events] == [{"KEN", "SOM"}]


def test_a_deed_of_another_kind_is_not_the_one_that_was_told() -> None:
    text = "Turkey invaded northern Syria. Egypt condemned the visit."
    assert "ACCUSE" not in {e.type for e in legation.code(text, date="2025-06-15").events}


NOBODYS = [
    "The Brussels attacks killed two Americans.",
    "The Mali attack killed a Frenchman.",
    "Peru and Chile reached an agreement with commercial banks.",
    "Envoys of the alliance met to discuss tension between Greece and Turkey.",
    "The United Nations was told in a letter that the United States defended its actions.",
    "The Iranian president condemned the attack. Iraq and Jordan were told.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_a_place_a_bank_or_a_topic_is_near_is_no_party(text: str) -> None:
    assert [
        e
        for e in legation.code(text, date="2025-06-15").events
        if len({r.country for r in (*e.actors, *e.recipients)}) > 1
    ] == []


def test_who_says_more_is_who_said_so() -> None:
    text = '"The sanctions of Chile serve political goals," the Peruvian envoy said, adding that Bolivia should leave.'
    asked = [e for e in legation.code(text, date="2025-06-15").events if e.type == "REQUEST"]
    assert [({r.country for r in e.actors}, {r.country for r in e.recipients}) for e in asked] == [({"PER"}, {"BOL"})]


def test_whom_somebody_calls_does_not_do_what_the_call_is_for() -> None:
    text = "Norway's king called Emmanuel Macron to congratulate him."
    praised = [e for e in legation.code(text, date="2025-06-15").events if e.type == "SUPPORT"]
    assert {r.country for e in praised for r in e.actors} == {"NOR"}


def test_what_others_condemned_is_rejected_with_them() -> None:
    text = "Russia condemned the American decision on Monday. Norway also rejected the move."
    found = [e for e in legation.code(text, date="2025-06-15").events if e.type == "REJECT"]
    assert [({r.country for r in e.actors}, {r.country for r in e.recipients}) for e in found] == [({"NOR"}, {"USA"})]


def test_a_crowd_in_the_streets_of_a_capital_is_not_its_government() -> None:
    [found] = legation.code("Crowds flooded the streets of Belgrade on Sunday.", date="2024-05-06").events
    assert [a.actor for a in found.actors] == ["SRB"]
