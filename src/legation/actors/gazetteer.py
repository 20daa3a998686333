"""Names in the text: the longest listed name at each word, with the entities it may denote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from copy import copy
from dataclasses import dataclass

import msgspec

from legation.actors.beside import anothers, beside, closes, part_of_a_name, text, within_a_name
from legation.actors.learned import learned_table
from legation.actors.misnomers import made, misnomer
from legation.actors.pieces import LONGEST, PIECE, cased, cut, middle_initial
from legation.actors.register import Register
from legation.actors.vocabulary import rulers
from legation.language.parse import Parse
from legation.lexicon import load, per_lexicon
from legation.lexicon.entities import ActorTable, Entity, Name, actor_table

# What a name is taken for first where it may be several things.
ORDER = ("block", "name", "metonym", "demonym", "capital", "place", "short", "family")


class Blocks(msgspec.Struct, frozen=True):
    """Phrases that contain a listed name and denote no actor: "South China Sea"."""

    blocks: tuple[str, ...]


class Honorifics(msgspec.Struct, frozen=True):
    """The titles that stand before a name, of `lexicon/en/roles.yaml`."""

    honorifics: tuple[str, ...]


class Match(msgspec.Struct, frozen=True):
    """A listed name at the words `first … last` (inclusive) and what it may denote, likeliest first."""

    first: int
    last: int
    names: tuple[Name, ...]
    entity: Entity

    @property
    def name(self) -> Name:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Torn:
    """A name at the words `first … last` that may mean several persons, of whom the register knows at least one."""

    first: int
    last: int
    entities: tuple[Entity, ...]


class Gazetteer:
    """All listed names by their pieces, and those that a register adds (`learned` are its entities)."""

    def __init__(self, table: ActorTable, blocks: tuple[str, ...] = (), titles: frozenset[str] = frozenset()) -> None:
        self.entities, self.titles = table.entities, titles
        self.learned: frozenset[str] = frozenset()
        self._names = table.names
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        self._bearers: dict[str, tuple[str, ...]] = {}
        self._index: dict[str, tuple[Name, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for name in (*table.names, *(Name(name=b, entity="", kind="block") for b in blocks)):
            self._add(name)

    def _add(self, name: Name) -> None:
        """Under its pieces; their number is kept by the first piece, the largest first."""
        pieces = cut(name.name)
        if not pieces:
            return
        key, lengths = " ".join(pieces), self._lengths.get(pieces[0], ())
        if name.kind == "family":
            self._bearers[name.name] = (*self._bearers.get(name.name, ()), name.entity)
        known = self._index.get(key)
        self._index[key] = (*known, name) if known else (name,)
        if len(pieces) not in lengths:
            self._lengths[pieces[0]] = tuple(sorted((*lengths, len(pieces)), reverse=True))

    def with_learned(self, table: ActorTable) -> Gazetteer:
        """The same names and those of a register."""
        more = copy(self)
        more.entities, more._names = {**self.entities, **table.entities}, (*self._names, *table.names)
        more.learned = frozenset(id for id in table.entities if id not in self.entities)
        more._index, more._lengths, more._words = dict(self._index), dict(self._lengths), defaultdict(set)
        more._bearers = dict(self._bearers)
        for name in table.names:
            more._add(name)
        return more

    def is_person(self, id: str | None) -> bool:
        """Whether an id is that of a person, listed or learned."""
        return id in self.entities and self.entities[id].kind == "person"

    def words_of(self, id: str) -> Set[str]:
        """The words of all names of an entity."""
        if not self._words:
            for name in self._names:
                self._words[name.entity].update(name.name.split())
        return self._words.get(id, set())

    def titled(self, name: str, day: str | None) -> Entity | None:
        """The entity that a name alone leads to on a day, with or without its article."""
        plain = name.removeprefix("The ").removeprefix("the ")
        listed = (
            *self._index.get(" ".join(PIECE.findall(name)), ()),
            *self._index.get(" ".join(PIECE.findall(plain)), ()),
        )
        found = {n.entity for n in listed if n.kind in ("name", "metonym") and n.held(day)}
        return self.entities[found.pop()] if len(found) == 1 else None

    def named(self, name: str, kinds: frozenset[str], owner: str) -> Entity | None:
        """The one listed entity of such kinds and such an owner (a state or organisation) that bears a name."""
        listed = self._index.get(" ".join(cut(name)), ())
        found = {n.entity: self.entities[n.entity] for n in listed if n.kind == "name"}
        able = [e for e in found.values() if e.kind in kinds and owner in (e.country, *e.id.split(".", 1)[:1])]
        able = [e for e in able if e.id not in self.learned]
        return able[0] if len(able) == 1 else None

    def state(self, name: str, *kinds: str) -> str | None:
        """The one state that a name of such kinds stands for: "Moldovan" as a demonym, "Oslo" as a capital."""
        found = {self.entities[n.entity].country for n in self._index.get(name, ()) if n.kind in kinds}
        return found.pop() if len(found) == 1 else None

    def find(self, parse: Parse) -> tuple[list[Match], list[Torn]]:
        """The names of a document, resolved by its date and by what else it names; those left open for two persons."""
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
        chosen = [self._choose(parse, first, last, names, seen) for first, last, names in candidates]
        return [c for c in chosen if isinstance(c, Match)], [c for c in chosen if isinstance(c, Torn)]

    def _candidates(self, parse: Parse) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        pieces = [(p, w.i) for w in parse.words for p in cut(w.text)]
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

    def _longest(self, pieces: list[tuple[str, int]], at: int) -> tuple[int, tuple[Name, ...]] | None:
        """How many pieces from one on are a name, and what it may name."""
        piece = pieces[at][0]
        opens = piece in self._lengths or cased(piece, True) in self._lengths
        if not opens or (at and pieces[at - 1][1] == pieces[at][1]):
            return None
        initial = middle_initial(pieces, at)
        if initial and (found := self._listed([pieces[at], *pieces[at + 1 + initial : at + LONGEST]], 0)):
            persons = tuple(n for n in found[1] if self.is_person(n.entity))
            if found[0] > 1 and persons:
                return found[0] + initial, persons
        return self._listed(pieces, at)

    def _listed(self, pieces: list[tuple[str, int]], at: int) -> tuple[int, tuple[Name, ...]] | None:
        for upper in (False, True):
            first = cased(pieces[at][0], upper)
            for length in self._lengths.get(first, ()):
                end = at + length
                names = self._index.get(" ".join(cased(p, upper) for p, _ in pieces[at:end]))
                whole = end >= len(pieces) or pieces[end][1] != pieces[end - 1][1]
                if names and whole and end <= len(pieces):
                    return length, names
        return None

    def _choose(
        self, parse: Parse, first: int, last: int, names: tuple[Name, ...], seen: Counter[str | None]
    ) -> Match | Torn | None:
        day = parse.document.published
        able = [n for n in names if self._allowed(parse, first, last, n, seen, day)]
        if not able:
            return None
        ranked = sorted(able, key=lambda n: (not n.requires, ORDER.index(n.kind), n.weak, -self._fit(n, seen, day)))
        if self.learned and ranked[0].kind == "family" and (rivals := self._rivals(ranked, seen)):
            return Torn(first, last, rivals)
        return Match(first, last, tuple(ranked), self.entities[ranked[0].entity])

    def _rivals(self, ranked: Sequence[Name], seen: Counter[str | None]) -> tuple[Entity, ...]:
        """The persons of one family name between whom nothing decides; none where the list alone knows them.

        Who is named in full decides, then whose country is in view.
        """
        persons = {n.entity: self.entities[n.entity] for n in ranked if n.kind == "family"}
        persons = {id: e for id, e in persons.items() if seen[id]} or persons
        persons = {id: e for id, e in persons.items() if seen[e.country]} or persons
        return tuple(persons.values()) if len(persons) > 1 and not self.learned.isdisjoint(persons) else ()

    def _fit(self, name: Name, seen: Counter[str | None], day: str | None) -> float:
        entity = self.entities[name.entity]
        dated = 1 if entity.kind == "person" and entity.office(day) else 0
        current = 1 if (entity.start or "") <= (day or "") <= (entity.end or "9999") else 0
        return seen[name.entity] + seen[entity.country] + 5 * dated + 3 * current

    def _allowed(
        self, parse: Parse, first: int, last: int, name: Name, seen: Counter[str | None], day: str | None
    ) -> bool:
        before, after = text(parse, first - 1), text(parse, last + 1)
        if before in name.not_after or after in name.not_before or (name.after and before not in name.after):
            return False
        if misnomer(parse, first, last, name, self.entities[name.entity]):
            return False
        if day and not ((name.start or "") <= day <= (name.end or "9999")):
            return False
        if (name.without and beside(parse, first, name.without)) or self._abroad(parse, last, name, seen):
            return False
        if name.kind == "family":
            return self._family(parse, first, name, seen, day)
        if name.requires:
            return beside(parse, first, name.requires)
        if name.weak and name.kind in ("name", "short"):
            return self._weak(parse, first, name, before, after, seen)
        return True

    def _abroad(self, parse: Parse, last: int, name: Name, seen: Counter[str | None]) -> bool:
        """A town of the same name in another state ("Valencia, Venezuela,"), or in a text in capitals ("CANTON")."""
        country = self.entities[name.entity].country
        if name.kind == "place" and parse.words[last].text.isupper() and not name.name.isupper():
            return not seen[country]
        if name.kind not in ("place", "capital") or text(parse, last + 1) != ",":
            return False
        length, names = self._longest([(w.text, w.i) for w in parse.words[last + 2 : last + 8]], 0) or (0, ())
        states = {n.entity for n in names if n.kind == "name" and self.entities[n.entity].kind == "country"}
        return (
            bool(states) and country not in states and closes(parse, last + 2 + length, listed=name.kind == "capital")
        )

    def _family(self, parse: Parse, first: int, name: Name, seen: Counter[str | None], day: str | None) -> bool:
        """A bare family name: of someone named in full here, or in office and of a state in view or alone so named.

        None is the month ("in May"), a title with its land ("the Shah of Iran"), or part of another name. Of what was
        tagged as a place or body it must be said whose it is.
        """
        word = parse.words[first]
        titled = text(parse, first + 1) == "of" and parse.words[first + 2].head == first
        ruled = text(parse, first + 1) in rulers()  # "the Maduro government" is no name of a body
        if word.pos != "PROPN" or titled or first in parse.time_words or within_a_name(parse, first, self.titles):
            return False
        thing = word.name.endswith(("LOC", "ORG")) and not ruled
        if (thing and part_of_a_name(parse, first)) or made(parse, first):
            return False
        entity = self.entities[name.entity]
        if seen[name.entity]:
            return True
        if entity.office(day) is None or seen[entity.country]:
            return entity.office(day) is not None
        known = self.words_of(name.entity)
        return not thing and self._alone(name, day) and not anothers(parse, first, known, self._bearers)

    def _alone(self, name: Name, day: str | None) -> bool:
        """Whether nobody else of that family name holds an office on the day; a listed person knows the list alone."""
        others = (id for id in self._bearers[name.name] if id != name.entity)
        known = (id for id in others if name.entity in self.learned or id not in self.learned)
        return all(self.entities[id].office(day) is None for id in known)

    def _weak(self, parse: Parse, first: int, name: Name, before: str, after: str, seen: Counter[str | None]) -> bool:
        """An ambiguous name: not within a person's name, and not a generic noun ("the bloc")."""
        entity = self.entities[name.entity]
        if name.kind == "short":
            return bool(seen[name.entity])
        beside = parse.words[max(0, first - 1) : first] + parse.words[first + 1 : first + 2]
        beside = tuple(w for w in beside if w.name.endswith("PER") and w.lower.rstrip(".") not in self.titles)
        if parse.words[first].name.endswith("PER") and beside:
            return False
        if entity.kind != "country" or seen[name.entity]:
            return bool(seen[name.entity]) or bool(entity.country and seen[entity.country])
        # "Georgia", "Jordan": the state if the text names it otherwise or a neighbour, or nothing speaks against it
        return any(seen[n] for n in entity.neighbours) or (parse.words[first].name != "O" and not seen["USA"])


@per_lexicon
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    titles = frozenset(w for h in load("en/roles", Honorifics).honorifics for w in h.split())
    return Gazetteer(actor_table(), load("en/names", Blocks).blocks, titles)


@per_lexicon
def gazetteer_with(register: Register) -> Gazetteer:
    """The listed names and those that a register adds, made once for each register."""
    return gazetteer().with_learned(learned_table(register))
