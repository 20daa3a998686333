"""Every example of a discard is a test: the text loses the type by that rule; the counter-example keeps its type."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, entries, holds


@pytest.mark.parametrize("case", cases("discards", "examples"))
def test_drops(case: Case) -> None:
    holds(case)


@pytest.mark.parametrize("case", cases("discards", "not"))
def test_keeps(case: Case) -> None:
    holds(case)


def test_every_discard_has_an_example_and_a_counter_example() -> None:
    assert [d["id"] for d in entries("discards") if not d.get("examples") or not d.get("not")] == []


def test_discard_ids_are_unique() -> None:
    ids = [d["id"] for d in entries("discards")]
    assert sorted(ids) == sorted(set(ids))
