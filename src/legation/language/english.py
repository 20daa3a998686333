"""Whether a text is English: the share of its words that are English function words."""

from __future__ import annotations

import re

import msgspec

from legation.lexicon import load

WORD = re.compile(r"\w+")
LOOKED_AT = 20_000


class FunctionWords(msgspec.Struct, frozen=True):
    """`lexicon/en/function.yaml`."""

    words: frozenset[str]
    least: int
    share: float


def english(text: str) -> bool:
    """False for a text of some length in which English function words are rare; short texts pass.

    >>> english("Iran met Russia."), english("Der russische Außenminister ist am Montag nach Teheran gereist, " * 4)
    (True, False)
    """
    table = load("en/function", FunctionWords)
    words = [w.lower() for w in WORD.findall(text[:LOOKED_AT])]
    letters = [w for w in words if not w.isdigit()]
    if len(letters) < table.least:
        return _latin(text)
    return sum(w in table.words for w in letters) >= table.share * len(letters)


def _latin(text: str) -> bool:
    """A short text counts as English unless most of its letters are of another script."""
    letters = [c for c in text if c.isalpha()]
    return not letters or sum(c < "ɐ" for c in letters) >= len(letters) / 2
