"""References back: pronouns, "the two countries", "the Russian agency", "his Iranian counterpart".

Candidates are looked for in the same sentence, then up to four sentences back, subjects first. Nothing is
resolved where no candidate agrees in number, gender and kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from legation.actors.phrases import Phrase, RoleMatch
from legation.actors.roles import same_office
from legation.actors.vocabulary import Person, Reference
from legation.language.parse import Parse
from legation.language.tables import frame_tables
from legation.lexicon import load
from legation.records import ActorRef, Span, Via

if TYPE_CHECKING:
    from legation.actors.resolver import Actors

WINDOW = 4
Accept = Callable[[int, tuple[ActorRef, ...]], bool]


@lru_cache(maxsize=1)
def references() -> dict[str, Reference]:
    """Lower-case words of a reference → its entry."""
    return {word: entry for entry in load("en/reference", tuple[Reference, ...]) for word in entry.forms()}


class References:
    """The references of one parse."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self.parse, self.actors = parse, actors
        self._table = references()

    # --- pronouns

    def pronoun(self, i: int) -> tuple[ActorRef, ...]:
        """What a pronoun stands for; empty where nothing agrees with it."""
        word = self.parse.words[i]
        if word.lower in frame_tables().relative:
            return self._relative(i)
        entry = self._table.get(word.lower)
        if entry is None or entry.denotes in ("speaker", "addressee"):
            return ()
        if entry.denotes == "pair" or entry.number == "plural":
            return self._as(self._plural(i), i, "pronoun")
        if entry.denotes == "country" and word.dep not in ("nsubj", "nsubj:pass", "nmod:poss", "nsubj:outer"):
            return ()  # an "it" that is acted on is as often a deed or a thing
        accept = self._is_person(entry.gender) if entry.denotes == "person" else self._is_state
        return self._as(self._nearest(i, accept), i, "pronoun")

    def _relative(self, i: int) -> tuple[ActorRef, ...]:
        clause = next((a for a in self.parse.ancestors(i) if self.parse.words[a].dep == "acl:relcl"), None)
        return self._as(self.actors.resolve(self.parse.words[clause].head), i, "pronoun") if clause is not None else ()

    def _as(self, refs: tuple[ActorRef, ...], i: int, via: Via, span: Span | None = None) -> tuple[ActorRef, ...]:
        """The same actors, shown by other words."""
        where = span or self.parse.span([i])
        return tuple(msgspec.structs.replace(r, text=self.parse.slice(where), span=where, via=via) for r in refs)

    def _nearest(self, i: int, accept: Accept) -> tuple[ActorRef, ...]:
        for head in self._candidates(i):
            refs = self.actors.resolve(head)
            if refs and accept(head, refs):
                return refs
        return ()

    def _candidates(self, i: int) -> Iterator[int]:
        """Heads before word `i`, likeliest first: possessives look in their own sentence, the rest for subjects."""
        own = self.parse.words[i].sentence
        ranked = [
            (self._rank(w, own, i), w) for s in range(own, max(-1, own - WINDOW - 1), -1) for w in self._heads(s, i)
        ]
        yield from (w for _, w in sorted(ranked))

    def _heads(self, sentence: int, i: int) -> list[int]:
        part, words = self.parse.sentences[sentence], self.parse.words
        return [
            w
            for w in range(part.first, min(part.last, i))
            if words[w].pos in ("NOUN", "PROPN") and words[w].dep not in ("compound", "flat")
        ]

    def _rank(self, w: int, own: int, i: int) -> tuple[float, int]:
        """Sentences back, objects further than subjects; then the nearest of the own sentence, the first of others."""
        back = own - self.parse.words[w].sentence
        possessive = self.parse.words[i].dep == "nmod:poss"
        penalty = 0.0 if self._subject(w) else (0.5 if possessive else 1.5)
        return back + penalty, (w if back else -w)

    def _subject(self, i: int) -> bool:
        return self.parse.words[i].dep.split(":")[0] == "nsubj"

    def _is_person(self, gender: str | None) -> Accept:
        def accept(head: int, refs: tuple[ActorRef, ...]) -> bool:
            entity = self.actors.gazetteer.entities.get(refs[0].actor or "")
            personal = (entity is not None and entity.kind == "person") or (refs[0].role is not None)
            known = entity.gender if entity is not None else None
            return (
                len(refs) == 1
                and personal
                and not (gender and known and gender != known)
                and self.parse.words[head].tag not in ("NNS", "NNPS")
            )

        return accept

    def _is_state(self, head: int, refs: tuple[ActorRef, ...]) -> bool:
        entity = self.actors.gazetteer.entities.get(refs[0].actor or "")
        return (
            len(refs) == 1
            and refs[0].role is None
            and not (entity is not None and entity.kind == "person")
            and refs[0].via != "definite"
        )

    def _plural(self, i: int) -> tuple[ActorRef, ...]:
        """The nearest coordinated actors, else the two that this sentence or the one before names."""
        for head in self._candidates(i):
            if self.parse.words[i].sentence - self.parse.words[head].sentence <= 1:
                refs = self.actors.refs(head)
                if len(refs) > 1:
                    return refs
        return self.pair(i, back=1, whole=False)

    # --- the pair in view

    def pair(self, i: int, back: int = WINDOW, *, whole: bool = True) -> tuple[ActorRef, ...]:
        """The two states in view at word `i`: of the nearest stretch before that names two, else the document's."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        stretches = [(sentence.first, i)]
        stretches += [(s.first, s.last) for s in reversed(self.parse.sentences[max(0, sentence.i - back) : sentence.i])]
        for first, last in stretches:
            found = self.actors.countries(first, last)
            if len(found) == 2:
                return tuple(self._state(c, i) for c in found)
        return tuple(self._state(c, i) for c in self.actors.dyad()) if whole else ()

    def _state(self, owner: str, i: int) -> ActorRef:
        entity = self.actors.gazetteer.entities.get(owner)
        span = self.parse.span([i])
        return ActorRef(
            text=self.parse.slice(span),
            span=span,
            actor=owner,
            country=entity.country if entity else None,
            sector=entity.sector if entity else None,
            name=entity.name if entity else None,
            via="definite",
        )

    # --- definite descriptions

    def description(self, found: Phrase) -> tuple[ActorRef, ...]:
        """ "the two countries", "both sides", "the country", "the agency", "its neighbour on the Caspian"."""
        words = self._words(found)
        entry = next((self._table[key] for key in self._keys(words) if key in self._table), None) if words else None
        if entry is None or any(m.entity.kind in ("person", "medium") for m in found.matches):
            return ()
        span = self.actors.span(found)
        resolver = {
            "pair": self._pair,
            "country": self._country,
            "media": self._medium,
            "neighbour": self._neighbour,
            "counterpart": self._counterpart,
            "organisation": self._listed,
            "group": self._listed,
            "person": self._holder,
        }
        if entry.denotes not in resolver:
            return ()
        return self._as(resolver[entry.denotes](found, entry), found.head, "definite", span)

    def _words(self, found: Phrase) -> list[str]:
        parse = self.parse
        determiners = [c for c in parse.children(found.head, "det", "advmod") if c < found.head]
        own = [w for w in (*determiners, *found.words) if parse.words[w].pos not in ("PUNCT",)]
        return [parse.words[w].lower for w in sorted(set(own))]

    def _keys(self, words: list[str]) -> Iterator[str]:
        """The whole phrase, then without what stands between its first and last word, then the last words alone."""
        yield " ".join(words)
        plain = [
            w for w in words if w in ("the", "both", "two", "these", "his", "her", "their", "its") or w == words[-1]
        ]
        yield " ".join(plain)
        yield words[-1]

    def _pair(self, found: Phrase, entry: Reference) -> tuple[ActorRef, ...]:
        if self.actors.owners(found) and not self._two(found):
            return ()
        states = self.pair(found.head)
        if entry.role is None:
            return states
        return tuple(msgspec.structs.replace(s, actor=f"{s.actor}.GOV", sector="GOV", role=entry.role) for s in states)

    def _two(self, found: Phrase) -> bool:
        return any(w in ("two", "both") for w in self._words(found))

    def _country(self, found: Phrase, entry: Reference) -> tuple[ActorRef, ...]:
        """ "the country", "the kingdom": the nearest state, of those that are called so."""
        if found.matches or found.possessors:
            return ()

        def accept(head: int, refs: tuple[ActorRef, ...]) -> bool:
            state = len(refs) == 1 and refs[0].role is None and refs[0].country is not None
            return (
                state and refs[0].actor == refs[0].country and refs[0].country in (entry.countries or (refs[0].actor,))
            )

        named = self._nearest(found.head, accept)
        return named or ((self._state(entry.countries[0], found.head),) if len(entry.countries) == 1 else ())

    def _medium(self, found: Phrase, entry: Reference) -> tuple[ActorRef, ...]:
        """The last medium named before, of the country that the phrase names, if it names one."""
        owners = {o.id for o in self.actors.owners(found)}
        for match in reversed(self.actors.matches):
            if (
                match.last < found.head
                and match.entity.kind == "medium"
                and (not owners or match.entity.country in owners)
            ):
                return self.actors.resolve(match.last) or self.actors.resolve(match.first)
        return ()

    def _listed(self, found: Phrase, entry: Reference) -> tuple[ActorRef, ...]:
        """ "the bloc", "the group": the last organisation, or group, named before."""
        if self.actors.owners(found):
            return ()
        for match in reversed(self.actors.matches):
            if match.last < found.head and match.entity.kind == entry.denotes:
                return self.actors.resolve(match.last)
        return ()

    def _holder(self, found: Phrase, entry: Reference) -> tuple[ActorRef, ...]:
        """ "the minister": the last person whose role ends so."""
        if found.matches or found.possessors or found.of:
            return ()
        word = self.parse.words[found.head].lower
        return self._nearest(
            found.head,
            lambda _, refs: len(refs) == 1 and refs[0].actor is not None and (refs[0].role or "").endswith(word),
        )

    def _neighbour(self, found: Phrase, entry: Reference) -> tuple[ActorRef, ...]:
        """The neighbour across a named sea, the one that the document speaks of most."""
        owner = next((r for p in found.possessors for r in self.actors.resolve(p)), None)
        entity = self.actors.gazetteer.entities.get(owner.country or "") if owner else None
        if entity is None:
            return ()
        words = {self.parse.words[w].text for w in self.parse.subtree(found.head)}
        over_sea = [n.country for n in entity.sea_neighbours if set(n.sea.split()) <= words]
        able = set(over_sea or entity.neighbours)
        named = Counter(c for m in self.actors.matches if (c := m.entity.country) is not None and c in able)
        return (self._state(named.most_common(1)[0][0], found.head),) if named else ()

    def _counterpart(self, found: Phrase, entry: Reference) -> tuple[ActorRef, ...]:
        """The same office as the person spoken of before, of the state that the phrase names."""
        owners = self.actors.owners(found)
        self_accept = self._is_person(None)
        model = self._nearest(
            found.head, lambda h, refs: self_accept(h, refs) and refs[0].country not in {o.country for o in owners}
        )
        if not owners or not model:
            return ()
        return (same_office(self.actors, owners[0], model[0], found),)

    def role(self, found: Phrase, match: RoleMatch) -> tuple[ActorRef, ...]:
        """A role with no owner: the last person of that role, or the pair's two holders for "the two presidents"."""
        role = match.role.role if isinstance(match.role, Person) else None
        suffix = match.role.body or match.role.sector if isinstance(match.role, Person) else match.role.suffix
        if self._two(found):
            states = self.pair(found.head)
            return self._as(
                tuple(
                    msgspec.structs.replace(s, actor=f"{s.actor}.{suffix}", sector=match.role.sector, role=role)
                    for s in states
                ),
                found.head,
                "definite",
                self.actors.span(found),
            )
        if role is None or "the" not in self._words(found):
            return ()
        found_refs = self._nearest(
            found.head, lambda _, refs: len(refs) == 1 and refs[0].role is not None and refs[0].role.endswith(role)
        )
        return self._as(found_refs, found.head, "definite", self.actors.span(found))
