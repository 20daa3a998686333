"""The entities known so far while a document is read: by recency, by the words of their names, by their nouns."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TypeVar

from legation.language.reference.model import Entity, Gender, Kind, Mention, Number

WINDOW = 60  # Entities looked at for one reference: enough for any text, and it keeps the time linear.
SHARED = 8  # Entities looked at that share a word.


Value = TypeVar("Value")


def _number(mention: Mention) -> int:
    return mention.i


def _length(name: tuple[str, ...]) -> int:
    return len(name)


def _most(votes: Counter[Value]) -> Value | None:
    """What has most votes, of equals the first; None without any."""
    return max(votes, key=votes.__getitem__) if votes else None


class Known:
    """An entity in the making."""

    __slots__ = (
        "evidence",
        "gender",
        "genders",
        "i",
        "kind",
        "kinds",
        "members",
        "mentions",
        "modifiers",
        "names",
        "nouns",
        "number",
        "numbers",
        "trust",
    )

    def __init__(self, i: int, members: tuple[int, ...] = ()) -> None:
        self.i, self.members = i, members
        self.mentions: list[Mention] = []
        self.evidence: list[str] = []
        self.names: list[tuple[str, ...]] = []
        self.nouns: set[str] = set()
        self.modifiers: set[str] = set()
        self.kinds: Counter[Kind] = Counter()
        self.genders: Counter[Gender] = Counter()
        self.numbers: Counter[Number] = Counter()
        self.kind: Kind | None = None
        self.gender: Gender | None = None
        self.number: Number | None = None
        self.trust = 1.0  # how sure the last mention is: names and nouns are

    def add(self, mention: Mention, reason: str, trust: float = 1.0) -> None:
        """Takes in a mention and what it shows."""
        self.trust = trust
        self.mentions.append(mention)
        self.evidence.append(reason)
        self.nouns |= mention.nouns
        self.modifiers |= mention.modifiers
        if mention.name and mention.name not in self.names:
            self.names.append(mention.name)
        weight = 3 if mention.form in ("name", "set") else 1
        if mention.kind and not (mention.form == "pronoun" and self.kinds):
            self.kinds[mention.kind] += weight
        family = mention.form == "name" and len(mention.name) == 1 and not mention.nouns
        if mention.gender and not (family and self.genders):
            self.genders[mention.gender] += 2 if mention.form != "pronoun" else 1
        if mention.number:
            self.numbers[mention.number] += weight
        self.kind, self.gender, self.number = _most(self.kinds), _most(self.genders), _most(self.numbers)

    @property
    def last(self) -> Mention:
        return self.mentions[-1]

    def final(self, i: int, members: tuple[int, ...]) -> Entity:
        """The finished entity, under its final number."""
        name = " ".join(sorted(self.names, key=_length)[-1]) if self.names else None
        ids = tuple(m.i for m in self.mentions)
        return Entity(i, ids, self.kind, self.gender, self.number, name, tuple(self.evidence), members)


class Register:
    """All entities known so far; what is mentioned moves to the front."""

    def __init__(self) -> None:
        self._recent: dict[int, Known] = {}
        self.of: dict[int, Known] = {}  # head word of a mention → its entity
        self.sets: dict[int, Known] = {}  # head word of a set's first member → the set
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_members: dict[tuple[int, ...], Known] = {}
        self._next = 0

    def new(self, mention: Mention, members: tuple[int, ...] = ()) -> Known:
        """A new entity with its first mention."""
        known = Known(self._next, members)
        self._next += 1
        if members:
            self._by_members[members] = known
        self.add(known, mention, "first")
        return known

    def add(self, known: Known, mention: Mention, reason: str, trust: float = 1.0) -> None:
        """Another mention of an entity."""
        known.add(mention, reason, trust)
        self._recent.pop(known.i, None)
        self._recent[known.i] = known
        (self.sets if mention.form == "set" else self.of)[mention.head] = known
        for word in {*(n.lower() for n in mention.name), *mention.nouns}:
            if known.i not in self._by_word[word][-SHARED:]:
                self._by_word[word].append(known.i)

    def merge(self, one: Known, two: Known, reason: str) -> Known:
        """Two entities that turn out to be one: the older takes in the younger."""
        old, young = (one, two) if one.i < two.i else (two, one)
        if old is young:
            return old
        known = Known(old.i, old.members or young.members)
        rows = [(m, e) for k in (old, young) for m, e in zip(k.mentions, k.evidence, strict=True)]
        self._recent.pop(young.i)
        for mention, evidence in sorted(rows, key=lambda row: row[0].i):
            self.add(known, mention, reason if mention is young.mentions[0] else evidence)
        return known

    def members(self, ids: tuple[int, ...]) -> Known | None:
        """The set with these members."""
        return self._by_members.get(ids)

    def recent(self) -> Iterator[Known]:
        """Entities, the last mentioned first, as many as are looked at."""
        for number, known in enumerate(reversed(self._recent.values())):
            if number >= WINDOW:
                return
            yield known

    def sharing(self, word: str) -> Iterator[Known]:
        """Entities whose name or noun has this word (lower case), the last to have got it first."""
        for i in reversed(self._by_word.get(word, [])[-SHARED:]):
            if i in self._recent:
                yield self._recent[i]

    def insert(self, known: Known, mention: Mention, reason: str) -> None:
        """A mention that is given to an entity after the text has been read."""
        at = bisect_left(known.mentions, mention.i, key=_number)
        known.mentions.insert(at, mention)
        known.evidence.insert(at, reason)

    def before(self, known: Known, mention: Mention) -> Mention | None:
        """The last mention of an entity that stands before another."""
        at = bisect_left(known.mentions, mention.i, key=_number)
        return known.mentions[at - 1] if at else None

    def __iter__(self) -> Iterator[Known]:
        return iter(sorted(self._recent.values(), key=lambda k: k.mentions[0].i))
