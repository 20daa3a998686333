"""Each example and counter-example of lexicon/en/time.yaml is a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from legation.language.times import Rule, rules, times

SEED_DAY = "2020-12-20"


def cases(field: str) -> Iterator[Any]:
    for rule in rules():
        for number, case in enumerate(getattr(rule, field)):
            yield pytest.param(rule, case, id=f"{rule.id}-{number}")


@pytest.mark.parametrize(("rule", "case"), cases("examples"))
def test_an_example_gives_its_days_by_its_rule(rule: Rule, case: dict[str, Any]) -> None:
    found = times(case["text"], case.get("published", SEED_DAY))
    wanted = (case["start"], case["end"])
    assert wanted in [(each.start, each.end) for each in found if not rule.emit or each.rule == rule.id], found


@pytest.mark.parametrize(("rule", "case"), cases("counter"))
def test_a_counter_example_is_left_alone(rule: Rule, case: dict[str, Any]) -> None:
    found = times(case["text"], case.get("published", SEED_DAY))
    assert rule.id not in [each.rule for each in found]
    if rule.id == "age":
        assert found == ()


def test_every_rule_has_an_example() -> None:
    assert [rule.id for rule in rules() if not rule.examples and not rule.counter] == []


def test_rule_ids_are_unique() -> None:
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))
