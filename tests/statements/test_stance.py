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
    ("The White House threatened to impose tariffs on China.", {"CHN": -1}),
    ("The minister said the sanctions on Cuba would be lifted.", {"CUB": 1}),
    ("Bogota refused to recognise Nicaragua.", {"NIC": -1}),
    ("Sudan demanded that Ethiopia withdraw its troops.", {"ETH": -1}),
    ("Oslo promised to support Ukraine.", {"UKR": 1}),
    ("Hungary said that it would not back the sanctions against Russia.", {"RUS": 1}),
    ("London said it would stand with Estonia against Russia.", {"EST": 1, "RUS": -1}),
    ("The minister said that Iran posed no threat.", {"IRN": 1}),
    ("Baku said it had lost patience with Armenia.", {"ARM": -1}),
    ("Poland said it would send Ukraine forty tanks.", {"UKR": 1}),
    ("The president ruled out an attack on Iran.", {"IRN": 1}),
    ("Skopje is grateful to Croatia for its help.", {"HRV": 1}),
    ("Ankara denounced Syrian aggression against Jordan.", {"SYR": -1}),
    ("Helsinki regretted that Turkey had not ratified the accession.", {"TUR": -1}),
    ("The minister said that if Serbia sent its police, Kosovo would retaliate.", {"SRB": -1}),
    ("Riga said that Estonia could rely on Latvia.", {"EST": 1}),
    ("The Malian premier said that France had stabbed his country in the back.", {"FRA": -1}),
    ("The minister said that Iran had kept its word.", {"IRN": 1}),
    ("The minister said that Iran had not kept its word.", {"IRN": -1}),
    ("The Egyptian president said he would not allow Ethiopia to take the water.", {"ETH": -1}),
    ("London said it was horrified by the executions in Iran.", {"IRN": -1}),
    ("The Lithuanian minister said that his country would not be intimidated by China.", {"CHN": -1}),
    ("Oslo voiced strong regret over the visit of Japanese ministers to the shrine.", {"JPN": -1}),
    ("It is a lie that we attacked Burundi, the Rwandan colonel said.", {}),
    ("The envoy said that the allies of America were rich.", {}),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_stance(text: str, wanted: dict[str, int]) -> None:
    found = {s.toward: s.value for row in coded(text).statements for s in row.stance}
    assert {state: (value > 0) - (value < 0) for state, value in found.items()} == wanted


def test_nobody_takes_a_stance_toward_his_own_state() -> None:
    assert not [s for row in coded("Russia said Russia was a reliable friend.").statements for s in row.stance]


def test_what_another_says_is_his_stance_alone() -> None:
    rows = coded("The minister said that Russia had accused Georgia of lying.").statements
    assert {s.cue.text: [(t.toward, t.value < 0) for t in s.stance] for s in rows if s.cue} == {
        "said": [],
        "accused": [("GEO", True)],
    }


def test_the_words_that_show_a_stance_are_kept() -> None:
    text = "Kim said that Japan was an enemy and that its aggression must be punished."
    (stance,) = [s for row in coded(text).statements for s in row.stance]
    assert stance.toward == "JPN"
    assert "enemy" in [text[slice(*span)] for span in stance.spans]
