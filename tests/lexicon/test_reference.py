"""Every example of every reference is a test: what the words stand for, and what they stand for nothing in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from legation.actors import Actors
from legation.language import Parse, parse
from legation.lexicon.build import SOURCE, read_yaml
from legation.records import Document

ENTRIES: list[dict[str, Any]] = read_yaml(SOURCE / "en" / "reference.yaml")


def cases(key: str, field: str) -> Iterator[Any]:
    for entry in ENTRIES:
        for number, example in enumerate(entry.get(key) or []):
            if field in example:
                yield pytest.param(example, id=f"{entry['id']}-{number}")


def head(parsed: Parse, words: str) -> int:
    start = parsed.text.rindex(words)
    inside = parsed.words_in((start, start + len(words)))
    return next(w for w in inside if parsed.words[w].head not in inside)


def read(example: dict[str, Any]) -> tuple[Actors, int]:
    parsed = parse(Document(id="d", text=example["text"], published="2020-12-20"))
    return Actors(parsed), head(parsed, example["refers"])


@pytest.mark.parametrize("example", cases("examples", "actors"))
def test_actors(example: dict[str, Any]) -> None:
    actors, word = read(example)
    found = {r.actor if r.country is None else r.country for r in actors.refs(word)}
    assert found == set(example["actors"])


@pytest.mark.parametrize("example", cases("examples", "to"))
def test_act(example: dict[str, Any]) -> None:
    actors, word = read(example)
    found = [actors.parse.slice(m.span) for m in actors.references.antecedents.found.antecedents(word)]
    assert found[:1] == [example["to"]]


@pytest.mark.parametrize("example", cases("not", "refers"))
def test_nothing(example: dict[str, Any]) -> None:
    actors, word = read(example)
    antecedents = [m for m in actors.references.antecedents.found.antecedents(word) if m.form == "verb"]
    assert ([r.actor for r in actors.resolve(word) if r.actor], antecedents) == ([], [])


def test_every_reference_has_an_example() -> None:
    assert [e["id"] for e in ENTRIES if not e.get("examples")] == []
