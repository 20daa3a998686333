"""Who is meant: noun phrases, pronouns and definite descriptions of a parse → ActorRefs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

import msgspec

from legation.actors.decisions import decisions
from legation.actors.gazetteer import Match, gazetteer, gazetteer_with
from legation.actors.home import home, seat
from legation.actors.naming import another
from legation.actors.owners import VIA, Owner, owner_of
from legation.actors.phrases import Phrase, Phrases, another_than_owner, leading_role, ruling
from legation.actors.possession import owners
from legation.actors.prominence import Prominence
from legation.actors.reference import References
from legation.actors.register import Register
from legation.actors.roles import at_home, by_role
from legation.actors.vocabulary import Person
from legation.decisions import Decision
from legation.language.parse import Parse
from legation.lexicon.entities import Entity
from legation.lexicon.slugs import slug
from legation.records import ActorRef, Span, Via

HYPHENS = frozenset({"-", "–"})
IGO, SENT = "IGO.", frozenset({"GOV", "IGO"})
INNER = frozenset({"compound", "flat", "nmod:desc", "goeswith"})


def _body_apart(sender: Entity, person: Entity) -> bool:
    """An organisation of states that the person is not listed with."""
    return bool(person.country) and not sender.country and sender.id.startswith(IGO)


class Actors:
    """Resolves the mentions of one parse; every answer is kept, so asking twice costs nothing."""

    def __init__(self, parse: Parse, register: Register | None = None) -> None:
        self.parse, self.day = parse, parse.document.published
        self.gazetteer = gazetteer_with(register) if register else gazetteer()
        self.matches, self.torn = self.gazetteer.find(parse)
        self._firsts = [m.first for m in self.matches]
        self.by_word = {w: m for m in self.matches for w in range(m.first, m.last + 1)}
        self.phrases = Phrases(parse, self.by_word)
        self.references = References(parse, self)
        self._known: dict[int, tuple[ActorRef, ...]] = {}
        self._open: set[int] = set()

    # --- what coders ask

    def refs(self, i: int) -> tuple[ActorRef, ...]:
        """All actors of the phrase headed by word `i` and of what is coordinated with it, each once.

        A noun of a state stands for the state: "Russian warships", "Iran's ports".
        """
        found = [ref for c in self.parse.conjuncts(i) for ref in (self.resolve(c) or self.modified(c))]
        return tuple({(r.actor, r.name, r.span if r.actor is None else None): r for r in found}.values())

    def resolve(self, i: int) -> tuple[ActorRef, ...]:
        """The actors of the one phrase headed by word `i`; empty where it names none."""
        if i not in self._known:
            if i in self._open:
                return ()
            self._open.add(i)
            self._known[i] = self._resolve(i)
            self._open.discard(i)
        return self._known[i]

    def countries(self, first: int, last: int) -> list[str]:
        """The states (or organisations) that names between two words stand for, in order, each once."""
        inside = self.matches[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]
        owners = (self.owner(m) for m in inside if m.last < last and m.name.kind != "place")
        return list(dict.fromkeys(o.country or o.id for o in owners if o))

    def mentions(self) -> Iterator[ActorRef]:
        """Every resolved mention of the document, in the order of the text."""
        seen: set[tuple[Span, str]] = set()
        for i in self.heads():
            for ref in self.resolve(i):
                if ref.actor and (ref.span, ref.actor) not in seen:
                    seen.add((ref.span, ref.actor))
                    yield ref

    def decisions(self) -> tuple[Decision, ...]:
        """Why each pronoun was resolved or not, in the order of the text."""
        return tuple(decisions(self))

    def heads(self) -> Iterator[int]:
        """Words that head a noun phrase or are a pronoun, or a name inside another phrase."""
        for word in self.parse.words:
            match = self.by_word.get(word.i)
            heads = word.pos in ("NOUN", "PROPN", "PRON") and word.dep not in INNER
            if heads or (match is not None and match.last == word.i):
                yield word.i

    def unnamed(self, i: int) -> ActorRef:
        """A speaker without a resolution: the words of the phrase alone."""
        words = self.phrases.at(i)
        span = self.span(words)
        return ActorRef(text=self.parse.slice(span), span=span, role=self.parse.words[i].lemma)

    @cached_property
    def prominence(self) -> Prominence:
        """Which states the document is about."""
        return Prominence(self)

    @cached_property
    def home(self) -> str | None:
        """The state that publishes the document, where an office of its own does so."""
        return home(self.parse.document, self.gazetteer)

    @cached_property
    def seat(self) -> str | None:
        """The state whose capital the dateline gives, where the document names that state most."""
        named = Counter(o.country for m in self.matches if (o := self.owner(m)))
        return seat(self.parse.document, self.gazetteer, named)

    def owner(self, match: Match) -> Owner | None:
        """The state or organisation behind a name."""
        return owner_of(match)

    # --- one phrase

    def _resolve(self, i: int) -> tuple[ActorRef, ...]:
        word = self.parse.words[i]
        if word.pos == "PRON" or word.tag in ("PRP", "PRP$"):
            return self.references.pronoun(i)
        found = self.phrases.at(i)
        if sets := at_home(self, found, capital=True) or self.references.descriptions.resolve(found):
            return sets
        return self._named(found) or self._apposed(found) or by_role(self, found) or self._introduced(found)

    def _introduced(self, found: Phrase) -> tuple[ActorRef, ...]:
        """ "Berg", after "Anna Berg, Norway's envoy": a person whom the text itself has given a role or a state."""
        antecedents = self.references.antecedents
        if self.parse.words[found.head].pos != "PROPN" or not antecedents.is_person(found.head):
            return ()
        told = self._titled(found)
        refs = told or antecedents.equated(found.head) or antecedents.refs(found.head)
        if len(refs) != 1 or not refs[0].actor or refs[0].role is None:
            return ()
        span, name = self.span(found), antecedents.name(found.head)
        if self.gazetteer.is_person(refs[0].actor):  # by a name that is not listed
            return self.references.shown(refs, found.head, refs[0].via or "name", span)
        owner = self._owner_of_office(refs[0])
        return (
            msgspec.structs.replace(
                refs[0],
                text=self.parse.slice(span),
                span=span,
                actor=f"{owner}.{slug(name)}" if name else refs[0].actor,
                name=name or refs[0].name,
                via="role" if told or antecedents.described(found.head) else "registry",
            ),
        )

    def _owner_of_office(self, ref: ActorRef) -> str:
        """The state, organisation or group that an office belongs to: the id without the person and the body."""
        owner = ".".join(part for part in (ref.actor or "").split(".") if part.isupper())
        entity = self.gazetteer.entities.get(owner)
        if ref.name and owner != ref.actor:
            return owner
        return owner if entity and entity.kind in ("group", "organisation") else ref.country or owner

    def _titled(self, found: Phrase) -> tuple[ActorRef, ...]:
        """The actor of a title right before a name, where the tree holds the two apart."""
        before = min(found.words) - 1
        word = self.parse.words[before] if before >= 0 else None
        if word is None or word.pos not in ("NOUN", "PROPN") or word.sentence != self.parse.words[found.head].sentence:
            return ()
        refs = self.resolve(before)
        return refs if len(refs) == 1 and refs[0].role and refs[0].via == "role" else ()

    def span(self, found: Phrase) -> Span:
        """The span of a phrase without its determiner and marks."""
        words = [w for w in found.words if self.parse.words[w].dep not in ("det", "punct")]
        return self.parse.span(words or [found.head])

    def ref(self, span: Span, entity: Entity, via: Via, role: str | None = None, sector: str | None = None) -> ActorRef:
        """A reference to a listed entity; of a person with the office held on the day, else as the text says."""
        office = entity.office(self.day) if entity.kind == "person" else None
        own = sector if entity.offices and not office else entity.sector  # out of office, nobody speaks for the state
        code = next((c for c in entity.codes if c.held(self.day)), None)
        known = (code and code.sector) or (office.sector if office else own)
        governing = via == "capital" and entity.kind == "country"
        return ActorRef(
            text=self.parse.slice(span),
            span=span,
            actor=(code and code.id) or (f"{entity.id}.GOV" if governing else entity.id),
            country=entity.country,
            sector="GOV" if via == "capital" else known,
            name=entity.name,
            role=office.role if office else role,
            via=via,
        )

    def _named(self, found: Phrase) -> tuple[ActorRef, ...]:
        """The head is, or is part of, a listed name."""
        owned = {w for p in found.possessors for w in self.parse.subtree(p)}  # "Morsi's supporters" are not Morsi
        persons = [m for m in found.matches if m.entity.kind == "person" and m.first not in owned]
        persons = [m for m in persons if m not in ruling(self.parse, found)]
        over = self.by_word.get(found.head)
        match = persons[-1] if persons and (over is None or over.entity.kind == "country") else over
        if (
            match is None
            or another(self, match)
            or (match is over and self._common(found, match))
            or (
                match is over
                and match.name.kind == "demonym"
                and self.parse.words[found.head].pos == "ADJ"
                and len(found.words) > 1
            )
        ):
            return ()
        role = leading_role([r for r in found.roles if not match.first <= r.first <= match.last], found.head)
        officer = role.role if role is not None and isinstance(role.role, Person) else None
        if officer and (match.entity.kind != "person" or self._posted(found, officer, match.entity)):
            return ()
        joined = [m for m in found.matches if m.entity.kind in ("country", "organisation")]
        if hyphened := [m for m in persons[1:] if self.parse.words[m.first - 1].text in HYPHENS]:
            joined = [persons[0], *hyphened]  # "the Trump-Kim meeting"
        if hyphened or (match.entity.kind == "country" and len(joined) > 1):  # "Iran-Russia": both, in their order
            return tuple(
                self.ref(self.parse.span((m.first, m.last)), m.entity, VIA.get(m.name.kind, "name")) for m in joined
            )
        span = self.span(found) if match.entity.kind == "person" else self.parse.span((match.first, match.last))
        title = role.role if role and isinstance(role.role, Person) else self._told(found.head, match.entity)
        via: Via = "registry" if match.entity.id in self.gazetteer.learned else VIA.get(match.name.kind, "name")
        return (self.ref(span, match.entity, via, title.role if title else None, title.sector if title else None),)

    def _common(self, found: Phrase, match: Match) -> bool:
        """ "Qatari mediators": a common noun that elsewhere names a body is here the state's own."""
        plain = match.first == match.last and self.parse.words[match.last].pos == "NOUN"
        return plain and any(m.entity.kind == "country" for m in found.matches if m is not match)

    def _posted(self, found: Phrase, office: Person, entity: Entity) -> bool:
        """ "African Union envoy Olusegun Obasanjo": who is out of office at home acts for the body that sends him."""
        senders = [m.entity for m in found.matches if m.entity.kind in ("organisation", "country")]
        free = office.sector in SENT and not entity.office(self.day)
        return free and bool(senders) and all(_body_apart(s, entity) for s in senders)

    def _told(self, head: int, entity: Entity) -> ActorRef | None:
        """What the text says of a listed person out of office: "John Kirby, the Pentagon spokesman"."""
        if entity.kind != "person" or entity.office(self.day):
            return None
        refs = self.references.antecedents.equated(head)
        return refs[0] if len(refs) == 1 and refs[0].role and refs[0].country == entity.country else None

    def _apposed(self, found: Phrase) -> tuple[ActorRef, ...]:
        """ "the official Russian news agency, ITAR-TASS": the name in apposition says who it is."""
        if not found.roles:
            return ()
        for i in found.apposed:
            match = self.by_word.get(i)
            if match and match.entity.kind in ("person", "medium", "body", "group", "organisation"):
                span = self.parse.span((*found.words, match.last))
                return (self.ref(span, match.entity, "name"),)
        return ()

    def owners(self, found: Phrase) -> list[Owner]:
        """The states or organisations that the phrase gives a role to."""
        return owners(self, found)

    def sector(self, id: str) -> str | None:
        """The sector of a listed entity on the day, of a kind of body ("USA.BUS") as its id says."""
        entity = self.gazetteer.entities.get(id)
        return entity.sector if entity else next(iter(id.split(".")[1:]), None)

    def modified(self, i: int) -> tuple[ActorRef, ...]:
        """Any other noun of a state → the state, by its adjective, possessor or "of" complement."""
        if self.parse.words[i].pos == "DET":  # "some of the French teachers"
            return tuple(r for c in self.parse.children(i, "nmod") for r in self.refs(c))
        if self.parse.words[i].pos not in ("NOUN", "PROPN", "ADJ", "NUM") or i in self._open:
            return ()
        self._open.add(i)
        found = self.phrases.at(i)
        apart = another_than_owner(self.parse, found) and not found.members
        span, owners = self.span(found), [] if apart else self.owners(found)
        self._open.discard(i)
        shown = ActorRef(text=self.parse.slice(span), span=span)
        return tuple(self._owned(shown, owner) for owner in owners)

    def _owned(self, shown: ActorRef, owner: Owner) -> ActorRef:
        """What belongs to an owner, as the owner; what is a medium's does not act for its state."""
        entity = self.gazetteer.entities.get(owner.id)
        name, sector = (entity.name, entity.sector if entity.kind == "medium" else None) if entity else (None, None)
        return msgspec.structs.replace(
            shown, actor=owner.id, country=owner.country, name=name, sector=sector, via=owner.via
        )
