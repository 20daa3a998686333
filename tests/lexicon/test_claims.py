"""Every example of every claim rule is a test: the text must give the claim, the counter-example must not."""

from __future__ import annotations

from collections import Counter

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, entries, holds

KINDS = {"change", "level", "count", "trend", "rank", "comparison", "exclusive", "dated"}


@pytest.mark.parametrize("case", cases("claims", "examples"))
def test_example(case: Case) -> None:
    holds(case)


@pytest.mark.parametrize("case", cases("claims", "not"))
def test_counter_example(case: Case) -> None:
    holds(case)


def test_every_rule_has_two_examples_and_a_counter_example() -> None:
    assert [r["id"] for r in entries("claims") if len(r.get("examples") or ()) < 2 or not r.get("not")] == []


def test_every_kind_has_at_least_six_rules() -> None:
    found = Counter(rule["kind"] for rule in entries("claims"))
    assert {kind: found[kind] for kind in KINDS if found[kind] < 6} == {}


def test_rule_ids_are_unique() -> None:
    ids = [rule["id"] for rule in entries("claims")]
    assert sorted(ids) == sorted(set(ids))
