"""A chart as SVG text that stands alone: no script, no outside address, a title and a description."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import escape
from typing import Any

import vl_convert

from legation.charts.palette import LIGHT
from legation.charts.specification import FEW_DOCUMENTS, NO_DOCUMENTS

_HATCH = (
    '<pattern id="{name}" width="{gap}" height="{gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line class="hatch" x1="0" y1="0" x2="0" y2="{gap}" stroke="{colour}" stroke-width="1.2"/></pattern>'
)
_ROOT = re.compile(r'^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>')
_NOISE = re.compile(r' aria-(?:roledescription|label|hidden)="[^"]*"| role="graphics-[a-z]+"')


def svg(chart: Any, *, title: str, description: str) -> str:
    """A specification or an Altair chart as one `<svg>` element, scaled by its view box.

    Nothing is fetched: a chart whose data lie at an address is refused by the converter (`ValueError`).
    """
    width, height, body = _drawn(json.dumps(chart if isinstance(chart, dict) else chart.to_dict()))
    return _head(width, height, title, description) + body


@lru_cache(maxsize=128)
def _drawn(specification: str) -> tuple[str, str, str]:
    """Width, height, and what stands inside the `<svg>` element and ends it."""
    drawn = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    found = _ROOT.match(drawn)
    if found is None:
        raise ValueError("the chart was not drawn as SVG")
    body = _NOISE.sub("", drawn[found.end() :])
    body = body.replace(f'fill="{NO_DOCUMENTS}"', 'fill="url(#no-documents)"')
    body = body.replace(f'fill="{FEW_DOCUMENTS}"', 'fill="url(#few-documents)"')
    return found[1], found[2], body


def _head(width: str, height: str, title: str, description: str) -> str:
    patterns = _HATCH.format(name="no-documents", gap=5, colour=LIGHT.line) + _HATCH.format(
        name="few-documents", gap=11, colour=LIGHT.line
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" aria-labelledby="drawing-title '
        f'drawing-description" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<title id="drawing-title">{escape(title)}</title>'
        f'<desc id="drawing-description">{escape(description)}</desc><defs>{patterns}</defs>'
    )
