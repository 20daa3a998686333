"""The brief: what a store knows of a pair, every sentence numbered to the words that show it."""

from __future__ import annotations

from itertools import chain
from typing import Any

from legation.brief.composition import Brief, compose
from legation.brief.dossier import Dossier
from legation.brief.gathering import MOST, dossier, sentences
from legation.store import Store

__all__ = ["Brief", "Dossier", "brief", "compose", "dossier"]


def brief(store: Store, a: str, b: str, *, frm: str | None = None, to: str | None = None, most: int = MOST) -> Brief:
    """The brief on a pair between two days, inclusive; at most `most` rows of a section, the newest.

    Raises `UsageError` LG102 where both sides are the same.
    """
    found = dossier(store, a, b, frm=frm, to=to, most=most)
    shown: tuple[Any, ...] = (found.facts, found.beside, found.others, found.statements, found.claims)
    return compose(found, sentences(store, chain.from_iterable(shown)))
