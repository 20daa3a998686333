"""Phrases of rules: alternatives, gaps and words that may be missing."""

from __future__ import annotations

import pytest

from legation.claims.patterns import compiled, match
from legation.language.parse import Word


def words(text: str) -> list[Word]:
    return [Word(i, t, 0, 0, t.lower(), "X", "X", "dep", -1, 0, "O") for i, t in enumerate(text.split())]


@pytest.mark.parametrize(
    ("pattern", "text", "stop"),
    [
        ("at the highest level", "at the highest level ever", 4),
        ("on a|an|the ...2 path|slope", "on a highly ascending slope", 5),
        ("on a|an|the ...2 path|slope", "on a very steep and long slope", None),
        ("never ?ever be", "never be", 2),
        ("never ?ever be", "never ever be", 3),
        ("the only country", "the only", None),
    ],
)
def test_a_pattern_ends_where_its_last_word_does(pattern: str, text: str, stop: int | None) -> None:
    assert match(words(text), 0, compiled(pattern)) == stop
