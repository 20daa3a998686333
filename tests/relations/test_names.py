"""What a user writes for a country."""

from __future__ import annotations

import pytest

from legation.errors import UsageError
from legation.relations import resolve

NAMES = {
    "Iran": "IRN",
    "IR": "IRN",
    "Islamic Republic of Iran": "IRN",
    "Iraq": "IRQ",
    "Philippines": "PHL",
    "São Tomé and Príncipe": "STP",
    "Guinea-Bissau": "GNB",
    "European Union": "IGO.EU",
    "Niger": "NER",
    "Nigeria": "NGA",
}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Iran", "IRN"),
        (" iran ", "IRN"),
        ("IRN", "IRN"),
        ("irn", "IRN"),
        ("IR", "IRN"),
        ("islamic republic OF iran", "IRN"),
        ("Sao Tome and Principe", "STP"),
        ("Guinea Bissau", "GNB"),
        ("igo.eu", "IGO.EU"),
        ("european union", "IGO.EU"),
        ("niger", "NER"),
    ],
)
def test_names_and_codes_in_any_case_and_without_accents(written: str, code: str) -> None:
    assert resolve(written, NAMES) == code


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Philipines", "did you mean Philippines (PHL)?"),
        ("Irann", "did you mean Iran (IRN)?"),
        ("Europaen Union", "did you mean European Union (IGO.EU)?"),
        ("Atlantis", "give a name or an ISO 3166-1 code, such as RUS"),
        ("", "give a name or an ISO 3166-1 code, such as RUS"),
    ],
)
def test_a_wrong_name_is_never_guessed_but_the_nearest_is_suggested(written: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        resolve(written, NAMES)
    assert (refused.value.code, refused.value.hint) == ("LG101", hint)


def test_a_code_is_never_hidden_by_a_name() -> None:
    assert resolve("can", {"Can": "TUR.can", "Canada": "CAN"}) == "CAN"
