"""The colours of the charts: deeds are filled, words are outlined, so that no meaning hangs on hue alone."""

from __future__ import annotations

from typing import NamedTuple


class Shade(NamedTuple):
    """One class of events in one theme: its fill and its outline."""

    label: str
    fill: str
    stroke: str


class Theme(NamedTuple):
    """All colours that a chart uses; the pages swap the light values for the dark ones by CSS."""

    ink: str
    soft: str
    line: str
    documents: str
    ground: str
    classes: tuple[Shade, ...]


COOPERATION, CONFLICT = "cooperation", "conflict"
WORDS, DEEDS = "words", "deeds"

LIGHT = Theme(
    ink="#1f2328",
    soft="#57606a",
    line="#d3d7dc",
    documents="#7a828b",
    ground="#fdfdfc",
    classes=(
        Shade("cooperation in words", "#cde3f3", "#0a5f98"),
        Shade("cooperation in deeds", "#0a5f98", "#0a5f98"),
        Shade("conflict in words", "#fadcc4", "#b04500"),
        Shade("conflict in deeds", "#b04500", "#b04500"),
    ),
)
DARK = Theme(
    ink="#e6e8ea",
    soft="#a4adb6",
    line="#3a424b",
    documents="#8d96a0",
    ground="#14181d",
    classes=(
        Shade("cooperation in words", "#173850", "#6cb6ec"),
        Shade("cooperation in deeds", "#6cb6ec", "#6cb6ec"),
        Shade("conflict in words", "#4e2c14", "#f3a164"),
        Shade("conflict in deeds", "#f3a164", "#f3a164"),
    ),
)
