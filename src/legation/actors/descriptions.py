"""Definite descriptions: "the two countries", "the Russian agency", "his Iranian counterpart", "the latter"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from legation.actors.phrases import Phrase, RoleMatch
from legation.actors.roles import christened, same_office
from legation.actors.vocabulary import Body, Person, Reference, endings
from legation.language.parse import Parse
from legation.language.reference import table
from legation.records import ActorRef

if TYPE_CHECKING:
    from legation.actors.reference import References
    from legation.actors.resolver import Actors

Refs = tuple[ActorRef, ...]
Resolve = Callable[[Phrase, Reference], Refs]


class Descriptions:
    """The definite descriptions of one parse, by what they denote."""

    def __init__(self, parse: Parse, actors: Actors, references: References) -> None:
        self.parse, self.actors, self.references = parse, actors, references
        self._by_kind: dict[str, Resolve] = {
            "pair": self._pair,
            "set": self._set,
            "states": self._states,
            "member": self._member,
            "country": self._country,
            "ally": self._ally,
            "neighbour": self._neighbour,
            "media": self._medium,
            "organisation": self._listed,
            "group": self._listed,
            "body": self._body,
            "person": self._holder,
            "persons": self._persons,
            "counterpart": self._counterpart,
        }

    def resolve(self, found: Phrase) -> Refs:
        """The actors that a definite description stands for; empty where the phrase is none or nobody is in view."""
        entry = self._entry(found)
        if entry is None or entry.denotes not in self._by_kind:
            return ()
        if any(m.entity.kind in ("person", "medium") for m in found.matches):
            return ()
        refs = self._by_kind[entry.denotes](found, entry)
        return self.references.shown(refs, found.head, "definite", self.actors.span(found))

    def _entry(self, found: Phrase) -> Reference | None:
        words, known = self.words(found), self.references.table
        if not words or words[-1] not in endings():
            return None
        return next((known[key] for key in self._keys(words) if key in known), None)

    def words(self, found: Phrase) -> list[str]:
        """The words of the phrase with its determiners, lower case."""
        parse = self.parse
        determiners = [c for c in parse.children(found.head, "det", "advmod") if c < found.head]
        fixed = parse.children(found.head, "fixed")  # "each other"
        own = (parse.words[w] for w in sorted({*determiners, *fixed, *found.words}))
        return [w.lower for w in own if w.pos != "PUNCT"]

    def _keys(self, words: list[str]) -> Iterator[str]:
        """The whole phrase, then without what stands between its first and last word, then the last words alone."""
        yield " ".join(words)
        yield " ".join(w for w in words if w in table().kept or w == words[-1])
        yield words[-1]

    # --- several

    def _pair(self, found: Phrase, entry: Reference) -> Refs:
        if self.actors.owners(found) and not self.references.two(self.words(found)):
            return ()
        if any(self.actors.resolve(c) for c in self.parse.conjuncts(found.head) if c != found.head):
            return ()  # "between Iran and the remaining parties"
        if entry.joint and (inner := self._inner(found.head)) is not None:
            return inner
        joint = entry.joint and self.references.joint(found.head)
        states = joint or self.references.pair(found.head, states=entry.states)
        if entry.role is None:
            return states
        return tuple(msgspec.structs.replace(s, actor=f"{s.actor}.GOV", sector="GOV", role=entry.role) for s in states)

    def _inner(self, i: int) -> Refs | None:
        """ "the government and the opposition": the two sides within a state, if these were named together last.

        Empty where the text does not say whose they are, None where no such two are spoken of.
        """
        for head in sorted(self.references.candidates(i, 1), reverse=True):
            two = self.parse.conjuncts(head)
            if len(two) == 2 and max(two) < i:
                roles = [self.actors.phrases.at(c).role for c in two]
                inner = all(r is not None and isinstance(r.role, Body) for r in roles)
                refs = self.actors.refs(head) if inner else ()
                return (refs if len({r.actor for r in refs}) == 2 else ()) if inner else None
        return None

    def _set(self, found: Phrase, entry: Reference) -> Refs:
        """ "the three countries": the last stretch that names three."""
        return tuple(self.references.state(c, found.head) for c in self.references.view(found.head, 3))

    def _states(self, found: Phrase, entry: Reference) -> Refs:
        """ "the two Koreas": states that share a name."""
        return tuple(self.references.state(c, found.head) for c in entry.countries)

    def _member(self, found: Phrase, entry: Reference) -> Refs:
        """ "the former", "the latter": of the two last coordinated or in view."""
        pair = self.references.coordinated(found.head) or self.references.pair(found.head, back=1, whole=False)
        return (pair[0 if entry.role == "first" else 1],) if len(pair) == 2 else ()

    def _persons(self, found: Phrase, entry: Reference) -> Refs:
        """ "the two men", "the ministers": the persons last named together."""
        refs = self.references.antecedents.refs(found.head) or self.references.coordinated(found.head)
        several = len(refs) == 2 if self.references.two(self.words(found)) else len(refs) > 1
        return refs if several and all(self._personal(r) for r in refs) else ()

    def _personal(self, ref: ActorRef) -> bool:
        entity = self.actors.gazetteer.entities.get(ref.actor or "")
        return ref.role is not None or (entity is not None and entity.kind == "person")

    # --- one state

    def _country(self, found: Phrase, entry: Reference) -> Refs:
        """ "the country", "the kingdom": the nearest state, of those that are called so."""
        if found.matches or found.possessors or found.of:
            return ()

        def accept(head: int, refs: Refs) -> bool:
            state = len(refs) == 1 and refs[0].role is None and refs[0].country is not None
            return (
                state and refs[0].actor == refs[0].country and refs[0].country in (entry.countries or (refs[0].actor,))
            )

        named = self.references.nearest(found.head, accept)
        only = entry.countries if len(entry.countries) == 1 else self.references.last_named(found.head, entry.countries)
        return named or tuple(self.references.state(c, found.head) for c in only)

    def _ally(self, found: Phrase, entry: Reference) -> Refs:
        """ "its main ally": the other state of the pair in view, where the possessor is one of it."""
        owner = next((r.country for p in found.possessors for r in self.actors.resolve(p) if r.country), None)
        if owner is None or found.apposed:
            return ()
        others = [s for s in self.references.pair(found.head) if s.country != owner]
        return tuple(others) if len(others) == 1 else ()

    def _neighbour(self, found: Phrase, entry: Reference) -> Refs:
        """The one neighbour meant: across a sea that the sentence names, and of these the one spoken of most."""
        if self.parse.words[found.head].tag in ("NNS", "NNPS"):
            return ()
        owner = next((r for p in found.possessors for r in self.actors.resolve(p)), None)
        entity = self.actors.gazetteer.entities.get(owner.country or "") if owner else None
        if entity is None:
            return ()
        sentence = self.parse.sentences[self.parse.words[found.head].sentence]
        behind = self.parse.slice(self.parse.span((found.head, sentence.last - 1)))
        over_sea = [n.country for n in entity.sea_neighbours if n.sea in behind]
        able = set(over_sea or entity.neighbours)
        named = [(m.first, c) for m in self.actors.matches if (c := m.entity.country) is not None and c in able]
        before = Counter(c for first, c in named if first < found.head) or Counter(c for _, c in named)
        most = [c for c, n in before.items() if n == max(before.values())]
        return (self.references.state(most[0], found.head),) if len(most) == 1 else ()

    # --- bodies

    def _medium(self, found: Phrase, entry: Reference) -> Refs:
        """The last medium named before, of the country that the phrase names, if it names one."""
        owners = {o.id for o in self.actors.owners(found)}
        able = [
            m
            for m in self.actors.matches
            if m.last < found.head and m.entity.kind == "medium" and (not owners or m.entity.country in owners)
        ]
        sentence = self.parse.words[able[-1].last].sentence if able else -1
        several = [m for m in able if self.parse.words[m.last].sentence == sentence]
        chosen = several if entry.number == "plural" else able[-1:]
        return tuple(r for m in chosen for r in self.actors.resolve(m.last) or self.actors.resolve(m.first))

    def _listed(self, found: Phrase, entry: Reference) -> Refs:
        """ "the bloc", "the group": the last organisation, or group, named before."""
        words = self.parse.words
        whose = any(words[w].text[:1].isupper() for w in found.words if w != found.head)  # "the Kurdish militia"
        if self.actors.owners(found) or (whose and not words[found.head].text[:1].isupper()):
            return ()
        for match in reversed(self.actors.matches):
            known = match.last < found.head and match.entity.kind == entry.denotes
            if known and (entry.sector or match.entity.sector) == match.entity.sector:  # "the terrorist group"
                return self.actors.resolve(match.last)
        return ()

    def _body(self, found: Phrase, entry: Reference) -> Refs:
        """ "the ministry", "the embassy": the body last named by the same word."""
        if found.matches or found.possessors or found.of:
            return ()
        refs = self.references.antecedents.refs(found.head)
        return refs if len(refs) == 1 and refs[0].role is None else ()

    # --- persons

    def _holder(self, found: Phrase, entry: Reference) -> Refs:
        """ "the minister": whom the text has called so, else the last person whose role ends so."""
        if found.matches or found.possessors or found.of:
            return ()
        told = self.references.antecedents.refs(found.head, lambda _, refs: len(refs) == 1 and self._personal(refs[0]))
        word = self.parse.words[found.head].lower
        refs = told or self.references.nearest(
            found.head,
            lambda _, refs: len(refs) == 1 and refs[0].actor is not None and (refs[0].role or "").endswith(word),
        )
        return christened(self.actors, refs[0], found) if len(refs) == 1 else refs

    def _counterpart(self, found: Phrase, entry: Reference) -> Refs:
        """The same office as the person spoken of before, of each state that the phrase names."""
        own = [r for p in found.possessors for r in self.actors.resolve(p)]
        his = len(own) == 1 and self._personal(own[0])
        owners = self.actors.owners(msgspec.structs.replace(found, possessors=()) if his else found)
        abroad = {o.country for o in owners}
        if not his or own[0].country in abroad:
            own = list(
                self.references.nearest(
                    found.head,
                    lambda _, refs: len(refs) == 1 and self._personal(refs[0]) and refs[0].country not in abroad,
                )
            )
        alone = len(owners) == 1
        return tuple(same_office(self.actors, o, own[0], found, alone=alone) for o in owners) if own else ()

    def _the_two(self, found: Phrase) -> bool:
        """ "the two officials", "both officials"; "killed two officers" tells of anybody."""
        words, known = set(self.words(found)), table().determiners
        definite = known["the"] | known["this"] | known["plural"]
        return self.references.two(self.words(found)) and bool(definite & words or found.possessors)

    def role(self, found: Phrase, match: RoleMatch) -> Refs:
        """A role with no owner: the last person of that role, or the pair's two holders for "the two presidents"."""
        role = match.role.role if isinstance(match.role, Person) else None
        suffix = match.role.body or match.role.sector if isinstance(match.role, Person) else match.role.suffix
        span, entry = self.actors.span(found), self._entry(found)
        if entry is not None and entry.denotes == "persons":
            return ()
        if self._the_two(found):
            if found.possessors:  # "the two countries' armies", of whom the countries are not known
                return ()
            persons = self.references.coordinated(found.head)
            if len(persons) == 2 and all(self._personal(r) for r in persons):  # "Dempsey and Hagel … both officials"
                return self.references.shown(persons, found.head, "definite", span)
            refs = tuple(
                msgspec.structs.replace(s, actor=f"{s.actor}.{suffix}", sector=match.role.sector, role=role)
                for s in self.references.joint(found.head) or self.references.pair(found.head)
                if s.country  # an organisation has no foreign ministers
            )
            return self.references.shown(refs if len(refs) == 2 else (), found.head, "definite", span)
        definite = bool(table().determiners["the"] & set(self.words(found)))
        if role is None or not (definite or self._title(found, match)):
            return ()
        refs = self.references.nearest(
            found.head, lambda _, refs: len(refs) == 1 and self._bears(refs[0], role, definite)
        )
        shown = self.references.shown(refs, found.head, "definite", span)
        return christened(self.actors, shown[0], found, match) if len(shown) == 1 else shown

    def _title(self, found: Phrase, match: RoleMatch) -> bool:
        """ "Ambassador Anna Berg": a title before a name."""
        words = self.parse.words
        return words[found.head].pos == "PROPN" and match.last < found.head and words[match.first].text[:1].isupper()

    def _bears(self, ref: ActorRef, role: str, definite: bool) -> bool:
        """Whether somebody spoken of before bears the role; whom a title names anew had no name before."""
        return (ref.role or "").endswith(role) and (definite or not ref.name)
