"""How the parties found for an act are sorted: which are one side, which the other, which are no party at all."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation.events.deeds import Deed
from legation.events.rules import Rule
from legation.events.sides import Parties, Party, owner
from legation.language.frame import Frame
from legation.records import ActorRef

# How words that only refer back were resolved: "it", "the country" are no own side of an act.
BACK = frozenset({"pronoun", "definite"})
# Slots of a mutual act where the others stand: its subject is who did it with them.
OTHER_SIDE = ("with", "to", "from", "against")
# Slots of the doer.
DOING = frozenset({"agent", "poss", "mod", "by"})
# Blows and force, and what these go on from.
HARMS = frozenset({"COERCE", "ASSAULT"})
FORCE = HARMS | {"MOBILIZE"}


def parted(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Parties:
    """ "Iran and the powers agreed to lift sanctions on Iran": of several actors none is the recipient."""
    theirs = {owner(p.ref) for p in recipients}
    doers = tuple(p for p in actors if owner(p.ref) not in theirs) or actors
    known = {p.ref.actor for p in doers}
    return Parties(doers, tuple(p for p in recipients if p.ref.actor not in known))


def between(found: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "Costa Rica hosted talks between the army and the rebels": those between whom it is, where they are two."""
    inside = tuple(p for p in found if p.slot in ("between", "among"))
    return inside if len({owner(p.ref) for p in inside}) > 1 else found


def two_sides(frame: Frame, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "we met with Peru and Chile": these are one side, the other is not said."""
    other = OTHER_SIDE if frame.passive or frame.kind == "noun" else (*OTHER_SIDE, "patient")
    theirs = {owner(p.ref) for p in found if p.slot.rpartition(".")[2] in other and p.ref.via not in BACK}
    torn = {p.word for p in found if p.ref.via in BACK and owner(p.ref) in theirs}  # "they trade with Peru": not Peru
    found = tuple(p for p in found if p.word not in torn)
    return () if all(p.slot.rpartition(".")[2] in other for p in found) else found


def goes_on(rule: Rule, told: Deed) -> bool:
    """ "Crossed into Chad and killed two soldiers": force goes on from force, not from words."""
    return rule.type not in HARMS or told.type in FORCE


def as_state(ref: ActorRef) -> ActorRef:
    """The state that a town stands for."""
    return msgspec.structs.replace(ref, actor=ref.country, sector=None) if ref.country else ref


def town(rule: Rule, slot: str, ref: ActorRef) -> bool:
    """Whether a capital is the town itself: "strikes on Kyiv", "visited Lima", "poured onto the streets of Lima".

    As the doer it is a government.
    """
    streets = rule.type == "PROTEST" and "." in slot
    return ref.via == "capital" and slot not in DOING and (streets or rule.type == "ASSAULT" or rule.mode == "visit")


def of_others(refs: Iterable[ActorRef], own: set[str], slot: str, word: int) -> tuple[Party, ...]:
    """Those of some actors that are not of the own side."""
    return tuple(Party(ref, slot, word) for ref in refs if owner(ref) not in own)
