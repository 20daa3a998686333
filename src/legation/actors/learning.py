"""What coded documents say about who holds which role: records → facts of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from legation.actors.register import Fact, Key, Register, Sighting
from legation.actors.vocabulary import role_names, sole_offices
from legation.lexicon.entities import actor_table
from legation.lexicon.slugs import slug
from legation.records import ActorRef, Record

LONGEST = 5  # Words of a name with a capital.


def learn(record: Record) -> tuple[Fact, ...]:
    """What one record tells; nothing where its document has no date.

    A mention tells something where its own words give a name and a role: a title before it, an apposition, "X is
    Norway's minister". What an earlier register or the list told is never learned from.
    """
    day = record.document.published
    return learned(record.actors, record.document.id, day) if day else ()


def learned(refs: Iterable[ActorRef], document: str, day: str) -> tuple[Fact, ...]:
    """The facts that the mentions of one document tell, each with its first sighting."""
    found: dict[Key, Fact] = {}
    short: dict[str, set[str]] = {}
    for ref in refs:
        if told := _told(ref, document, day):
            found.setdefault(told.key, told)
        elif form := _form(ref):
            short.setdefault(ref.actor or "", set()).add(form)
    return tuple(msgspec.structs.replace(f, forms=tuple(sorted(short.get(f.actor, ())))) for f in found.values())


class Learner:
    """Gathers facts over a run; each document counts once for a fact, however often it is given.

    `known` is the register that the run codes with.
    """

    def __init__(self, known: Register | None = None) -> None:
        self.known = known or Register()
        self._facts: dict[Key, Fact] = {}
        self._seen: set[tuple[Key, str]] = set()

    def add(self, record: Record) -> None:
        """Learns from one record."""
        self.gather(learn(record))

    def gather(self, facts: Iterable[Fact]) -> None:
        """Takes in the facts of one document."""
        for fact in facts:
            known, document = self._facts.get(fact.key), fact.evidence[0].document
            if known is None:
                self._facts[fact.key] = fact
            elif (fact.key, document) not in self._seen:
                count = known.documents + 1
                self._facts[fact.key] = msgspec.structs.replace(known.merged(fact), documents=count)
            self._seen.add((fact.key, document))

    def register(self) -> Register:
        """What was learned so far."""
        return Register(self._facts.values())


def _told(ref: ActorRef, document: str, day: str) -> Fact | None:
    """The fact that a mention states; None where it states none."""
    if ref.actor is None or ref.name is None or not _clean(ref.name) or ref.name.split()[-1] not in ref.text:
        return None
    owner = _owner(ref, day)
    if owner is None:
        return None
    return Fact(
        actor=ref.actor,
        name=ref.name,
        kind="person" if ref.role else "body",
        role=ref.role,
        owner=owner,
        country=ref.country,
        sector=ref.sector,
        first=day,
        last=day,
        strong=ref.role in sole_offices() and " " in ref.name,
        evidence=(Sighting(date=day, document=document, span=ref.span),),
    )


def _clean(name: str) -> bool:
    """Whether a name is one: what runs on over a second name, or over a table, is none."""
    words = [word for word in name.split() if word[:1].isupper()]
    return 0 < len(words) == len(set(words)) <= LONGEST


def _owner(ref: ActorRef, day: str) -> str | None:
    """Whose officer or body it is, where the mention itself says so; None where it does not."""
    id, name = ref.actor or "", slug(ref.name or "")
    listed = actor_table().entities.get(id)
    if listed is not None:
        idle = listed.kind == "person" and ref.via == "name" and listed.office(day) is None
        return id.rpartition(".")[0] if idle and ref.role in role_names() else None
    owner, _, last = id.rpartition(".")
    if ref.via != "role" or last != name or not owner:
        return None
    if ref.role is None:
        return owner.split(".")[0] if ref.country else owner
    return owner if ref.role in role_names() and " " in (ref.name or "") else None


def _form(ref: ActorRef) -> str | None:
    """The short name by which the text goes on to call somebody it has introduced."""
    if ref.via != "registry" or not ref.name:
        return None
    own = ref.name.split()
    form = " ".join(w for w in ref.text.split() if w in own)
    return form if form and form != ref.name else None


def conflicts(register: Register) -> Iterator[tuple[Fact, str]]:
    """Facts of a single office that the list gives to somebody else on a day they were seen, with that holder's id."""
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for entity in actor_table().entities.values():
        for office in entity.offices:
            if not office.shared:
                key = entity.country or ".".join(office.actor.split(".")[:2]), office.role
                held.setdefault(key, []).append((office.start or "", office.end or "9999", entity.id))
    for fact in register:
        if fact.role in sole_offices():
            for start, end, id in held.get((fact.owner, fact.role or ""), ()):
                if id != fact.actor and start < fact.last and fact.first < end:
                    yield fact, id
