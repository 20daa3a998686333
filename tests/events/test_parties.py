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
