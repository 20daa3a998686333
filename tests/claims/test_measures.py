"""Measures: what a phrase counts or orders, in its normal form."""

from __future__ import annotations

import pytest

from legation.claims.measures import Measures, names
from legation.language import Frames, parse
from legation.records import Document


def measure(text: str, word: str) -> str | None:
    parsed = parse(Document(id="d", text=text, published="2020-12-20"))
    found = Measures(Frames(parsed)).at(next(w.i for w in parsed.words if w.text == word))
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The commercial goods exchange grew.", "exchange", "trade"),
        ("The trade turnover grew.", "turnover", "trade"),
        ("The volume of bilateral trade grew.", "volume", "trade"),
        ("The trade volume grew.", "volume", "trade"),
        ("Economic ties grew.", "ties", "relations"),
        ("Their bonds grew.", "bonds", "relations"),
        ("Their interactions grew.", "interactions", "relations"),
        ("They held phone talks.", "talks", "calls"),
        ("They held talks.", "talks", "meetings"),
        ("The third round of talks ended.", "round", "meetings"),
        ("The level of relations rose.", "level", "relations"),
        ("The walnut harvest grew.", "harvest", "walnut harvest"),
        ("The country grew.", "country", None),
        ("It grew.", "It", None),
    ],
)
def test_a_phrase_has_its_normal_form(text: str, word: str, name: str | None) -> None:
    assert measure(text, word) == name


def test_the_normal_forms_of_the_schema_are_listed() -> None:
    schema = [
        "trade",
        "exports",
        "imports",
        "visits",
        "calls",
        "meetings",
        "relations",
        "aid",
        "investment",
        "troops",
        "casualties",
    ]
    assert [name for name in schema if name not in names()] == []
