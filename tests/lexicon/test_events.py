"""Every example of every event rule is a test: the text must give the event, the counter-example must not."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, entries, holds


@pytest.mark.parametrize("case", cases("events", "examples"))
def test_example(case: Case) -> None:
    holds(case)


@pytest.mark.parametrize("case", cases("events", "not"))
def test_counter_example(case: Case) -> None:
    holds(case)


def test_every_rule_has_an_example_and_a_counter_example() -> None:
    assert [r["id"] for r in entries("events") if not r.get("examples") or not r.get("not")] == []


def test_rule_ids_are_unique() -> None:
    ids = [r["id"] for r in entries("events")]
    assert sorted(ids) == sorted(set(ids))
