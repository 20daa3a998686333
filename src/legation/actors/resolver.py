"""Who is meant: noun phrases, pronouns and definite descriptions of a parse → ActorRefs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from legation.actors.gazetteer import Entity, Match, gazetteer
from legation.actors.offices import holder
from legation.actors.phrases import Phrase, RoleMatch, leading_role, phrase
from legation.actors.reference import References
from legation.actors.vocabulary import Person, titles
from legation.language.parse import Parse
from legation.lexicon.slugs import slug
from legation.records import ActorRef, Span, Via

VIA: dict[str, Via] = {
    "name": "name",
    "metonym": "name",
    "demonym": "demonym",
    "capital": "capital",
    "place": "name",
    "short": "definite",
    "family": "name",
}
INNER = frozenset({"compound", "flat", "nmod:desc", "goeswith"})


@dataclass(frozen=True, slots=True)
class Owner:
    """The state or organisation that a role belongs to."""

    id: str
    country: str | None
    via: Via


class Actors:
    """Resolves the mentions of one parse; every answer is kept, so asking twice costs nothing."""

    def __init__(self, parse: Parse) -> None:
        self.parse, self.day = parse, parse.document.published
        self.gazetteer = gazetteer()
        self.matches = self.gazetteer.find(parse)
        self.by_word = {w: m for m in self.matches for w in range(m.first, m.last + 1)}
        self.references = References(parse, self)
        self._known: dict[int, tuple[ActorRef, ...]] = {}
        self._open: set[int] = set()

    # --- what coders ask

    def refs(self, i: int) -> tuple[ActorRef, ...]:
        """All actors of the phrase headed by word `i` and of what is coordinated with it, each once.

        A noun of a state stands for the state: "Russian warships", "Iran's ports".
        """
        found = [ref for c in self.parse.conjuncts(i) for ref in (self.resolve(c) or self._modified(c))]
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
        owners = (self.owner(m) for m in self.matches if first <= m.first and m.last < last and m.name.kind != "place")
        return list(dict.fromkeys(o.id for o in owners if o))

    def mentions(self) -> Iterator[ActorRef]:
        """Every resolved mention of the document, in the order of the text."""
        seen: set[Span] = set()
        for i in self.heads():
            for ref in self.resolve(i):
                if ref.actor and ref.span not in seen:
                    seen.add(ref.span)
                    yield ref

    def heads(self) -> Iterator[int]:
        """Words that head a noun phrase or are a pronoun, or a name inside another phrase."""
        for word in self.parse.words:
            match = self.by_word.get(word.i)
            heads = word.pos in ("NOUN", "PROPN", "PRON") and word.dep not in INNER
            if heads or (match is not None and match.last == word.i):
                yield word.i

    def unnamed(self, i: int) -> ActorRef:
        """A speaker without a resolution: the words of the phrase alone."""
        words = phrase(self.parse, i, self.by_word)
        span = self.span(words)
        return ActorRef(text=self.parse.slice(span), span=span, role=self.parse.words[i].lemma)

    def dyad(self) -> tuple[str, ...]:
        """The two states that the document names most; empty where a third comes close."""
        counts = Counter(o.id for m in self.matches if m.name.kind not in ("place",) and (o := self.owner(m)))
        top = counts.most_common(3)
        if len(top) < 2 or (len(top) == 3 and top[2][1] >= top[1][1]):
            return ()
        return tuple(sorted((top[0][0], top[1][0])))

    def owner(self, match: Match) -> Owner | None:
        """The state or organisation behind a name."""
        entity = match.entity
        via = VIA.get(match.name.kind, "name")
        if entity.country:
            return Owner(entity.country, entity.country, via)
        if entity.id.startswith(("IGO", "NGO")):
            return Owner(".".join(entity.id.split(".")[:2]), None, via)
        return None

    # --- one phrase

    def _resolve(self, i: int) -> tuple[ActorRef, ...]:
        word = self.parse.words[i]
        if word.pos == "PRON" or word.tag in ("PRP", "PRP$"):
            return self.references.pronoun(i)
        found = phrase(self.parse, i, self.by_word)
        if sets := self.references.description(found):
            return sets
        return self._named(found) or self._apposed(found) or self._role(found)

    def span(self, found: Phrase) -> Span:
        """The span of a phrase without its determiner and marks."""
        words = [w for w in found.words if self.parse.words[w].dep not in ("det", "punct")]
        return self.parse.span(words or [found.head])

    def _ref(self, span: Span, entity: Entity, via: Via, role: str | None = None) -> ActorRef:
        """A reference to a listed entity, with the office held on the day of publication."""
        office = entity.office(self.day) if entity.kind == "person" else None
        code = next((c for c in entity.codes if (c.start or "") <= (self.day or "") <= (c.end or "9999")), None)
        sector = (code and code.sector) or (office and office.sector) or entity.sector
        actor = (code and code.id) or (
            f"{entity.id}.GOV" if via == "capital" and entity.kind == "country" else entity.id
        )
        return ActorRef(
            text=self.parse.slice(span),
            span=span,
            actor=actor,
            country=entity.country,
            sector="GOV" if via == "capital" else sector,
            name=entity.name,
            role=office.role if office else role,
            via=via,
        )

    def _named(self, found: Phrase) -> tuple[ActorRef, ...]:
        """The head is, or is part of, a listed name."""
        owned = {w for p in found.possessors for w in self.parse.subtree(p)}  # "Morsi's supporters" are not Morsi
        persons = [m for m in found.matches if m.entity.kind == "person" and m.first not in owned]
        over = self.by_word.get(found.head)
        match = persons[-1] if persons and (over is None or over.entity.kind in ("person", "country")) else over
        if match is None or (
            match is over
            and match.name.kind == "demonym"
            and self.parse.words[found.head].pos == "ADJ"
            and len(found.words) > 1
        ):
            return ()
        role = leading_role(found.roles, found.head)
        if match.entity.kind != "person" and role is not None and isinstance(role.role, Person):
            return ()
        joined = [m for m in found.matches if m.entity.kind in ("country", "organisation")]
        if match.entity.kind == "country" and len(joined) > 1:  # "Iran-Russia": both, in their order
            return tuple(
                self._ref(self.parse.span((m.first, m.last)), m.entity, VIA.get(m.name.kind, "name")) for m in joined
            )
        span = self.span(found) if match.entity.kind == "person" else self.parse.span((match.first, match.last))
        return (
            self._ref(
                span,
                match.entity,
                VIA.get(match.name.kind, "name"),
                role.role.role if role and isinstance(role.role, Person) else None,
            ),
        )

    def _apposed(self, found: Phrase) -> tuple[ActorRef, ...]:
        """ "the official Russian news agency, ITAR-TASS": the name in apposition says who it is."""
        if not found.roles:
            return ()
        for i in found.apposed:
            match = self.by_word.get(i)
            if match and match.entity.kind in ("person", "medium", "body", "group", "organisation"):
                span = self.parse.span((*found.words, match.last))
                return (self._ref(span, match.entity, "name"),)
        return ()

    def _role(self, found: Phrase) -> tuple[ActorRef, ...]:
        """ "the Russian foreign minister", "the ministers of Iran and Iraq": one reference per owner."""
        role = leading_role(found.roles, found.head)
        if role is None or not (role.first <= found.head <= role.last or self._titled(found)):
            return ()
        listed = [m for m in found.matches if m.entity.kind in ("medium", "body", "group") and m.name.kind == "name"]
        if listed and not isinstance(role.role, Person):  # "the IRNA and IRIB agencies"
            return tuple(self._ref(self.parse.span((m.first, m.last)), m.entity, "name") for m in listed)
        owners = self.owners(found)
        if (
            not owners and isinstance(role.role, Person) and role.role.country
        ):  # "the Secretary of State": one state has it
            owners = [Owner(role.role.country, role.role.country, "role")]
        alone = role.role.alone if not isinstance(role.role, Person) else None
        if not owners and alone and self.parse.words[role.first].text[0].isupper():  # "the Security Council": the UN's
            return (self._ref(self.span(found), self.gazetteer.entities[alone], "name"),)
        if not owners:
            return self.references.role(found, role)
        return tuple(self._role_ref(found, role, owner, alone=len(owners) == 1) for owner in owners)

    def _plural(self, found: Phrase) -> bool:
        return self.parse.words[found.head].tag in ("NNS", "NNPS")

    def _titled(self, found: Phrase) -> bool:
        """A name that follows its title: "Foreign Minister Anna Berg"."""
        return self.parse.words[found.head].pos == "PROPN"

    def _role_ref(self, found: Phrase, match: RoleMatch, owner: Owner, *, alone: bool) -> ActorRef:
        span = self.span(found)
        match = self._own_title(match, owner)
        if isinstance(match.role, Person):
            role, suffix = match.role.role, self._suffix(found, match.role)
            sector = match.role.sector or "GOV"
        else:
            role, suffix, sector = None, match.role.suffix, match.role.sector
        name = self._proper(found, match)
        single = isinstance(match.role, Person) and match.role.counterpart and alone and not self._plural(found)
        entity = holder(self.gazetteer, owner.id, role, self.day) if single and role and not name else None
        part = slug(name) if name else (suffix if owner.country else "")  # an organisation's officers speak as it
        actor = f"{owner.id}.{part}" if part else owner.id
        return ActorRef(
            text=self.parse.slice(span),
            span=span,
            actor=actor,
            country=owner.country,
            sector=sector if owner.country else "IGO",
            name=name or (entity.name if entity else None),
            role=role,
            via="role",
        )

    def office(self, owner: Owner, model: ActorRef, found: Phrase) -> tuple[ActorRef, ...]:
        """The holder in `owner` of the office that `model` holds: "his Iranian counterpart"."""
        entity = holder(self.gazetteer, owner.id, model.role or "", self.day)
        span = self.span(found)
        if entity:
            return (self._ref(span, entity, "definite", model.role),)
        suffix = (
            (model.actor or "").split(".", 1)[1:]
            if "." in (model.actor or "") and (model.actor or "").isupper()
            else ["GOV"]
        )
        actor = ".".join([owner.id, *suffix])
        return (
            ActorRef(
                text=self.parse.slice(span),
                span=span,
                actor=actor,
                country=owner.country,
                sector=model.sector,
                role=model.role,
                via="definite",
            ),
        )

    def _own_title(self, match: RoleMatch, owner: Owner) -> RoleMatch:
        """The office that the owner gives this title: a foreign secretary is a minister here, an official there."""
        words = tuple(self.parse.words[w].lower for w in range(match.first, match.last + 1))
        own = titles().get(words, {}).get(owner.id)
        return RoleMatch(match.first, match.last, own) if own else match

    def _suffix(self, found: Phrase, role: Person) -> str:
        """The body of an office: its own, else the body named beside it ("Foreign Ministry spokesman")."""
        beside = next((r.role.suffix for r in found.roles if not isinstance(r.role, Person)), None)
        return beside or role.body or role.sector or "GOV"

    def _proper(self, found: Phrase, role: RoleMatch) -> str | None:
        """The name of a person that no list knows: proper nouns beside the title, outside listed names."""
        words = [self.parse.words[w] for w in (*found.words, *found.apposed)]
        free = [
            w.text
            for w in words
            if w.pos == "PROPN"
            and w.i not in self.by_word
            and not role.first <= w.i <= role.last
            and w.name.endswith("PER")
        ]
        return " ".join(free) or None

    def owners(self, found: Phrase) -> list[Owner]:
        """The states or organisations that the phrase gives a role to: adjectives, possessors, "of" complements."""
        inside = [o for m in found.matches if m.entity.kind != "person" and (o := self.owner(m))]
        if inside:
            return list({o.id: o for o in inside}.values())
        role = leading_role(found.roles, found.head)
        places = () if role is not None and isinstance(role.role, Person) else found.located
        for group in (found.possessors, found.of, places):
            refs = [r for i in group for r in self.refs(i)]
            owners = [
                Owner(r.country or (r.actor or ""), r.country, r.via or "name") for r in refs if r.country or r.actor
            ]
            if owners:
                return list({o.id: o for o in owners}.values())
        return []

    def _modified(self, i: int) -> tuple[ActorRef, ...]:
        """Any other noun of a state → the state, by its adjective, possessor or "of" complement."""
        if self.parse.words[i].pos not in ("NOUN", "PROPN", "ADJ", "NUM") or i in self._open:
            return ()
        self._open.add(i)
        found = phrase(self.parse, i, self.by_word)
        span, owners = self.span(found), self.owners(found)
        self._open.discard(i)
        return tuple(
            ActorRef(
                text=self.parse.slice(span),
                span=span,
                actor=o.id,
                country=o.country,
                name=self._owner_name(o),
                via=o.via,
            )
            for o in owners
        )

    def _owner_name(self, owner: Owner) -> str | None:
        entity = self.gazetteer.entities.get(owner.id)
        return entity.name if entity else None
