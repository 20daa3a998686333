"""Every example of every reporting cue is a test: speaker, addressee, channel and content as named."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, entries, holds


@pytest.mark.parametrize("case", cases("reporting", "examples"))
def test_example(case: Case) -> None:
    holds(case)


@pytest.mark.parametrize("case", cases("reporting", "not"))
def test_counter_example(case: Case) -> None:
    holds(case)


def test_every_cue_has_an_example_and_a_counter_example() -> None:
    rules = entries("reporting")
    assert [r["id"] for r in rules if not r.get("examples") or not r.get("not")] == []
    assert len({r["id"] for r in rules}) == len(rules)
    assert len({v for r in rules for v in r.get("verb", [])}) > 500
