"""A line of small bars for a table cell; drawn by hand, since a list of pairs has hundreds of them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_STEP, _BAR, _HEIGHT = 4, 3, 20


def sparkline(values: Sequence[int], label: str) -> str:
    """Counts per period as an inline SVG; a zero keeps a hairline, so that the length of the period shows.

    >>> sparkline([0, 2], "events by year").count("<rect")
    2
    """
    most = max(values, default=0) or 1
    bars = "".join(_bar(index, value, most) for index, value in enumerate(values))
    width = max(len(values) * _STEP, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="sparkline" role="img" aria-label="{escape(label)}" '
        f'viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}">{bars}</svg>'
    )


def _bar(index: int, value: int, most: int) -> str:
    height = max(1.0, round(value / most * _HEIGHT, 1))
    return f'<rect x="{index * _STEP}" y="{_HEIGHT - height:g}" width="{_BAR}" height="{height:g}"/>'
