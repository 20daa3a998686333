"""Reporting cues: the verbs, nouns, adjectives, prepositions and forms of `lexicon/en/reporting.yaml`."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation.lexicon import load, per_lexicon

WORDS = ("verb", "noun", "adjective", "preposition", "adverbial", "opening")
FORMS = (
    "channel",
    "first_person",
    "third_person",
    "joining",
    "medium",
    "occasion",
    "speaking",
    "facing",
    "listeners",
    "document",
    "asking",
    "told",
    "mute",
    "nobody",
    "joins",
    "asked",
    "dating",
    "neither",
    "contrasting",
)


class CueRule(msgspec.Struct, frozen=True, rename={"kind": "class"}):
    """One cue: its class, its words, and where its content, speaker and addressee stand (see the YAML)."""

    id: str
    kind: str
    at: str
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    preposition: tuple[str, ...] = ()
    adverbial: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    belief: bool = False
    unsaid: bool = False
    human: bool = False
    relays: bool = False
    passive: str = "agent"
    heading: bool = False
    channel: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()
    facing: tuple[str, ...] = ()
    listeners: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    mute: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    dating: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    contrasting: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    third_person: tuple[str, ...] = ()

    def object_may_be(self, lemma: str, pos: str) -> bool:
        """Whether an object noun of this lemma can be what is said; "@name" is any name."""
        return "*" in self.objects or lemma in self.objects or (pos == "PROPN" and "@name" in self.objects)


@per_lexicon
def rules() -> tuple[CueRule, ...]:
    """All cues, in the order of the YAML."""
    return load("en/reporting", tuple[CueRule, ...])


@per_lexicon
def cues(kind: str) -> dict[str, tuple[CueRule, ...]]:
    """Word (verbs with their particle) → its cues in the order of the YAML, for one of `WORDS`.

    >>> [rule.id for rule in cues("verb")["urge"]]
    ['en.report.demand', 'en.report.demand-thing']
    """
    found: dict[str, tuple[CueRule, ...]] = {}
    for rule in rules():
        for word in dict.fromkeys(getattr(rule, kind)):
            found[word] = (*found.get(word, ()), rule)
    return found


@per_lexicon
def nominals() -> frozenset[str]:
    """The words of all cues that are no verbs."""
    return frozenset().union(*(cues(kind) for kind in ("noun", "adjective", "adverbial")))


@per_lexicon
def form(name: str) -> frozenset[str]:
    """The words of a form that cues share, one of `FORMS`: occasions, channels, listeners, documents …"""
    return frozenset(word for rule in rules() for word in getattr(rule, name))


def first(kinds: Iterable[CueRule]) -> CueRule | None:
    """The first of some cues."""
    return next(iter(kinds), None)


@per_lexicon
def heading() -> CueRule:
    """The cue of "Name: what is said"."""
    return next(rule for rule in rules() if rule.heading)
