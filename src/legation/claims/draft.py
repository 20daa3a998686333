"""A claim in the making."""

from __future__ import annotations

from dataclasses import dataclass

from legation.claims.measures import Found
from legation.claims.rules import ClaimRule
from legation.language.quantities import Quantity
from legation.records import Bound, ClaimKind, Direction, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule asserts at which words, before its dates and parties are known; `reason` says why it was dropped.

    Once they are: `view` where the sides are those in view of the text, `held` whether it is told as a fact.
    """

    rule: ClaimRule
    kind: ClaimKind
    anchor: int
    words: tuple[int, ...]
    measure: Found | None = None
    direction: Direction | None = None
    value: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    quantity: Quantity | None = None
    second: Found | None = None
    than: int | None = None
    base: bool = False
    view: bool = False
    held: Status | None = None
    reason: str | None = None
    detail: str | None = None
