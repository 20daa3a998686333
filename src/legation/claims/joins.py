"""Words that join the parts of a claim: `lexicon/en/joins.yaml`."""

from __future__ import annotations

import msgspec

from legation.lexicon import load

Slots = tuple[str, ...]


class Sides(msgspec.Struct, frozen=True):
    """Slots and prepositions that name the sides of a claim; `out` and `in` are the directions of a measure."""

    own: Slots
    reporter: dict[str, Slots]
    partner: dict[str, Slots]
    giver: dict[str, Slots]
    shared: Slots
    joint: Slots
    holding: Slots
    left: Slots
    verb_partner: dict[str, Slots]
    verb_shared: Slots


class Joins(msgspec.Struct, frozen=True):
    """The tables, explained at the head of the file."""

    base: frozenset[str]
    base_whole: frozenset[str]
    than: frozenset[str]
    of: frozenset[str]
    factor: frozenset[str]
    time: frozenset[str]
    occasion: frozenset[str]
    within: frozenset[str]
    reached: frozenset[str]
    passed: frozenset[str]
    now: frozenset[str]
    since_then: frozenset[str]
    both: frozenset[str]
    after: frozenset[str]
    latest: frozenset[str]
    most: frozenset[str]
    worth: frozenset[str]
    prices: frozenset[str]
    harmed: frozenset[str]
    toll: frozenset[str]
    further: frozenset[str]
    houses: frozenset[str]
    urging: frozenset[str]
    telling_of: frozenset[str]
    rounds: frozenset[str]
    speakers: frozenset[str]
    definite: frozenset[str]
    pair: frozenset[str]
    idle: frozenset[str]
    carried: frozenset[str]
    things: frozenset[str]
    of_time: frozenset[str]
    one: frozenset[str]
    means: frozenset[str]
    achieved: frozenset[str]
    telling: frozenset[str]
    places: frozenset[str]
    beside: frozenset[str]
    either: frozenset[str]
    sides: Sides


def joins() -> Joins:
    """The tables of the lexicon in use."""
    return load("en/joins", Joins)
