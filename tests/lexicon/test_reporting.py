"""Every example of every reporting cue is a test: speaker, addressee, channel and content as named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from legation.actors import Actors
from legation.language import Frames, parse
from legation.lexicon.build import SOURCE, read_yaml
from legation.records import ActorRef, Document, Statement
from legation.statements import code


def cases(key: str) -> Iterator[Any]:
    for rule in read_yaml(SOURCE / "en" / "reporting.yaml"):
        for number, example in enumerate(rule.get(key) or []):
            yield pytest.param(rule["id"], example, id=f"{rule['id']}-{number}")


def statements(example: dict[str, Any]) -> tuple[Statement, ...]:
    parsed = parse(Document(id="d", text=example["text"], published=example.get("date", "2021-06-15")))
    return code(Frames(parsed), Actors(parsed)).statements


def named(refs: tuple[ActorRef, ...]) -> str:
    return " ".join(str(v) for r in refs for v in (r.actor, r.country, r.name, r.role, r.text))


@pytest.mark.parametrize(("rule", "example"), cases("examples"))
def test_example(rule: str, example: dict[str, Any]) -> None:
    found = statements(example)
    assert any(
        rule in s.why
        and example["speaker"].lower() in named(s.speakers).lower()
        and example["content"] in s.content.text
        and example.get("to", "") in named(s.addressees)
        and example.get("via", "") in named(s.via)
        for s in found
    ), [(s.why, named(s.speakers), s.content.text, named(s.addressees), named(s.via)) for s in found]


@pytest.mark.parametrize(("rule", "example"), cases("not"))
def test_counter_example(rule: str, example: dict[str, Any]) -> None:
    assert not [s for s in statements(example) if rule in s.why]


def test_every_cue_has_an_example_and_a_counter_example() -> None:
    rules = read_yaml(SOURCE / "en" / "reporting.yaml")
    assert [r["id"] for r in rules if not r.get("examples") or not r.get("not")] == []
    assert len({r["id"] for r in rules}) == len(rules)
    assert len({v for r in rules for v in r.get("verb", [])}) > 500
