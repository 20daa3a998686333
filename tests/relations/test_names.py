"""What a user writes for a country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import UsageError
from legation.relations import name_of, resolve
from legation.relations.names import directory, fold, listed

NAMES = {
    "IRN": "Iran",
    "IRQ": "Iraq",
    "COG": "Congo (Brazzaville)",
    "COD": "Congo (Kinshasa)",
    "IGO.EU": "European Union",
}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Iran", "IRN"),
        (" iran ", "IRN"),
        ("IRN", "IRN"),
        ("irn", "IRN"),
        ("IR", "IRN"),
        ("ir", "IRN"),
        ("islamic republic OF iran", "IRN"),
        ("Sao Tome and Principe", "STP"),
        ("Guinea Bissau", "GNB"),
        ("cote d’ivoire", "CIV"),
        ("EU", "IGO.EU"),
        ("igo.eu", "IGO.EU"),
        ("european union", "IGO.EU"),
        ("NATO", "IGO.NATO"),
        ("opec", "IGO.OPEC"),
        ("OPEC+", "IGO.OPECPLUS"),
        ("niger", "NER"),
        ("U.S.", "USA"),
        ("us", "USA"),
        ("America", "USA"),
        ("Britain", "GBR"),
        ("UK", "GBR"),
        ("Kosovo", "XKX"),
        ("xk", "XKX"),
        ("Soviet Union", "SUN"),
        ("yugoslavia", "YUG"),
        ("Guam", "GUM"),
        ("Georgia", "GEO"),
        ("Turkiye", "TUR"),
    ],
)
def test_names_and_codes_in_any_case_and_without_accents(written: str, code: str) -> None:
    assert resolve(written) == code


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Philipines", "did you mean Philippines (PHL)?"),
        ("Irann", "did you mean Iran (IRN)?"),
        ("Untied States", "did you mean United States (USA)?"),
        ("Europaen Union", "did you mean European Union (IGO.EU)?"),
        ("Atlantis", "give a name or an ISO 3166-1 code, such as RUS"),
        ("", "give a name or an ISO 3166-1 code, such as RUS"),
        ("bloc", None),
        ("Tehran", None),
        ("RUS.GOV", None),
    ],
)
def test_a_wrong_name_is_never_guessed_but_the_nearest_is_suggested(written: str, hint: str | None) -> None:
    with pytest.raises(UsageError) as refused:
        resolve(written)
    assert refused.value.code == "LG101"
    assert hint is None or refused.value.hint == hint


@pytest.mark.parametrize(
    ("written", "codes"), [("Congo", ["COD", "COG"]), ("AU", ["AUS", "IGO.AU"]), ("IDB", ["IGO.IDB", "IGO.ISDB"])]
)
def test_a_name_that_several_bear_is_asked_back(written: str, codes: list[str]) -> None:
    with pytest.raises(UsageError, match="several meanings") as refused:
        resolve(written)
    assert refused.value.hint == "write " + " or ".join(f"{name_of(code)} ({code})" for code in codes)


def test_a_code_is_never_hidden_by_a_name_nor_a_name_by_a_lesser_one() -> None:
    known = listed({"CAN": "Canada", "TUR": "Turkey"}, [("Can", "TUR"), ("Land", "TUR")], [("land", "CAN")])
    assert resolve("can", known) == "CAN"
    assert resolve("land", known) == "TUR"


def test_every_country_is_known_by_its_code_and_its_name() -> None:
    names = directory().names
    assert len([code for code in names if "." not in code]) >= 193
    assert [code for code, name in names.items() if (resolve(code), resolve(name)) != (code, code)] == []


@given(st.text(max_size=30))
def test_whatever_is_written_gives_a_code_or_none(written: str) -> None:
    assert fold(fold(written)) == fold(written)
    assert listed(NAMES).find(written) in {*NAMES, None}
    assert listed(NAMES).find("congo") is None
