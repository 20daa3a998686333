"""The brief: what a store knows of a pair, every sentence numbered to the words that show it."""

from __future__ import annotations

from itertools import chain

from legation.brief.composition import MOST, Brief, written
from legation.brief.dossier import Dossier
from legation.brief.gathering import dossier, sentences
from legation.brief.notes import AnyFound
from legation.store import Store

__all__ = ["Brief", "Dossier", "brief", "dossier", "written"]


def brief(store: Store, a: str, b: str, *, frm: str | None = None, to: str | None = None, most: int = MOST) -> Brief:
    """The brief on a pair between two days, inclusive; at most `most` rows of a section, the newest.

    Raises `UsageError` LG102 where both sides are the same.
    """
    found = dossier(store, a, b, frm=frm, to=to)
    events = chain(found.facts[:most], found.beside[:most], found.others[:most])
    shown: tuple[AnyFound, ...] = (*events, *found.statements[:most], *found.claims[:most])
    return written(found, sentences(store, shown), most=most)
