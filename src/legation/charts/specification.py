"""The Vega-Lite specification of a timeline, as plain data: Altair copies its parts so often that pages would wait."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from legation.charts.months import Month, coarse, spread
from legation.charts.palette import DEEDS, LIGHT, WORDS

Spec = dict[str, Any]

NO_DOCUMENTS, FEW_DOCUMENTS = "#e9e7e1", "#f3f1ec"
"""Sentinel fills; `drawing.svg` turns them into hatching, which Vega-Lite has no mark for."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_GROUNDS = (("none", NO_DOCUMENTS), ("few", FEW_DOCUMENTS))
_SIGNS = (1, 1, -1, -1)
_MEDIA = (WORDS, DEEDS, WORDS, DEEDS)
_MONTH_NAMES = "['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec']"
_JANUARY = "slice(datum.value,5)=='01'||slice(datum.value,5)=='Q1'"
_TICKS = 5
_ROOM = 3
"""Periods before the first January in which the first year still has room for its label."""
_BARE = {"labels": False, "title": None, "ticks": False, "domain": False}
_TEXT = {"labelColor": LIGHT.soft, "titleColor": LIGHT.soft, "labelFontSize": 11, "titleFontSize": 11}
_CONFIG = {
    "background": "transparent",
    "font": "sans-serif",
    "padding": 2,
    "view": {"stroke": None},
    "axis": {**_TEXT, "gridColor": LIGHT.line, "titleFontWeight": "normal"},
    "legend": {"labelColor": LIGHT.ink, "labelFontSize": 11, "offset": 6},
}


def specification(rows: Iterable[Month], *, width: int = 720) -> Spec:
    """The timeline of a pair; more than 48 months are drawn by quarter, more than 160 by year.

    Cooperation grows upwards and conflict downwards; words are outlined and deeds filled. Periods without
    documents are hatched, so that nothing found differs from nothing read; few documents are hatched lightly.
    """
    periods = coarse(spread(rows))
    x = _x(periods, _axis(periods))
    bare = _x(periods, _BARE)
    events = [*_ground(periods, x), _bars(periods, x), _zero()]
    strip = [*_ground(periods, bare), _documents(periods, bare)]
    return {
        "$schema": SCHEMA,
        "config": _CONFIG,
        "spacing": 12,
        "resolve": {"scale": {"x": "shared", "y": "independent"}},
        "vconcat": [
            {"width": width, "height": 190, "layer": events},
            {"width": width, "height": 58, "layer": strip},
        ],
    }


def _x(periods: Sequence[Month], axis: Spec) -> Spec:
    scale = {"domain": [row.period for row in periods], "paddingInner": 0.12, "paddingOuter": 0.06}
    return {"field": "period", "type": "ordinal", "axis": axis, "scale": scale}


def _axis(periods: Sequence[Month]) -> Spec:
    names = [row.period for row in periods] or [""]
    short = len(names) <= 18 and "Q" not in names[0]
    label = f"{_MONTH_NAMES}[toNumber(slice(datum.value,5))-1]" if short else "''"
    opens = short or not any(name.endswith(("-01", "Q1")) for name in names[:_ROOM])
    first = f"datum.value=='{names[0]}'" if opens else "false"
    year = "slice(datum.value,0,4)"
    marked = f"{_JANUARY}||{first}"
    stacked = f"{marked} ? [{label}, {year}] : [{label}]" if short else f"{marked} ? {year} : ''"
    expression = "datum.value" if len(names[0]) == 4 else stacked
    return {
        "labelExpr": expression,
        "labelAngle": 0,
        "labelOverlap": False,
        "title": None,
        "ticks": False,
        "domain": False,
    }


def _ground(periods: Sequence[Month], x: Spec) -> Iterable[Spec]:
    for seen, fill in _GROUNDS:
        yield {
            "data": {"values": [{"period": row.period} for row in periods if row.seen == seen]},
            "mark": {"type": "bar", "fill": fill, "width": {"band": 1.12}},
            "encoding": {"x": x, "y": {"value": 0}, "y2": {"value": "height"}},
        }


def _bars(periods: Sequence[Month], x: Spec) -> Spec:
    values = [
        {"period": row.period, "class": shade.label, "medium": medium, "events": sign * n}
        for row in periods
        for n, shade, medium, sign in zip(row.counts, LIGHT.classes, _MEDIA, _SIGNS, strict=True)
        if n
    ]
    offset = {"domain": [WORDS, DEEDS], "paddingInner": 0.1}
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "strokeWidth": 1},
        "encoding": {
            "x": x,
            "xOffset": {"field": "medium", "type": "nominal", "scale": offset},
            "y": _events(periods),
            "fill": _class([shade.fill for shade in LIGHT.classes]),
            "stroke": _class([shade.stroke for shade in LIGHT.classes]),
        },
    }


def _events(periods: Sequence[Month]) -> Spec:
    axis: Spec = {"title": "events", "format": "d", "labelExpr": "abs(datum.value)", "values": _ticks(periods)}
    scale = {"nice": False, "domain": list(_reach(periods))}
    axis |= {"domain": False, "labelOverlap": False}
    return {"field": "events", "type": "quantitative", "axis": axis, "scale": scale}


def _class(colours: Sequence[str]) -> Spec:
    scale = {"domain": [shade.label for shade in LIGHT.classes], "range": list(colours)}
    legend = {"title": None, "orient": "top", "symbolType": "square", "columnPadding": 18, "symbolSize": 110}
    return {"field": "class", "type": "nominal", "scale": scale, "legend": legend}


def _reach(periods: Sequence[Month]) -> tuple[float, float]:
    """The lowest and the highest value drawn; an empty side keeps a fifth, so that its emptiness shows."""
    top = max((max(row.counts[:2]) for row in periods), default=0)
    bottom = max((max(row.counts[2:]) for row in periods), default=0)
    least = max(top, bottom, 1) / 5
    return -max(bottom, least), max(top, least)


def _ticks(periods: Sequence[Month]) -> list[int]:
    """About five round numbers, zero among them."""
    low, high = _reach(periods)
    steps = (n * 10**zeros for zeros in range(12) for n in (1, 2, 5))
    step = next(step for step in steps if step * _TICKS >= high - low)
    return [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _zero() -> Spec:
    return {
        "data": {"values": [{"zero": 0}]},
        "mark": {"type": "rule", "color": LIGHT.soft, "strokeWidth": 1},
        "encoding": {"y": {"field": "zero", "type": "quantitative"}},
    }


def _documents(periods: Sequence[Month], x: Spec) -> Spec:
    most = max((row.documents for row in periods), default=0) or 1
    axis = {"title": "documents", "format": "d", "values": [0, most], "domain": False, "grid": False, "titleLimit": 90}
    y = {"field": "documents", "type": "quantitative", "axis": axis, "scale": {"domain": [0, most]}}
    return {
        "data": {"values": [{"period": row.period, "documents": row.documents} for row in periods]},
        "mark": {"type": "bar", "color": LIGHT.documents},
        "encoding": {"x": x, "y": y},
    }
