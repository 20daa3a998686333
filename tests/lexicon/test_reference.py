"""Every example of every reference is a test: what the words stand for, and what they stand for nothing in."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, entries, holds


@pytest.mark.parametrize("case", cases("reference", "examples"))
def test_example(case: Case) -> None:
    holds(case)


@pytest.mark.parametrize("case", cases("reference", "not"))
def test_nothing(case: Case) -> None:
    holds(case)


def test_every_reference_has_an_example() -> None:
    assert [e["id"] for e in entries("reference") if not e.get("examples")] == []
