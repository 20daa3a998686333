"""Reporting cues: the verbs and prepositions of `lexicon/en/reporting.yaml`."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from legation.lexicon import load

SPEAKER_SLOTS = ("agent",)


class CueRule(msgspec.Struct, frozen=True, rename={"kind": "class", "as_": "as"}):
    """One cue: its class, its words, and where its content and addressee stand."""

    id: str
    kind: str
    at: str
    verb: tuple[str, ...] = ()
    preposition: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    belief: bool = False
    infinitive: bool = False
    relays: bool = False
    as_: bool = False

    def object_may_be(self, lemma: str) -> bool:
        """Whether an object noun of this lemma can be what is said."""
        return "*" in self.object or lemma in self.object


@lru_cache(maxsize=1)
def verbs() -> dict[str, CueRule]:
    """Verb lemma (with particle) → its cue; the first rule that lists it wins."""
    found: dict[str, CueRule] = {}
    for rule in load("en/reporting", tuple[CueRule, ...]):
        for verb in rule.verb:
            found.setdefault(verb, rule)
    return found


@lru_cache(maxsize=1)
def prepositions() -> dict[str, CueRule]:
    """Preposition → its cue."""
    return {p: rule for rule in load("en/reporting", tuple[CueRule, ...]) for p in rule.preposition}
