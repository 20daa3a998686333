"""Currencies that share a word: "50 million kroner" is Danish money where Denmark is a party."""

from __future__ import annotations

from collections.abc import Iterable

from legation.language.numbers import shared, units
from legation.language.parse import Parse
from legation.language.quantities import Quantity


def currency(parse: Parse, quantity: Quantity | None, parties: Iterable[str]) -> str | None:
    """The currency that an amount's word means between these parties; None where it is open or no such word stands."""
    if quantity is None or not quantity.money:
        return None
    said = tuple(parse.words[w].lower for w in quantity.words[-2:])
    if any(phrase == said for phrase, _ in units().get(said[0], ())) and len(said) > 1:
        return None  # "Danish kroner"
    codes = shared().get(said[-1], {})
    return next((codes[party] for party in parties if party in codes), None)
