"""Who held an office on a day."""

from __future__ import annotations

from functools import lru_cache

from legation.actors.gazetteer import Gazetteer
from legation.actors.vocabulary import sole_offices
from legation.lexicon.entities import Entity, Office

Term = tuple[Entity, Office]


def holder(gazetteer: Gazetteer, owner: str, role: str, day: str | None) -> Entity | None:
    """The one holder of `role` in `owner` on `day`, on a day of change the new one; None if several.

    Where the register has seen another holder than the list has, nobody is named.
    """
    if not day:
        return None
    terms = [t for t in _by_office(gazetteer).get((owner, role), ()) if t[1].held(day)]
    told = [t for t in terms if t[0].id in gazetteer.learned]
    listed = _one([t for t in terms if t[0].id not in gazetteer.learned])
    if not told or role not in sole_offices():
        return listed
    return None if listed or len({e.id for e, _ in told}) > 1 else told[0][0]


def has_office(gazetteer: Gazetteer, owner: str, role: str) -> bool:
    """Whether anybody listed has ever held `role` in `owner`."""
    return bool(_by_office(gazetteer).get((owner, role)))


def _one(terms: list[Term]) -> Entity | None:
    """Of listed terms the one that began last, unless several hold the office."""
    latest = max((o.start or "" for _, o in terms), default="")
    found = {e.id: e for e, o in terms if (o.start or "") == latest and not _shared(e, o.role)}
    return next(iter(found.values())) if len(found) == 1 else None


def _shared(entity: Entity, role: str) -> bool:
    return any(o.shared for o in entity.offices if o.role == role)


@lru_cache(maxsize=4)
def _by_office(gazetteer: Gazetteer) -> dict[tuple[str, str], list[Term]]:
    index: dict[tuple[str, str], list[Term]] = {}
    for entity in gazetteer.entities.values():
        for office in entity.offices:
            index.setdefault((_owner(gazetteer, entity, office), office.role), []).append((entity, office))
    return index


def _owner(gazetteer: Gazetteer, entity: Entity, office: Office) -> str:
    """Whose office it is; of a learned one it is told."""
    told = entity.id in gazetteer.learned
    return office.actor if told else entity.country or ".".join(office.actor.split(".")[:2])
