"""Every example of every event rule is a test: the text must give the event, the counter-example must not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import legation
from legation.lexicon.build import SOURCE, read_yaml
from legation.records import ActorRef, Event

DATE = "2021-06-15"
SAME = "same act as another row"  # two rules may tell of one act: it stays one event


def rules() -> Iterator[dict[str, Any]]:
    for path in sorted((SOURCE / "en" / "events").glob("*.yaml")):
        yield from read_yaml(path)


def cases(key: str) -> Iterator[Any]:
    for rule in rules():
        for number, example in enumerate(rule.get(key) or []):
            yield pytest.param(rule, example, id=f"{rule['type'].lower()}-{rule['id']}-{number}")


def owners(refs: tuple[ActorRef, ...]) -> set[str]:
    return {name for r in refs for name in (r.country, r.actor, (r.actor or "").split(".")[0]) if name}


def matches(event: Event, rule: dict[str, Any], example: dict[str, Any]) -> bool:
    wanted = {k: set(example.get(k) or []) for k in ("actors", "recipients")}
    status = example.get("status")
    return (
        event.type == rule["type"]
        and wanted["actors"] <= owners(event.actors)
        and wanted["recipients"] <= owners(event.recipients)
        and (status is None or event.status == status)
        and example.get("mode", rule.get("mode")) in (event.mode, None)
    )


@pytest.mark.parametrize(("rule", "example"), cases("examples"))
def test_example(rule: dict[str, Any], example: dict[str, Any]) -> None:
    trace = legation.why(example["text"], example.get("date", DATE))
    events = trace.record.events
    own = [d for d in trace.decisions if d.rule == rule["id"]]
    fired = any(d.kept or d.reason == SAME for d in own)
    shown = [(e.why[0], [r.actor for r in e.actors], [r.actor for r in e.recipients], e.status) for e in events]
    fell = [(d.reason, d.detail) for d in own if not d.kept]
    assert fired, f"{example['text']}\n  fell {fell}"
    assert any(matches(e, rule, example) for e in events), f"{example['text']}\n  {shown}"


@pytest.mark.parametrize(("rule", "example"), cases("not"))
def test_counter_example(rule: dict[str, Any], example: dict[str, Any]) -> None:
    record = legation.code(example["text"], date=example.get("date", DATE))
    assert not [e for e in record.events if rule["id"] in e.why], example["text"]


def test_every_rule_has_an_example_and_a_counter_example() -> None:
    assert [r["id"] for r in rules() if not r.get("examples") or not r.get("not")] == []


def test_rule_ids_are_unique() -> None:
    ids = [r["id"] for r in rules()]
    assert sorted(ids) == sorted(set(ids))
