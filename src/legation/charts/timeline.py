"""Events by month: cooperation up, conflict down, words beside deeds, and what could be read below."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import altair as alt

from legation.charts.months import Month, coarse, spread
from legation.charts.palette import DEEDS, LIGHT, WORDS

Layer: TypeAlias = Any
"""An Altair chart; what its methods return is untyped."""

NO_DOCUMENTS, FEW_DOCUMENTS = "#e9e7e1", "#f3f1ec"
"""Sentinel fills; `drawing.svg` turns them into hatching, which Vega-Lite has no mark for."""

_GROUNDS = (("none", NO_DOCUMENTS), ("few", FEW_DOCUMENTS))
_SIGNS = (1, 1, -1, -1)
_MEDIA = (WORDS, DEEDS, WORDS, DEEDS)
_MONTH_NAMES = "['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec']"
_JANUARY = "slice(datum.value,5)=='01'||slice(datum.value,5)=='Q1'"


def timeline(rows: Iterable[Month], *, width: int = 720) -> Layer:
    """The timeline of a pair; more than 48 months are drawn by quarter, more than 160 by year.

    Cooperation grows upwards and conflict downwards; words are outlined and deeds filled. Periods without
    documents are hatched, so that nothing found differs from nothing read; few documents are hatched lightly.
    """
    periods = coarse(spread(rows))
    x = _axis(periods)
    events = _ground(periods, x) + _bars(periods, x) + _zero()
    bare = x.copy()
    bare["axis"] = alt.Axis(labels=False, title=None, ticks=False, domain=False)
    strip = _ground(periods, bare) + _documents(periods, bare)
    return _dressed(
        alt.vconcat(events.properties(width=width, height=190), strip.properties(width=width, height=58), spacing=12)
    )


def twin(rows: Iterable[Month]) -> tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]:
    """The table beside the chart: its header and its rows, periods without documents included."""
    header = ("period", *(shade.label for shade in LIGHT.classes), "documents")
    return header, tuple((row.period, *row.counts, row.documents) for row in coarse(spread(rows)))


def caption(rows: Iterable[Month]) -> str:
    """What the chart shows, in words, for those who don't see it.

    >>> caption([Month(period="2020-12", verbal_cooperation=2, documents=1)])
    '2020-01 to 2020-12, from 1 document: 2 of cooperation in words. 11 of 12 periods have no documents.'
    """
    periods = coarse(spread(rows))
    if not periods:
        return "No events and no documents."
    totals = [sum(row.counts[index] for row in periods) for index in range(4)]
    parts = [f"{n} of {shade.label}" for n, shade in zip(totals, LIGHT.classes, strict=True) if n]
    documents = sum(row.documents for row in periods)
    empty = sum(row.seen == "none" for row in periods)
    silent = f" {empty} of {len(periods)} periods have no documents." if empty else ""
    noun = "document" if documents == 1 else "documents"
    span = f"{periods[0].period} to {periods[-1].period}"
    return f"{span}, from {documents} {noun}: {', '.join(parts) or 'no events'}.{silent}"


def _axis(periods: Sequence[Month]) -> alt.X:
    names = [row.period for row in periods]
    short = len(names) <= 18 and "Q" not in names[0]
    label = f"{_MONTH_NAMES}[toNumber(slice(datum.value,5))-1]" if short else "''"
    first = f"datum.value=='{names[0]}'" if short else "false"
    year = "slice(datum.value,0,4)"
    stacked = f"{_JANUARY}||{first} ? [{label}, {year}] : [{label}]" if short else f"{_JANUARY} ? {year} : ''"
    expression = "datum.value" if len(names[0]) == 4 else stacked
    axis = alt.Axis(labelExpr=expression, labelAngle=0, title=None, ticks=False, labelOverlap=False, domain=False)
    return alt.X("period:O", axis=axis, scale=alt.Scale(domain=names, paddingInner=0.12, paddingOuter=0.06))


def _ground(periods: Sequence[Month], x: alt.X) -> Layer:
    return alt.layer(*(_patch(periods, x, seen, fill) for seen, fill in _GROUNDS))


def _patch(periods: Sequence[Month], x: alt.X, seen: str, fill: str) -> Layer:
    rows = [{"period": row.period} for row in periods if row.seen == seen]
    mark = alt.Chart(alt.InlineData(rows)).mark_bar(fill=fill, width=alt.RelativeBandSize(1.12))
    return mark.encode(x=x, y=alt.value(0), y2=alt.value("height"))


def _bars(periods: Sequence[Month], x: alt.X) -> Layer:
    rows = [
        {"period": row.period, "class": shade.label, "medium": medium, "events": sign * n}
        for row in periods
        for n, shade, medium, sign in zip(row.counts, LIGHT.classes, _MEDIA, _SIGNS, strict=True)
        if n
    ]
    names = [shade.label for shade in LIGHT.classes]
    fill = alt.Scale(domain=names, range=[shade.fill for shade in LIGHT.classes])
    stroke = alt.Scale(domain=names, range=[shade.stroke for shade in LIGHT.classes])
    legend = alt.Legend(title=None, orient="top", symbolType="square", columnPadding=18, symbolSize=110)
    ticks = alt.Axis(title="events", format="d", labelExpr="abs(datum.value)", values=_ticks(periods), domain=False)
    return (
        alt.Chart(alt.InlineData(rows))
        .mark_bar(strokeWidth=1)
        .encode(
            x=x,
            xOffset=alt.XOffset("medium:N", scale=alt.Scale(domain=[WORDS, DEEDS], paddingInner=0.1)),
            y=alt.Y("events:Q", axis=ticks, scale=alt.Scale(nice=False, domain=list(_reach(periods)))),
            fill=alt.Fill("class:N", scale=fill, legend=legend),
            stroke=alt.Stroke("class:N", scale=stroke, legend=legend),
        )
    )


def _reach(periods: Sequence[Month]) -> tuple[float, float]:
    """The lowest and the highest value drawn; an empty side keeps a fifth, so that its emptiness shows."""
    top = max((max(row.counts[:2]) for row in periods), default=0)
    bottom = max((max(row.counts[2:]) for row in periods), default=0)
    least = max(top, bottom, 1) / 5
    return -max(bottom, least), max(top, least)


def _ticks(periods: Sequence[Month]) -> list[int]:
    low, high = _reach(periods)
    step = max(1, math.ceil(max(high, -low) / 4))
    return [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _zero() -> Layer:
    return alt.Chart(alt.InlineData([{"zero": 0}])).mark_rule(color=LIGHT.soft, strokeWidth=1).encode(y="zero:Q")


def _documents(periods: Sequence[Month], x: alt.X) -> Layer:
    rows = [{"period": row.period, "documents": row.documents} for row in periods]
    most = max((row.documents for row in periods), default=0) or 1
    axis = alt.Axis(title="documents", format="d", values=[0, most], domain=False, grid=False, titleLimit=90)
    return (
        alt.Chart(alt.InlineData(rows))
        .mark_bar(color=LIGHT.documents)
        .encode(x=x, y=alt.Y("documents:Q", axis=axis, scale=alt.Scale(domain=[0, most])))
    )


def _dressed(chart: Layer) -> Layer:
    text = {"labelColor": LIGHT.soft, "titleColor": LIGHT.soft, "labelFontSize": 11, "titleFontSize": 11}
    return (
        chart.resolve_scale(x="shared", y="independent")
        .configure(background="transparent", font="sans-serif", padding=2)
        .configure_view(stroke=None)
        .configure_axis(**text, gridColor=LIGHT.line, titleFontWeight="normal")
        .configure_legend(labelColor=LIGHT.ink, labelFontSize=11, offset=6)
    )
