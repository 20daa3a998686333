"""Which statement holds a stretch of text: the innermost one whose content covers it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from legation.records import Span, Statement


class Holding:
    """An index of the contents of statements; a query costs what overlaps it, not what the document has."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        sized = ((s, sum(b - a for a, b in s.content.spans), n) for n, s in enumerate(statements))
        rows = sorted((span, size, n, s.id) for s, size, n in sized for span in s.content.spans)
        self._rows = [(end, size, n, id) for (_, end), size, n, id in rows]
        self._starts = [span[0] for span, *_ in rows]
        self._reach = list(accumulate((span[1] for span, *_ in rows), max))

    def innermost(self, span: Span) -> str | None:
        """The id of the statement with the shortest content that covers `span`, None where none does."""
        holding = []
        at = bisect_right(self._starts, span[0]) - 1
        while at >= 0 and self._reach[at] >= span[1]:
            end, size, n, id = self._rows[at]
            if end >= span[1]:
                holding.append((size, n, id))
            at -= 1
        return min(holding)[2] if holding else None
