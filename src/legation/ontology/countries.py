"""Codes of ISO 3166-1: alpha-2, alpha-3 and numeric, as statistics and users write them → alpha-3."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Codes(NamedTuple):
    """alpha-2 → alpha-3, and numeric (M49, without leading zeros) → alpha-3."""

    alpha2: Mapping[str, str]
    numeric: Mapping[str, str]


@cache
def codes() -> Codes:
    """The table, read once.

    >>> codes().alpha2["IR"], codes().numeric["364"], codes().numeric["4"]
    ('IRN', 'IRN', 'AFG')
    """
    text = (files("legation.ontology") / "countries.txt").read_text("ascii")
    entries = [entry.split(":") for entry in text.split()]
    return Codes(
        {two: three for two, three, _ in entries},
        {number.lstrip("0"): three for _, three, number in entries if number},
    )
