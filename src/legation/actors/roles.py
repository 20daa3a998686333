"""Roles with their owner: "the Russian foreign minister", "the ministers of Iran and Iraq", "the Security Council"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from legation.actors.naming import proper, same_person
from legation.actors.offices import has_office, holder
from legation.actors.owners import Owner
from legation.actors.phrases import Phrase, RoleMatch, as_held
from legation.actors.vocabulary import Body, Person, home_titles, sole_offices, titles
from legation.language.reference import table
from legation.lexicon.entities import Entity
from legation.lexicon.slugs import slug
from legation.records import ActorRef

if TYPE_CHECKING:
    from legation.actors.resolver import Actors


PERSONS = frozenset({"person"})
BODIES = frozenset({"medium", "body", "group", "organisation"})
# PLOVER sectors of those who are of the state that a text is about, where it names no other.
LEADING = 3  # Of the states most named in a text, so many may be meant by words of their own.
STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})


def by_role(actors: Actors, found: Phrase) -> tuple[ActorRef, ...]:
    """One reference per owner of the role that the phrase names; empty where it names none."""
    role = found.role
    if role is None or not (role.first <= found.head <= role.last or _titled(actors, found)):
        return ()
    listed = [m for m in found.matches if m.entity.kind in ("medium", "body", "group") and m.name.kind == "name"]
    if listed and not isinstance(role.role, Person):  # "the IRNA and IRIB agencies"
        return tuple(actors.ref(actors.parse.span((m.first, m.last)), m.entity, "name") for m in listed)
    owners = actors.owners(found) or _only_owner(actors, found, role)
    if owners:
        return tuple(_role_ref(actors, found, role, owner, alone=len(owners) == 1) for owner in owners)
    told = _unowned(actors, found, role) or actors.references.descriptions.role(found, role)
    return (
        told
        or at_home(actors, found, capital=False)
        or _of_home(actors, found, role)
        or _at_seat(actors, found, role)
        or _in_view(actors, found, role)
        or _usual(actors, found, role)
    )


def _usual(actors: Actors, found: Phrase, role: RoleMatch) -> tuple[ActorRef, ...]:
    """ "the administration", "senators" in a text on the state whose press calls its own so."""
    usual, top = role.role.usual, actors.prominence.counts.most_common(LEADING)
    if usual is None or found.possessors or usual not in (state for state, _ in top):
        return ()
    return (_role_ref(actors, found, role, Owner(usual, usual, "definite"), alone=True),)


def _in_view(actors: Actors, found: Phrase, role: RoleMatch) -> tuple[ActorRef, ...]:
    """ "the government", "Foreign Minister Anna Berg" in a text on one state that alone was named just before."""
    the = table().determiners["the"] & set(actors.references.descriptions.words(found))
    titled = _titled(actors, found) and role.last < found.head and actors.parse.words[role.first].text[:1].isupper()
    if isinstance(role.role, Person):
        able = role.role.sector in STATE and (titled or (bool(the) and role.role.counterpart and not role.role.several))
    else:
        able = role.role.sector in STATE and bool(the) and not _plural(actors, found)
    state = actors.prominence.at(found.head) if able and not found.possessors else None
    if state is None:
        return ()
    ref = _role_ref(actors, found, role, Owner(state, state, "definite"), alone=True)
    return (ref if titled else msgspec.structs.replace(ref, via="definite"),)


def _of_home(actors: Actors, found: Phrase, role: RoleMatch) -> tuple[ActorRef, ...]:
    """ "Assistant Secretary Anna Berg" in a paper of her own state: titles that others' ministers do not bear."""
    titled = _titled(actors, found) and isinstance(role.role, Person) and role.last < found.head
    if actors.home is None or not titled or actors.parse.words[role.last].lower not in home_titles():
        return ()
    return (_role_ref(actors, found, role, Owner(actors.home, actors.home, "definite"), alone=True),)


def _at_seat(actors: Actors, found: Phrase, role: RoleMatch) -> tuple[ActorRef, ...]:
    """ "TEHRAN – Foreign Ministry spokesman Bahram Qassemi": a titled name is of the capital the report is from."""
    titled = _titled(actors, found) and role.last < found.head and actors.parse.words[role.first].text[:1].isupper()
    if actors.seat is None or not titled or not isinstance(role.role, Person):
        return ()
    office = role.role.role
    if office in sole_offices() and not has_office(actors.gazetteer, actors.seat, office):
        return ()  # "TEHRAN – Prime Minister Kadhimi": Iran has none
    return (_role_ref(actors, found, role, Owner(actors.seat, actors.seat, "definite"), alone=True),)


def at_home(actors: Actors, found: Phrase, *, capital: bool) -> tuple[ActorRef, ...]:
    """ "The President", "the department": the publisher's own, in a paper of a state."""
    role = found.role
    if actors.home is None or role is None or not role.first <= found.head <= role.last or actors.owners(found):
        return ()
    if capital and not actors.parse.words[role.first].text[:1].isupper():
        return ()
    office = role.role.counterpart if isinstance(role.role, Person) else _own_body(actors, found, role.role, capital)
    if not office or not table().determiners["the"] & set(actors.references.descriptions.words(found)):
        return ()
    told = actors.references.descriptions.resolve(found) or actors.references.descriptions.role(found, role)
    if told and {r.country for r in told} == {actors.home}:
        return told
    return (_role_ref(actors, found, role, Owner(actors.home, actors.home, "definite"), alone=True),)


def _own_body(actors: Actors, found: Phrase, body: Body, capital: bool) -> bool:
    """ "the department": a body of the government, and where no capital says so no other state is spoken of."""
    if body.sector != "GOV":
        return False
    number = actors.parse.words[found.head].sentence
    before = actors.parse.sentences[max(0, number - 1)].first
    return capital or set(actors.countries(before, found.head)) <= {actors.home}


def _only_owner(actors: Actors, found: Phrase, role: RoleMatch) -> list[Owner]:
    """ "the Secretary of State": a title of several words that one state alone uses; "a policy adviser" is not."""
    known = table().determiners["the"] & set(actors.references.descriptions.words(found))
    held = bool(known) or actors.parse.words[role.first].text[:1].isupper()
    country = role.role.country if held and isinstance(role.role, Person) else None
    return [Owner(country, country, "role")] if country and len(country) == 3 and role.last > role.first else []


def _unowned(actors: Actors, found: Phrase, role: RoleMatch) -> tuple[ActorRef, ...]:
    """ "the Security Council": whose it is when no state is named."""
    alone = role.role.alone if not isinstance(role.role, Person) else None
    if alone is None or not actors.parse.words[role.first].text[0].isupper():
        return ()
    return (actors.ref(actors.span(found), actors.gazetteer.entities[alone], "name"),)


def _titled(actors: Actors, found: Phrase) -> bool:
    """A name that follows its title: "Foreign Minister Anna Berg"."""
    return actors.parse.words[found.head].pos == "PROPN"


def _plural(actors: Actors, found: Phrase) -> bool:
    return actors.parse.words[found.head].tag in ("NNS", "NNPS")


def _role_ref(actors: Actors, found: Phrase, match: RoleMatch, owner: Owner, *, alone: bool) -> ActorRef:
    """The reference of one owner: a named person, the holder of a single office on the day, or the body."""
    match = _own_title(actors, found, match, owner)
    named, span = proper(actors, found, match), actors.span(found)
    name, span = named.text, (span[0], actors.parse.words[named.last].end) if named.last is not None else span
    role, suffix, sector = _office(actors, found, match, owner)
    single = isinstance(match.role, Person) and match.role.counterpart and alone and not _plural(actors, found)
    entity = holder(actors.gazetteer, owner.id, role, actors.day) if single and role else None
    if not (entity and name and same_person(actors, name, entity.id)):
        kinds = PERSONS if isinstance(match.role, Person) else BODIES
        listed = actors.gazetteer.named(name, kinds, owner.country or owner.id) if name else None
    else:
        listed = entity
    if listed:
        return actors.ref(span, listed, "name", role, sector)
    state = owner.id == owner.country
    part = slug(name) if name else (suffix if state else "")  # an organisation's or a group's officers speak as it
    part = f"{suffix}.{part}" if name and not isinstance(match.role, Person) else part
    return ActorRef(
        text=actors.parse.slice(span),
        span=span,
        actor=f"{owner.id}.{part}" if part else owner.id,
        country=owner.country,
        sector=sector if state else actors.sector(owner.id),
        name=name or (entity.name if entity else None),
        role=role,
        via="role",
    )


def _office(actors: Actors, found: Phrase, match: RoleMatch, owner: Owner) -> tuple[str | None, str, str]:
    """Role, body and sector: of an office its own body, else the one named beside it ("Foreign Ministry spokesman").

    Of "officials of the People's Bank of China" it is the bank, and not the words within its name.
    """
    if not isinstance(match.role, Person):
        return None, match.role.suffix, match.role.sector
    if body := _body_within(actors, found, owner):
        return match.role.role, body.id.partition(".")[2], body.sector or "GOV"
    beside = next((r.role.suffix for r in found.roles if not isinstance(r.role, Person)), None)
    return match.role.role, beside or match.role.body or match.role.sector or "GOV", match.role.sector or "GOV"


def _body_within(actors: Actors, found: Phrase, owner: Owner) -> Entity | None:
    """The body of the state itself whose name is the complement of the phrase: "officials of the Bank of Russia"."""
    named = (actors.by_word.get(c) for c in found.of)
    bodies = [m.entity for m in named if m and m.entity.kind == "body" and m.first < m.last]
    own = [b for b in bodies if b.country == owner.id and b.sector in STATE]
    return own[0] if len(own) == 1 else None


def same_office(actors: Actors, owner: Owner, model: ActorRef, found: Phrase, *, alone: bool) -> ActorRef:
    """Who holds in `owner` the office that `model` holds: whom the text names, else the holder on the day.

    "his Iranian counterpart", "his Greek counterpart, Anna Petrou".
    """
    body = (model.actor or "").partition(".")[2]
    body = body if body.isupper() else "GOV"
    office = RoleMatch(found.head, found.head, Person("", (), model.role or "", model.sector, body, counterpart=True))
    if alone and proper(actors, found, office).text:
        return _role_ref(actors, found, office, owner, alone=True)
    entity, span = holder(actors.gazetteer, owner.id, model.role or "", actors.day), actors.span(found)
    if entity:
        return actors.ref(span, entity, "definite", model.role)
    return ActorRef(
        text=actors.parse.slice(span),
        span=span,
        actor=f"{owner.id}.{body}",
        country=owner.country,
        sector=model.sector,
        role=model.role,
        via="definite",
    )


def christened(actors: Actors, ref: ActorRef, found: Phrase, match: RoleMatch | None = None) -> tuple[ActorRef, ...]:
    """Who is meant by a role that bears a name: "the ambassador, Anna Berg"; nobody where the name is another's."""
    office = match or RoleMatch(found.head, found.head, Person("", (), ref.role or "", ref.sector))
    name = proper(actors, found, office).text
    if name is None:
        return (ref,)
    if actors.gazetteer.is_person(ref.actor or ""):
        return (ref,) if same_person(actors, name, ref.actor or "") else ()
    return (msgspec.structs.replace(ref, actor=f"{ref.country}.{slug(name)}", name=name),)


def _own_title(actors: Actors, found: Phrase, match: RoleMatch, owner: Owner) -> RoleMatch:
    """The office that the owner gives this title: a foreign secretary is a minister here, an official there."""
    words = tuple(actors.parse.words[w].lower for w in range(match.first, match.last + 1))
    own = titles().get(words, {}).get(owner.id)
    return (
        RoleMatch(match.first, match.last, as_held(actors.parse, match.first, match.last, own, found.words))
        if own
        else match
    )
