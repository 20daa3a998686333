"""Every example of a discard is a test: the text loses the type by that rule; the counter-example keeps its type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import legation
from legation.lexicon.build import SOURCE, read_yaml

DATE = "2021-06-15"


def discards() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_yaml(SOURCE / "en" / "discards.yaml")
    return found


def cases(key: str) -> Iterator[Any]:
    for rule in discards():
        for number, example in enumerate(rule.get(key) or []):
            yield pytest.param(rule["id"], example, id=f"{rule['id']}-{number}")


@pytest.mark.parametrize(("rule", "example"), cases("examples"))
def test_drops(rule: str, example: dict[str, Any]) -> None:
    trace = legation.why(example["text"], example.get("date", DATE))
    fell = [(d.rule, d.reason) for d in trace.decisions if d.kind == "event" and not d.kept]
    kind = f"en.{example['drops'].lower()}."
    assert any(r and r.startswith(kind) and reason == f"discard {rule}" for r, reason in fell), fell
    assert example["drops"] not in {e.type for e in trace.record.events}


@pytest.mark.parametrize(("rule", "example"), cases("not"))
def test_keeps(rule: str, example: dict[str, Any]) -> None:
    trace = legation.why(example["text"], example.get("date", DATE))
    assert example["keeps"] in {e.type for e in trace.record.events}, [
        (d.rule, d.reason, d.detail) for d in trace.decisions
    ]
    assert f"discard {rule}" not in {d.reason for d in trace.decisions}


def test_every_discard_has_an_example_and_a_counter_example() -> None:
    assert [d["id"] for d in discards() if not d.get("examples") or not d.get("not")] == []


def test_discard_ids_are_unique() -> None:
    ids = [d["id"] for d in discards()]
    assert sorted(ids) == sorted(set(ids))
