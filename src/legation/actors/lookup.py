"""Whom a name may mean: the listed and the learned, with why each counts or does not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

from legation.actors.learning import conflicts
from legation.actors.register import ENOUGH, Fact, Register, Sighting
from legation.lexicon.entities import Dated, Entity, actor_table
from legation.records import Row


class Known(Row, frozen=True, kw_only=True):
    """One role, or one standing, of somebody whom a name may mean.

    `start` and `end` are the days of a listed office, or those of the first and last sighting.
    """

    actor: str
    name: str
    kind: str
    role: str | None
    sector: str | None
    country: str | None
    start: str | None
    end: str | None
    source: Literal["list", "register"]
    used: bool
    why: str
    documents: int | None = None
    evidence: tuple[Sighting, ...] = ()

    def held(self, day: str) -> bool:
        """Whether it holds on a day; what was learned holds for the days it was seen."""
        return Dated(start=self.start, end=self.end).held(day)

    def flat(self) -> dict[str, object]:
        """As a row of a listing: evidence as document@start-end."""
        shown = " ".join(f"{s.document}@{s.span[0]}-{s.span[1]}" for s in self.evidence)
        columns = ("actor", "name", "kind", "role", "sector", "country", "source", "used")
        own = {name: getattr(self, name) for name in columns}
        return {
            **own,
            "from": self.start,
            "to": self.end,
            "documents": self.documents,
            "why": self.why,
            "evidence": shown,
        }


def found(name: str, register: Register | None = None) -> Iterator[Known]:
    """Everybody whom a name, a part of it, or an id may mean: first the listed, then the learned.

    >>> [(k.role, k.start) for k in found("Sergei Lavrov")][:1]
    [('foreign minister', '2004-03-09')]
    """
    facts = register or Register()
    wanted, table = _folded(name), actor_table()
    called = {n.entity for n in table.names if _folded(n.name) == wanted} | {i for i in table.entities if i == name}
    for id in sorted(called & table.entities.keys()):
        yield from _listed(table.entities[id])
    against = {fact.key: holder for fact, holder in conflicts(facts)}
    for fact in facts:
        if name == fact.actor or wanted in {_folded(n) for n in (fact.name, fact.name.split()[-1], *fact.forms)}:
            yield _learned(fact, against.get(fact.key))


def _listed(entity: Entity) -> Iterator[Known]:
    if not entity.offices:
        yield _row(entity, entity, None, entity.sector, "listed")
    for office in entity.offices:
        yield _row(entity, office, office.role, office.sector, f"listed, of {office.actor}")


def _row(entity: Entity, days: Dated, role: str | None, sector: str | None, why: str) -> Known:
    return Known(
        actor=entity.id,
        name=entity.name,
        kind=entity.kind,
        role=role,
        sector=sector,
        country=entity.country,
        start=days.start,
        end=days.end,
        source="list",
        used=True,
        why=why,
    )


def _learned(fact: Fact, holder: str | None) -> Known:
    return Known(
        actor=fact.actor,
        name=fact.name,
        kind=fact.kind,
        role=fact.role,
        sector=fact.sector,
        country=fact.country,
        start=fact.first,
        end=fact.last,
        source="register",
        used=fact.used,
        why="; ".join(_reasons(fact, holder)),
        documents=fact.documents,
        evidence=fact.evidence,
    )


def _reasons(fact: Fact, holder: str | None) -> Iterator[str]:
    """Why a fact is used or not, and what speaks against it."""
    if fact.judged:
        yield f"{fact.judged} by hand"
    elif fact.strong:
        yield "its full name stood beside a high office"
    elif fact.documents >= ENOUGH:
        yield f"at least {fact.documents} documents say so"
    else:
        yield f"seen in one document; {ENOUGH} are needed"
    if holder:
        yield f"the list has {holder} in that office: nobody is named by the office alone"


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
