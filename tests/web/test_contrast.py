"""The colours: enough contrast in both themes, and the charts use the colours of the pages."""

from __future__ import annotations

import re

import pytest

from legation.brief.rendering import style
from legation.charts.palette import DARK, LIGHT
from legation.web.rendering import stylesheet

TOKENS = {
    name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style())
}
TEXT = ("ink", "soft", "link", "event", "statement", "claim", "warn", "conflict")
GRAPHICS = ("actor", "documents", "focus", "coop")


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "raised", "chosen"])
@pytest.mark.parametrize("name", TEXT)
def test_text_stands_out(name: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[name][theme], TOKENS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", GRAPHICS)
def test_lines_and_bars_stand_out(name: str, theme: int) -> None:
    assert contrast(TOKENS[name][theme], TOKENS["ground"][theme]) >= 3


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_buttons_with_the_link_colour_can_be_read(theme: int) -> None:
    assert contrast(TOKENS["link"][theme], TOKENS["ground"][theme]) >= 4.5


@pytest.mark.parametrize(("palette", "theme"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_the_charts_use_the_colours_of_the_pages(palette: object, theme: int) -> None:
    named = {"ink": "ink", "soft": "soft", "line": "line", "documents": "documents", "ground": "ground"}
    assert all(getattr(palette, field) == TOKENS[token][theme] for field, token in named.items())
    fills = [TOKENS[name][theme] for name in ("coop-tint", "coop", "conflict-tint", "conflict")]
    assert [shade.fill for shade in palette.classes] == fills  # type: ignore[attr-defined]


def test_every_colour_of_a_chart_has_its_dark_twin() -> None:
    swapped = set(re.findall(r'\[(?:fill|stroke)="(#\w{6})"\]', stylesheet()))
    used = {LIGHT.ink, LIGHT.soft, LIGHT.line, LIGHT.documents}
    used |= {colour for shade in LIGHT.classes for colour in (shade.fill, shade.stroke)}
    assert used <= swapped


def test_every_token_in_use_is_defined() -> None:
    defined = set(re.findall(r"--([\w-]+):", stylesheet()))
    assert set(re.findall(r"var\(--([\w-]+)\)", stylesheet())) <= defined
