"""Countries and organisations as users write them, over the lexicon that ships."""

import pytest

from legation.cli.country import COUNTRY, known
from legation.errors import UsageError


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Iran", "IRN"),
        ("russia", "RUS"),
        ("USA", "USA"),
        ("united states", "USA"),
        ("Côte d'Ivoire", "CIV"),
        ("EU", "IGO.EU"),
        ("IGO.NATO", "IGO.NATO"),
    ],
)
def test_names_and_codes(written, code):
    assert COUNTRY.convert(written, None, None) == code


@pytest.mark.parametrize(("wrong", "meant"), [("Philipines", "PHL"), ("Untied States", "USA"), ("Pakstan", "PAK")])
def test_a_misspelt_name_is_never_taken_but_suggested(wrong, meant):
    with pytest.raises(UsageError) as caught:
        COUNTRY.convert(wrong, None, None)
    assert caught.value.code == "LG101"
    assert f"({meant})" in caught.value.hint


def test_every_united_nations_member_is_known():
    assert len({code for code in known().values() if "." not in code}) >= 193
