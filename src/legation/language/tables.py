"""The compiled tables of the language stage, typed."""

from __future__ import annotations

import msgspec

from legation.lexicon import load, per_lexicon


class LightPrepositional(msgspec.Struct, frozen=True):
    """A verb whose act stands behind a preposition: "engage in talks"."""

    verb: str
    preposition: str
    object: str | None = None


class FrameTables(msgspec.Struct, frozen=True):
    """`lexicon/en/frames.yaml`."""

    light: frozenset[str]
    light_prepositional: tuple[LightPrepositional, ...]
    occurrence: frozenset[str]
    measures: frozenset[str]
    portions: frozenset[str]
    object_control: frozenset[str]
    asked_behind: dict[str, tuple[str, ...]]
    going_on: frozenset[str]
    particles: frozenset[str]
    prepositions: dict[str, str]
    lemmas: dict[str, dict[str, str]]
    unsplit: tuple[str, ...]
    relative: frozenset[str]
    mutual: dict[str, str]
    substitutes: frozenset[str]
    chained: frozenset[str]
    bordering: frozenset[str]
    aside: frozenset[str]
    topics: frozenset[str]
    together: frozenset[str]
    others: frozenset[str]
    guests: frozenset[str]
    presences: frozenset[str]
    leading: frozenset[str]
    foreign: frozenset[str]
    belonging: dict[str, tuple[str, ...]]
    serving: dict[str, tuple[str, ...]]
    hirelings: frozenset[str]
    keepers: frozenset[str]
    occasions: frozenset[str]
    whom: tuple[str, ...]
    helping: frozenset[str]
    situations: frozenset[str]
    deeds: frozenset[str]
    sayings: frozenset[str]
    rebutting: frozenset[str]
    again: frozenset[str]
    deed_types: dict[str, tuple[str, ...]]
    wrongs: frozenset[str]
    suffered: frozenset[str]
    definite: frozenset[str]
    treaties: frozenset[str]
    asking: frozenset[str]
    owning: frozenset[str]
    using: frozenset[str]
    impersonal: frozenset[str]
    phases: frozenset[str]
    locative: frozenset[str]
    places: frozenset[str]
    where: tuple[str, ...]
    beside: tuple[str, ...]
    future_in_past: frozenset[str]
    elapsed: frozenset[str]
    causes: frozenset[str]
    ago: str
    open_relative: str
    peers: frozenset[str]
    statesmen: frozenset[str]
    naming: frozenset[str]
    manners: frozenset[str]
    following: frozenset[str]
    blaming: frozenset[str]
    blame: frozenset[str]
    punishing: frozenset[str]
    wrongdoing: frozenset[str]
    grounds: frozenset[str]
    since: frozenset[str]
    answers: frozenset[str]
    as_answer: frozenset[str]
    answering: frozenset[str]
    own: str


@per_lexicon
def frame_tables() -> FrameTables:
    """The tables of frames, read once."""
    return load("en/frames", FrameTables)
