"""Whose something is: the states or organisations that a noun phrase names beside what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.actors.naming import OWN_NAMED
from legation.actors.owners import Owner
from legation.actors.phrases import Phrase, about, ruling, side_by_side
from legation.actors.vocabulary import Person
from legation.language.tables import frame_tables
from legation.records import ActorRef

if TYPE_CHECKING:
    from legation.actors.resolver import Actors


def owners(actors: Actors, found: Phrase) -> list[Owner]:
    """Whom a phrase gives a role to, each once: its own examples, adjectives, possessors, "of" complements, a place."""
    if told := _named_by(actors, found.members, officer=False):
        return told
    named = (m for m in found.matches if m.entity.kind != "person" and not about(actors.parse, found.head, m))
    inside = [o for m in (*named, *ruling(actors.parse, found)) if (o := actors.owner(m))]
    role = found.role.role if found.role else None
    officer = isinstance(role, Person)
    if inside:
        posted = [o for o in inside if o.country] if officer else []
        apart = posted and not side_by_side(actors.parse, found.words)  # "Iran's UN envoy" is Iran's
        return list({o.id: o for o in (posted if apart else inside)}.values())
    lemma, tables = actors.parse.words[found.head].lemma, frame_tables()
    away = (isinstance(role, Person) and not role.resident) or lemma in tables.guests
    away = away or (bool(found.of) and lemma in tables.presences)
    of = () if lemma in tables.topics else found.of  # "the investigation of Chad" is not Chad's
    for group in (found.possessors, of, found.origin, found.sent, () if away else found.located):
        theirs = _named_by(actors, group, officer=officer)
        if theirs or (group and group is found.possessors):  # "our forces in Mali" are not Mali's
            return theirs
    return []


def _named_by(actors: Actors, words: tuple[int, ...], *, officer: bool) -> list[Owner]:
    """Whom some words name, as owners, each once."""
    refs = (r for i in words for r in actors.refs(i) if r.country or r.actor)
    found = (Owner(_id(actors, r, officer), r.country, r.via or "name") for r in refs)
    return list({o.id: o for o in found}.values())


def _id(actors: Actors, ref: ActorRef, officer: bool) -> str:
    """A group owns its leaders and fighters, a firm its officers, a medium its reporters; else it is the state."""
    entity = actors.gazetteer.entities.get(ref.actor or "")
    own = officer and ref.sector in OWN_NAMED and (ref.actor or "").isupper()
    group = entity is not None and entity.kind in ("group", "medium")
    return ref.actor or "" if group or own else ref.country or ref.actor or ""
