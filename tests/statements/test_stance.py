"""How friendly a statement is toward the states that its words judge."""

from __future__ import annotations

import pytest

from tests.statements.test_statements import coded

# text → state: sign of the stance; a state not named here is not judged
CASES = [
    ("Beijing condemned the visit of the United States speaker to Taiwan.", {"USA": -1}),
    ("Russia accused Ukraine of shelling Donetsk.", {"UKR": -1}),
    ("Iran refers to Russia as a friend in need.", {"RUS": 1}),
    ("Kim said that Japan was an enemy.", {"JPN": -1}),
    ("Kim said that Japan was not an enemy.", {"JPN": 1}),
    ("Sudan praised Qatar for its mediation.", {"QAT": 1}),
    ("The minister said Eritrea had violated the truce with Ethiopia.", {"ERI": -1}),
    ("Iran and Russia fight the threat of terrorism, the envoy said.", {}),
    ("The envoy said that Norway would open an embassy in Cuba.", {}),
    ("Lavrov said that cooperation with Iran was fruitful.", {"IRN": 1}),
    ("Kyiv condemned the attack on Israel.", {}),
    ("The envoy said the sanctions on Iran were working.", {}),
    ('"We condemn Iran," the envoy said.', {"IRN": -1}),
    ("The envoy said that Iran must be punished.", {"IRN": -1}),
    ("Ankara denounced Syrian aggression against Jordan.", {"SYR": -1}),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_stance(text: str, wanted: dict[str, int]) -> None:
    found = {s.toward: s.value for row in coded(text).statements for s in row.stance}
    assert {state: (value > 0) - (value < 0) for state, value in found.items()} == wanted


def test_nobody_takes_a_stance_toward_his_own_state() -> None:
    assert not [s for row in coded("Russia said Russia was a reliable friend.").statements for s in row.stance]
