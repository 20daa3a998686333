"""When an act was: its own date, however old, and however the text says how long ago."""

from __future__ import annotations

import pytest

import legation

CASES = [
    ("In 1979 the Soviet Union invaded Afghanistan.", "ASSAULT", "1979-01-01", "1979-12-31"),
    ("The 1979 Soviet invasion of Afghanistan still shapes the region.", "ASSAULT", "1979-01-01", "1979-12-31"),
    ("On 24 February 2022 Russia invaded Ukraine.", "ASSAULT", "2022-02-24", "2022-02-24"),
    ("Twenty years ago the United States invaded Iraq.", "ASSAULT", "2005-01-01", "2005-12-31"),
    ("Two decades after the United States invaded Iraq, Baghdad votes.", "ASSAULT", "2005-01-01", "2005-12-31"),
    ("Ten days after Iran attacked Israel, the airports reopened.", "ASSAULT", "2025-06-05", "2025-06-05"),
    ("In 2005, two years after the United States invaded Iraq, Baghdad voted.", "ASSAULT", "2003-01-01", "2003-12-31"),
    ("Russia attacked Ukraine on Monday.", "ASSAULT", "2025-06-09", "2025-06-09"),
]


@pytest.mark.parametrize(("text", "type_", "start", "end"), CASES)
def test_an_old_act_keeps_its_own_date(text: str, type_: str, start: str, end: str) -> None:
    record = legation.code(text, date="2025-06-15")
    assert [(e.date.start, e.date.end) for e in record.events if e.type == type_] == [(start, end)]
    assert all(e.date.text == record.document.text[slice(*e.date.span)] for e in record.events if e.date.span)
