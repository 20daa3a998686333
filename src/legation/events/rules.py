"""The rules of events: which predicate, with which fillers, is which type, and where its parties stand."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.language.frame import Frame
from legation.lexicon import from_overlay, load, per_lexicon
from legation.records import Status

VERB_ACTOR = ("agent",)
VERB_RECIPIENT = (
    "patient",
    "iobj",
    "on",
    "against",
    "to",
    "with",
    "at",
    "upon",
    "toward",
    "towards",
    "from",
    "into",
    "clause.agent",
)
NOUN_ACTOR = ("agent", "poss", "by", "mod", "from", "of")
NOUN_RECIPIENT = (
    "patient",
    "on",
    "against",
    "to",
    "with",
    "at",
    "in",
    "into",
    "toward",
    "towards",
    "over",
    "of",
    "mod",
)


class Rule(msgspec.Struct, frozen=True):
    """One rule of `lexicon/en/events/`; its fields are explained in `lexicon/README.md`."""

    id: str
    type: str
    at: str
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    having: dict[str, tuple[str, ...]] = {}
    lacking: dict[str, tuple[str, ...]] = {}
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    alone: bool = False
    beside: bool = False
    treaty: bool = False
    reciprocal: bool = False
    gathering: bool = False
    official: bool = False
    foreign: bool = False
    same: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()
    bodies: bool = False
    exact: bool = False
    persons: bool = False
    status: Status | None = None
    found: float | None = None

    def actor_slots(self, frame: Frame) -> tuple[str, ...]:
        return self.actor if self.actor is not None else (NOUN_ACTOR if frame.kind == "noun" else VERB_ACTOR)

    def recipient_slots(self, frame: Frame) -> tuple[str, ...]:
        return (
            self.recipient
            if self.recipient is not None
            else (NOUN_RECIPIENT if frame.kind == "noun" else VERB_RECIPIENT)
        )

    @property
    def weight(self) -> int:
        """How specific: a rule with conditions goes before one without."""
        return 2 * len(self.having) + len(self.lacking) + (self.mode is not None)


@per_lexicon
def rules() -> dict[tuple[str, str], tuple[Rule, ...]]:
    """(kind, lemma) → its rules, the most specific first; of two alike a user's before ours."""
    index: dict[tuple[str, str], list[Rule]] = {}
    for rule in load("en/events", tuple[Rule, ...]):
        for key in _keys(rule):
            index.setdefault(key, []).append(rule)
    return {key: tuple(sorted(found, key=_rank)) for key, found in index.items()}


@per_lexicon
def found_rules() -> dict[str, Rule]:
    """The rule of each type for acts that only the finder sees."""
    return {rule.type: rule for rule in load("en/events", tuple[Rule, ...]) if rule.found is not None}


@per_lexicon
def openers() -> frozenset[str]:
    """The first words of all predicates that have rules."""
    return frozenset(lemma.partition(" ")[0] for _, lemma in rules())


def _rank(rule: Rule) -> tuple[int, bool, str]:
    return -rule.weight, not from_overlay(rule.at), rule.id


def _keys(rule: Rule) -> Iterator[tuple[str, str]]:
    for kind, lemmas in (("verb", rule.verb), ("noun", rule.noun), ("adjective", rule.adjective)):
        yield from ((kind, lemma) for lemma in lemmas)
