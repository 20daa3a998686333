"""What the reference layer gives: mentions, the entities that they make up, and the links between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from legation.records import Span

Form = Literal["name", "noun", "pronoun", "set", "verb"]
Kind = Literal["person", "organisation", "place", "group", "event", "animal", "thing", "time", "quantity", "abstract"]
Gender = Literal["m", "f"]
Number = Literal["singular", "plural"]

# Kinds that several people make up, so that "they" may stand for one of them.
BODIES = frozenset({"organisation", "group", "place"})


class Mention(msgspec.Struct, frozen=True):
    """A phrase that names, describes or refers: its head word, its words `first … last` (inclusive) and its span.

    `kind`, `gender` and `number` are what the phrase itself shows, None where it shows nothing; `person` is 1, 2 or 3.
    `members` of a set are the heads of what is coordinated. A verb is a mention where a noun refers to its act.
    """

    i: int
    head: int
    first: int
    last: int
    span: Span
    sentence: int
    form: Form
    kind: Kind | None = None
    gender: Gender | None = None
    number: Number | None = None
    person: int = 3
    role: str = ""
    determiner: str | None = None
    name: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    members: tuple[int, ...] = ()
    possessor: int | None = None


class Link(msgspec.Struct, frozen=True):
    """A mention and what it refers back to: the last mention before of the same entity, or none and the reason.

    `score` is the share that the model gives the choice, 0 to 1; 1 where a rule decided. `reason` says what decided.
    `rivals`: the likeliest mentions with their shares.
    """

    mention: int
    antecedent: int | None
    score: float
    reason: str
    rivals: tuple[tuple[int, float], ...] = ()


class Entity(msgspec.Struct, frozen=True):
    """Whom or what several mentions stand for; `evidence` says why each later mention was added."""

    i: int
    mentions: tuple[int, ...]
    kind: Kind | None
    gender: Gender | None
    number: Number | None
    name: str | None
    evidence: tuple[str, ...] = ()
    members: tuple[int, ...] = ()


@dataclass(frozen=True)
class Coreference:
    """The mentions of a document in the order of the text, its entities, and one link per mention that refers back."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]

    @cached_property
    def by_head(self) -> dict[int, Mention]:
        """Head word → its mention; of a set and its first member the member."""
        return {m.head: m for m in reversed(self.mentions) if m.form != "set"}

    @cached_property
    def sets(self) -> dict[int, Mention]:
        """Head word of the first member → the set."""
        return {m.head: m for m in self.mentions if m.form == "set"}

    @cached_property
    def by_mention(self) -> dict[int, Link]:
        """Mention → its link."""
        return {link.mention: link for link in self.links}

    @cached_property
    def entity_of(self) -> dict[int, Entity]:
        """Mention → its entity."""
        return {m: e for e in self.entities for m in e.mentions}

    def link(self, word: int) -> Link | None:
        """The link of the mention whose head is `word`; None where it refers back to nothing or is no mention."""
        mention = self.by_head.get(word)
        return self.by_mention.get(mention.i) if mention else None

    def antecedents(self, word: int) -> Iterator[Mention]:
        """The earlier mentions of the entity that `word` refers to, nearest first; none where it stands alone."""
        mention = self.by_head.get(word)
        link = self.by_mention.get(mention.i) if mention else None
        entity = self.entity_of.get(mention.i) if mention else None
        if mention is None or entity is None or link is None or link.antecedent is None:
            return
        own = entity.mentions
        for i in range(bisect_left(own, mention.i) - 1, -1, -1):
            earlier = self.by_mention.get(own[i])
            if earlier is None or earlier.antecedent is not None:
                yield self.mentions[own[i]]
