"""The cues of `lexicon/en/status.yaml`, typed and indexed by scope and word."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.lexicon import load, per_lexicon
from legation.records import Status


class Conditions(msgspec.Struct, frozen=True, rename={"joined": "with"}, forbid_unknown_fields=True):
    """What a rule asks of the clause above the predicate's (`matrix`) and of the predicate's own (all others)."""

    own: frozenset[str] = frozenset()
    matrix: frozenset[str] = frozenset()
    lemma: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    mark: frozenset[str] = frozenset()
    adverb: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()

    def given(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The conditions that name something."""
        for key in ("own", "matrix", "lemma", "subject", "mark", "adverb", "joined"):
            if values := getattr(self, key):
                yield key, values


class StatusRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cue; its fields are explained at the head of `lexicon/en/status.yaml`."""

    id: str
    scope: str
    words: tuple[str, ...]
    status: Status
    value: float
    at: str
    when: Conditions = Conditions()
    unless: Conditions = Conditions()
    but_before: frozenset[str] = frozenset()
    but_of: frozenset[str] = frozenset()
    stops: bool = False
    absorbs: bool = False
    through: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How specific: a rule with conditions is tried before one without."""
        return sum(1 for _ in self.when.given())


class Cue(msgspec.Struct, frozen=True):
    """A rule that fired and the word it fired on."""

    rule: StatusRule
    word: int


@per_lexicon
def cues() -> dict[tuple[str, str], tuple[StatusRule, ...]]:
    """(scope, word) → its rules, those with the most conditions first."""
    index: dict[tuple[str, str], list[StatusRule]] = {}
    for rule in load("en/status", tuple[StatusRule, ...]):
        for word in rule.words:
            index.setdefault((rule.scope, word), []).append(rule)
    return {key: tuple(sorted(found, key=lambda r: -r.weight)) for key, found in index.items()}


@per_lexicon
def nominal() -> frozenset[str]:
    """The nouns above an act that say whether it happened: "threat" in "the threat of an attack"."""
    return frozenset(word.split()[0] for scope, word in cues() if scope == "nominal")
