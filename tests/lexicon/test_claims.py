"""Every example of every claim rule is a test: the text must give the claim, the counter-example must not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from legation import claims
from legation.actors import Actors
from legation.language import Frames, parse
from legation.lexicon.build import SOURCE, read_yaml
from legation.records import Claim, Document

DATE = "2021-06-15"
FIELDS = ("kind", "measure", "direction", "value", "unit", "bound")
KINDS = {"change", "level", "count", "trend", "rank", "comparison", "exclusive", "dated"}


def rules() -> Iterator[dict[str, Any]]:
    for path in sorted((SOURCE / "en" / "claims").glob("*.yaml")):
        yield from read_yaml(path)


def cases(key: str) -> Iterator[Any]:
    for rule in rules():
        for number, example in enumerate(rule.get(key) or []):
            yield pytest.param(rule, example, id=f"{rule['id'].removeprefix('en.claim.')}-{number}")


def coded(example: dict[str, Any]) -> claims.Coded:
    parsed = parse(Document(id="d", text=example["text"], published=example.get("date", DATE)))
    return claims.code(Frames(parsed), Actors(parsed))


def matches(claim: Claim, example: dict[str, Any]) -> bool:
    period = {key: getattr(claim.period, key, None) for key in ("start", "end")}
    return (
        all(getattr(claim, key) == example[key] for key in FIELDS if key in example)
        and ("dyad" not in example or list(claim.dyad) == example["dyad"])
        and all(period[key] == example[key] for key in ("start", "end") if key in example)
        and ("base" not in example or getattr(claim.baseline, "start", None) == example["base"])
    )


@pytest.mark.parametrize(("rule", "example"), cases("examples"))
def test_example(rule: dict[str, Any], example: dict[str, Any]) -> None:
    found = coded(example)
    shown = [
        (c.why, c.kind, c.measure, c.dyad, c.direction, c.value, c.unit, c.bound, c.period, c.baseline)
        for c in found.claims
    ]
    fell = [(d.rule, d.reason, d.detail) for d in found.decisions if not d.kept]
    ours = [c for c in found.claims if rule["id"] in c.why]
    assert any(matches(c, example) for c in ours), f"{example['text']}\n  claims {shown}\n  fell {fell}"


@pytest.mark.parametrize(("rule", "example"), cases("not"))
def test_counter_example(rule: dict[str, Any], example: dict[str, Any]) -> None:
    assert [c for c in coded(example).claims if rule["id"] in c.why] == [], example["text"]


def test_every_rule_has_two_examples_and_a_counter_example() -> None:
    assert [r["id"] for r in rules() if len(r.get("examples") or ()) < 2 or not r.get("not")] == []


def test_every_kind_has_at_least_six_rules() -> None:
    found = Counter(rule["kind"] for rule in rules())
    assert {kind: found[kind] for kind in KINDS if found[kind] < 6} == {}


def test_rule_ids_are_unique() -> None:
    ids = [rule["id"] for rule in rules()]
    assert sorted(ids) == sorted(set(ids))
