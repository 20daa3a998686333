"""The shapes of the codes: event types with modes, contexts, CAMEO codes with their scales."""

from __future__ import annotations

from typing import Literal

import msgspec

Quad = Literal[0, 1, 2, 3, 4]


class Mode(msgspec.Struct, frozen=True):
    """A way in which a type happens; `house` marks those that PLOVER's own list does not have."""

    id: str
    label: str
    intensity: float
    house: bool = False
    definition: str = ""


class EventType(msgspec.Struct, frozen=True):
    """A PLOVER type. `intensity` is PLOVER's scale, `quad` the house quad of its default code."""

    id: str
    label: str
    definition: str
    quad: Quad
    intensity: float
    reciprocal: bool = False
    requires_recipient: bool = False
    modes: dict[str, Mode] = {}

    def intensity_of(self, mode: str | None) -> float:
        """PLOVER's intensity of a mode, the type's own where the mode is None or unknown."""
        found = self.modes.get(mode or "")
        return found.intensity if found else self.intensity


class Context(msgspec.Struct, frozen=True):
    """What an event is about."""

    id: str
    definition: str


class StatusKind(msgspec.Struct, frozen=True):
    """Whether an event happened."""

    id: str
    definition: str


class CameoCode(msgspec.Struct, frozen=True):
    """A CAMEO code: `scales` by name of the table, `quads` by name of the rule, its PLOVER type, mode and contexts.

    `goldstein` and `quad` are the house's choice among these; `plover` is what PLOVER's own table prints where the
    house departs from it.
    """

    code: str
    name: str
    root: str
    goldstein: float
    quad: Quad
    scales: dict[str, float]
    quads: dict[str, Quad]
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    plover: str | None = None


class Ontology(msgspec.Struct, frozen=True):
    """All of it, as compiled."""

    scale: str = ""
    quad_rule: str = ""
    types: dict[str, EventType] = {}
    contexts: dict[str, Context] = {}
    statuses: dict[str, StatusKind] = {}
    cameo: dict[str, CameoCode] = {}
    codes: dict[str, dict[str, str]] = {}
    by_context: dict[str, dict[str, str]] = {}
    by_status: dict[str, dict[str, str]] = {}
    lossy: dict[str, str] = {}
    out_of_reach: dict[str, str] = {}
