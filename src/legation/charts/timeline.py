"""The timeline of a pair: as an Altair chart for the notebook, as a table, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from legation.charts.months import Month, coarse, spread
from legation.charts.palette import LIGHT
from legation.charts.specification import specification

Chart: TypeAlias = Any
"""An Altair chart; the library is loaded with the first one."""


def timeline(rows: Iterable[Month], *, width: int = 720) -> Chart:
    """`specification` as an Altair chart, which a notebook shows as it is."""
    import altair

    return altair.VConcatChart.from_dict(specification(rows, width=width))


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
