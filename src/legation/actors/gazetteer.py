"""Names in the text: the longest listed name at each word, with the entities it may denote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from legation.language.parse import Parse
from legation.lexicon import load, per_lexicon

PIECE = re.compile(r"\w+|[^\w\s]")
# What a name is taken for first where it may be several things.
ORDER = ("block", "name", "metonym", "demonym", "capital", "place", "short", "family")


class Office(msgspec.Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """An office held: role, body, sector, and the days it was held."""

    role: str
    actor: str
    sector: str = "GOV"
    start: str | None = None
    end: str | None = None
    shared: bool = False

    def held(self, day: str | None) -> bool:
        """True on `day` (ISO), or when the day is unknown."""
        return not day or ((self.start or "") <= day and day <= (self.end or "9999"))


class Member(msgspec.Struct, frozen=True, rename={"start": "from", "end": "to"}):
    country: str
    start: str | None = None
    end: str | None = None


class SeaNeighbour(msgspec.Struct, frozen=True):
    country: str
    sea: str


class Code(msgspec.Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """A group's id and sector between two days."""

    id: str | None = None
    sector: str | None = None
    start: str | None = None
    end: str | None = None


class Entity(msgspec.Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """A state, body, organisation, medium, group or person."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    start: str | None = None
    end: str | None = None
    gender: str | None = None
    offices: tuple[Office, ...] = ()
    members: tuple[Member | str, ...] = ()
    neighbours: tuple[str, ...] = ()
    sea_neighbours: tuple[SeaNeighbour, ...] = ()
    codes: tuple[Code, ...] = ()

    def office(self, day: str | None) -> Office | None:
        """The office held on a day; the last one listed wins, for it is the one given up last."""
        held = [o for o in self.offices if o.held(day)]
        return max(held, key=lambda o: o.start or "") if held else None


class Name(msgspec.Struct, frozen=True, rename={"requires": "with", "start": "from", "end": "to"}):
    """A name and the entity it leads to, with the conditions under which it does."""

    name: str
    entity: str
    kind: str
    weak: bool = False
    requires: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None


class Title(msgspec.Struct, frozen=True):
    """A title that one state or organisation gives an office."""

    title: str
    owner: str
    role: str
    actor: str
    sector: str


class Table(msgspec.Struct, frozen=True):
    """The compiled actors."""

    entities: dict[str, Entity]
    names: tuple[Name, ...]
    titles: tuple[Title, ...] = ()


class Blocks(msgspec.Struct, frozen=True):
    """Phrases that contain a listed name and denote no actor: "South China Sea"."""

    blocks: tuple[str, ...]


class Honorifics(msgspec.Struct, frozen=True):
    """The titles that stand before a name, of `lexicon/en/roles.yaml`."""

    honorifics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A listed name at the words `first … last` (inclusive) and what it may denote, likeliest first."""

    first: int
    last: int
    names: tuple[Name, ...]
    entity: Entity

    @property
    def name(self) -> Name:
        return self.names[0]


class Gazetteer:
    """All listed names by their first piece."""

    def __init__(self, table: Table, blocks: tuple[str, ...] = (), titles: frozenset[str] = frozenset()) -> None:
        self.entities, self._titles = table.entities, titles
        self._families = Counter(n.name for n in table.names if n.kind == "family")
        self._index: dict[str, dict[tuple[str, ...], list[Name]]] = {}
        for name in (*table.names, *(Name(b, "", "block") for b in blocks)):
            key = tuple(PIECE.findall(name.name.replace("’", "'")))
            if key:
                self._index.setdefault(key[0], {}).setdefault(key, []).append(name)
        self._lengths = {first: sorted({len(k) for k in keys}, reverse=True) for first, keys in self._index.items()}

    def find(self, parse: Parse) -> list[Match]:
        """The names of a document, resolved by its date and by what else it names."""
        candidates = list(self._candidates(parse))
        seen: Counter[str | None] = Counter(
            n.entity for _, _, names in candidates for n in names if not n.weak and n.kind != "family"
        )
        seen.update(
            e.country
            for _, _, names in candidates
            for n in names
            if (e := self.entities.get(n.entity)) and n.kind == "name" and e.country and e.country != n.entity
        )
        chosen = (self._choose(parse, first, last, names, seen) for first, last, names in candidates)
        return [match for match in chosen if match]

    def _candidates(self, parse: Parse) -> Iterator[tuple[int, int, list[Name]]]:
        pieces = [(p, w.i) for w in parse.words for p in PIECE.findall(w.text.replace("’", "'"))]
        at = 0
        while at < len(pieces):
            found = self._longest(pieces, at)
            if found is None:
                at += 1
                continue
            length, names = found
            if all(n.kind != "block" for n in names):
                yield pieces[at][1], pieces[at + length - 1][1], names
            at += length

    def _longest(self, pieces: list[tuple[str, int]], at: int) -> tuple[int, list[Name]] | None:
        if at and pieces[at - 1][1] == pieces[at][1]:
            return None
        for upper in (False, True):
            first = self._cased(pieces[at][0], upper)
            for length in self._lengths.get(first, ()):
                key = tuple(self._cased(p, upper) for p, _ in pieces[at : at + length])
                names = self._index[first].get(key)
                end = at + len(key)
                whole = end >= len(pieces) or pieces[end][1] != pieces[end - 1][1]
                if names and whole:
                    return len(key), names
        return None

    @staticmethod
    def _cased(piece: str, upper: bool) -> str:
        """MOSCOW as Moscow, on the second try."""
        return piece.capitalize() if upper and len(piece) > 3 and piece.isupper() else piece

    def _choose(
        self, parse: Parse, first: int, last: int, names: list[Name], seen: Counter[str | None]
    ) -> Match | None:
        day = parse.document.published
        able = [n for n in names if self._allowed(parse, first, last, n, seen, day)]
        if not able:
            return None
        ranked = sorted(able, key=lambda n: (ORDER.index(n.kind), n.weak, -self._fit(n, seen, day)))
        return Match(first, last, tuple(ranked), self.entities[ranked[0].entity])

    def _fit(self, name: Name, seen: Counter[str | None], day: str | None) -> float:
        entity = self.entities[name.entity]
        dated = 1 if entity.kind == "person" and entity.office(day) else 0
        current = 1 if (entity.start or "") <= (day or "") <= (entity.end or "9999") else 0
        return seen[name.entity] + seen[entity.country] + 5 * dated + 3 * current

    def _allowed(
        self, parse: Parse, first: int, last: int, name: Name, seen: Counter[str | None], day: str | None
    ) -> bool:
        before = parse.words[first - 1].text if first else ""
        after = parse.words[last + 1].text if last + 1 < len(parse.words) else ""
        if before in name.not_after or after in name.not_before:
            return False
        if day and not ((name.start or "") <= day <= (name.end or "9999")):
            return False
        if name.kind == "family":
            return self._family(parse, first, name, seen, day)
        if name.requires:
            return self._beside(parse, first, name.requires)
        if name.weak and name.kind in ("name", "short"):
            return self._weak(parse, first, name, before, after, seen)
        return True

    def _beside(self, parse: Parse, first: int, requires: tuple[str, ...]) -> bool:
        """Whether the sentence has one of the words, or runs of words, that an ambiguous name needs."""
        part = parse.sentences[parse.words[first].sentence]
        text = " " + " ".join(w.text for w in parse.words[part.first : part.last]) + " "
        return any(f" {w} " in text or f" {w.lower()} " in text for w in requires)

    def _family(self, parse: Parse, first: int, name: Name, seen: Counter[str | None], day: str | None) -> bool:
        """A bare family name: of someone named in full here, or in office and of a state in view or alone so named."""
        word = parse.words[first]
        if word.pos != "PROPN" or word.name.endswith(("LOC", "ORG")) or self._within_a_name(parse, first):
            return False
        entity = self.entities[name.entity]
        if seen[name.entity]:
            return True
        return entity.office(day) is not None and (bool(seen[entity.country]) or self._families[name.name] == 1)

    def _within_a_name(self, parse: Parse, i: int) -> bool:
        """Whether another proper noun that is no title stands right beside: "Lake Champlain", "Abdul Hamid"."""
        for w in (i - 1, i + 1):
            if not 0 <= w < len(parse.words) or parse.words[w].sentence != parse.words[i].sentence:
                continue
            beside = parse.words[w]
            if beside.pos == "PROPN" and beside.name.endswith("PER") and beside.lower.rstrip(".") not in self._titles:
                return True
        return False

    def _weak(self, parse: Parse, first: int, name: Name, before: str, after: str, seen: Counter[str | None]) -> bool:
        """An ambiguous name: not within a person's name, and not a generic noun ("the bloc")."""
        entity = self.entities[name.entity]
        if name.kind == "short":
            return bool(seen[name.entity])
        beside = parse.words[max(0, first - 1) : first] + parse.words[first + 1 : first + 2]
        if parse.words[first].name.endswith("PER") and any(w.name.endswith("PER") for w in beside):
            return False
        if entity.kind != "country" or seen[name.entity]:
            return bool(seen[name.entity]) or bool(entity.country and seen[entity.country])
        # "Georgia", "Jordan": the state if the text names it otherwise or a neighbour, or nothing speaks against it
        return any(seen[n] for n in entity.neighbours) or (parse.words[first].name != "O" and not seen["USA"])


@per_lexicon
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    titles = frozenset(w for h in load("en/roles", Honorifics).honorifics for w in h.split())
    return Gazetteer(load("actors", Table), load("en/names", Blocks).blocks, titles)
