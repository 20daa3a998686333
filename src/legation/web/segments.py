"""The text of a document cut at every edge of a span, so that overlapping rows can all be marked.

The pieces in order are exactly the text again; each piece knows which rows lie over it and which begin there.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from legation.records import Row, Span


class Marked(Row, frozen=True, kw_only=True):
    """A span with the row it belongs to and the layer it is drawn in: `event`, `statement`, `claim` or `actor`."""

    span: Span
    layer: str
    row: str


class Segment(Row, frozen=True, kw_only=True):
    """A piece of the text: the layers over it, the rows over it, and the rows whose first span begins here."""

    text: str
    layers: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def segments(text: str, marks: Iterable[Marked]) -> tuple[Segment, ...]:
    """Cut a text at the edges of its marks; spans beyond the text are cut to it, empty ones are left out.

    >>> [s.text for s in segments("abcd", [Marked(span=(0, 3), layer="event", row="e1"),
    ...                                    Marked(span=(1, 4), layer="claim", row="c1")])]
    ['a', 'bc', 'd']
    """
    kept = [clipped for mark in marks if (clipped := _clipped(mark, len(text)))]
    first = _firsts(kept)
    edges = sorted({0, len(text), *(edge for mark in kept for edge in mark.span)})
    over: list[Marked] = []
    waiting = sorted(kept, key=lambda mark: mark.span)[::-1]
    pieces = []
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.span[1] > start]
        while waiting and waiting[-1].span[0] <= start:
            over.append(waiting.pop())
        pieces.append(_segment(text[start:end], start, over, first))
    return tuple(pieces)


def _segment(text: str, start: int, over: list[Marked], first: dict[str, int]) -> Segment:
    rows = tuple(dict.fromkeys(mark.row for mark in over))
    return Segment(
        text=text,
        layers=tuple(sorted({mark.layer for mark in over})),
        rows=rows,
        begins=tuple(row for row in rows if first[row] == start),
    )


def _clipped(mark: Marked, size: int) -> Marked | None:
    start, end = max(0, mark.span[0]), min(size, mark.span[1])
    return Marked(span=(start, end), layer=mark.layer, row=mark.row) if start < end else None


def _firsts(marks: Iterable[Marked]) -> dict[str, int]:
    firsts: dict[str, int] = {}
    for mark in marks:
        firsts[mark.row] = min(firsts.get(mark.row, mark.span[0]), mark.span[0])
    return firsts
