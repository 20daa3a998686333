"""The rules of claims: which word or phrase asserts what, and where its value and measure stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from legation.lexicon import load, per_lexicon
from legation.records import Bound, ClaimKind, Direction

Trigger = Literal["verb", "noun", "adjective", "adverb"]
Takes = Literal["any", "relative", "absolute", "money", "count"]
# Where the measure of a claim stands when its rule does not say.
MEASURE: dict[str, tuple[str, ...]] = {
    "verb": ("agent", "patient", "in"),
    "noun": ("in", "of", "to", "mod", "poss", "subject", "agent", "patient"),
    "adjective": ("agent", "subject"),
    "adverb": ("agent", "subject"),
    "phrase": ("inside", "subject", "head", "of", "in"),
}


class ClaimRule(msgspec.Struct, frozen=True):
    """One rule of `lexicon/en/claims/`; its fields are explained at the head of each file there."""

    id: str
    kind: ClaimKind
    at: str
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    direction: Direction | None = None
    value: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    takes: Takes = "any"
    values: dict[str, float] = {}
    unit: str | None = None
    number: float | None = None
    bound: Bound | None = None
    measure: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    measured: bool = True
    name: str | None = None
    dated: bool = False
    around: bool = False
    whole: bool = False
    parties: int = 1
    needs: str | None = None
    alone: bool = True
    below: bool = False
    carried: bool = False
    means: dict[str, str] = {}
    having: dict[str, tuple[str, ...]] = {}
    lacking: dict[str, tuple[str, ...]] = {}

    def slots(self, trigger: str) -> tuple[str, ...]:
        """Where the measure is looked for, in this order."""
        return self.measure or MEASURE[trigger]


@per_lexicon
def rules() -> tuple[ClaimRule, ...]:
    """All rules in the order of the files; those with conditions first."""
    found = load("en/claims", tuple[ClaimRule, ...])
    return tuple(sorted(found, key=lambda r: -(len(r.having) + len(r.lacking))))


@per_lexicon
def triggers() -> dict[tuple[Trigger, str], tuple[ClaimRule, ...]]:
    """(part of speech, lemma) → the rules that the word may set off."""
    index: dict[tuple[Trigger, str], list[ClaimRule]] = {}
    for rule in rules():
        for key in _keys(rule):
            index.setdefault(key, []).append(rule)
    return {key: tuple(found) for key, found in index.items()}


@per_lexicon
def openers() -> frozenset[str]:
    """The first words of all triggers."""
    return frozenset(lemma.partition(" ")[0] for _, lemma in triggers())


def _keys(rule: ClaimRule) -> Iterator[tuple[Trigger, str]]:
    yield from (("verb", lemma) for lemma in rule.verb)
    yield from (("noun", lemma) for lemma in rule.noun)
    yield from (("adjective", lemma) for lemma in rule.adjective)
    yield from (("adverb", lemma) for lemma in rule.adverb)


def said_by(verb: str) -> str | None:
    """The measure that a verb says with a number: "exports" for "sell"."""
    return next((r.name for r in triggers().get(("verb", verb), ()) if r.kind == "level" and r.name), None)


def contact(verb: str) -> str | None:
    """The contact that a verb says when it is counted: "meetings" for "meet"."""
    counted = (r for r in rules() if r.kind == "count" and "times" in r.having and verb in r.verb)
    return next((r.name for r in counted if r.name), None)


@per_lexicon
def sorted_rules() -> dict[str, tuple[ClaimRule, ...]]:
    """Sort of measure → the rules that its nouns set off by themselves."""
    index: dict[str, list[ClaimRule]] = {}
    for rule in rules():
        for sort in rule.sorts:
            index.setdefault(sort, []).append(rule)
    return {sort: tuple(found) for sort, found in index.items()}
