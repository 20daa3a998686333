"""Who held an office on a day."""

from __future__ import annotations

from functools import lru_cache

from legation.actors.gazetteer import Gazetteer
from legation.lexicon.entities import Entity


def holder(gazetteer: Gazetteer, owner: str, role: str, day: str | None) -> Entity | None:
    """The one listed holder of `role` in `owner` on `day`, on a day of change the new one; None if several."""
    if not day:
        return None
    terms = [
        (o.start or "", e)
        for e in _by_office(gazetteer).get((owner, role), ())
        for o in e.offices
        if o.role == role and o.held(day)
    ]
    latest = max((start for start, _ in terms), default="")
    found = {
        e.id: e for start, e in terms if start == latest and not any(o.shared for o in e.offices if o.role == role)
    }
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=4)
def _by_office(gazetteer: Gazetteer) -> dict[tuple[str, str], list[Entity]]:
    index: dict[tuple[str, str], list[Entity]] = {}
    for entity in gazetteer.entities.values():
        for office in entity.offices:
            owner = entity.country or ".".join(office.actor.split(".")[:2])
            held = index.setdefault((owner, office.role), [])
            if entity not in held:
                held.append(entity)
    return index
