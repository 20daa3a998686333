"""What counts as a right chain: every source, in order, for the content meant."""

from __future__ import annotations

import pytest

from legation.evaluation.statements.chains import PUBLISHED, Row, verdict
from legation.evaluation.statements.coding import read, statements

TEXT = "The Kremlin said Putin had told Raisi that Russia would deliver wheat."
CONTENT = "Russia would deliver wheat"


@pytest.mark.parametrize(
    ("chain", "to", "right"),
    [
        ("Kremlin > Putin", "Raisi", (True, True)),
        ("Kremlin > Putin", "—", (True, False)),
        ("Putin", "Raisi", (False, True)),
        ("Putin > Kremlin", "Raisi", (False, True)),
        ("Kremlin & Putin", "Raisi", (False, True)),
    ],
)
def test_chain(chain: str, to: str, right: tuple[bool, bool]) -> None:
    found = verdict(Row(TEXT, chain, to, "—", CONTENT), statements(read("d", TEXT, PUBLISHED)))
    assert (found.chain, found.to) == right


def test_nothing_said_is_right_where_nothing_is_found() -> None:
    assert verdict(Row("", "—", "—", "—", "NONE"), ()).chain
