"""Countries and organisations as users write them on the command line."""

from __future__ import annotations

import click
import pytest

from legation.cli.country import COUNTRY
from legation.errors import UsageError


@pytest.mark.parametrize(
    ("written", "code"), [("Iran", "IRN"), ("russia", "RUS"), ("USA", "USA"), ("ir", "IRN"), ("EU", "IGO.EU")]
)
def test_names_and_codes(written: str, code: str) -> None:
    assert COUNTRY.convert(written, None, None) == code


def test_a_misspelt_name_is_never_taken_but_suggested() -> None:
    with pytest.raises(UsageError) as caught:
        COUNTRY.convert("Philipines", None, None)
    assert (caught.value.code, caught.value.hint) == ("LG101", "did you mean Philippines (PHL)?")


def test_codes_are_completed() -> None:
    context = click.Context(click.Command("relations"))
    assert "RUS" in [item.value for item in COUNTRY.shell_complete(context, click.Argument(["a"]), "ru")]
