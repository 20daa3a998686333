"""The parties of an act, and on whose side each stands."""

from __future__ import annotations

import msgspec

from legation.records import ActorRef


class Party(msgspec.Struct, frozen=True):
    """An actor and the slot and word it came from."""

    ref: ActorRef
    slot: str
    word: int


class Parties(msgspec.Struct, frozen=True):
    """The two sides of a candidate; `view`: taken from the pair in view; `mutual`: what all do to one another."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    view: bool = False
    mutual: bool = False

    def ids(self) -> frozenset[str]:
        return frozenset(p.ref.actor or "" for p in (*self.actors, *self.recipients))

    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The states and organisations of either side."""
        return frozenset(owner(p.ref) for p in self.actors), frozenset(owner(p.ref) for p in self.recipients)

    def owners(self) -> frozenset[str]:
        """The states and organisations on both sides."""
        return frozenset(owner(p.ref) for p in (*self.actors, *self.recipients))


def owner(ref: ActorRef) -> str:
    """On whose side an actor stands: its state, or the organisation or armed group itself.

    >>> owner(ActorRef(text="Lavrov", span=(0, 6), actor="RUS.sergei-lavrov", country="RUS"))
    'RUS'
    >>> owner(ActorRef(text="the FARC", span=(0, 8), actor="COL.REB.FARC", country="COL", sector="REB"))
    'COL.REB.FARC'
    """
    if ref.sector == "REB" and ref.country:  # a member is of its group's side, as far as we know the group
        return ref.actor if ref.actor and ".REB." in ref.actor else f"{ref.country}.REB"
    return state(ref)


def state(ref: ActorRef) -> str:
    """The state of an actor, also of one that fights it; or the organisation itself."""
    return ref.country or ref.actor or ""
