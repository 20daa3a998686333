"""A time expression: where it stands in the text and which days it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "week", "month", "quarter", "half", "year", "decade", "range", "open"]
Kind = Literal["point", "range", "duration", "set"]
Anchor = Literal["absolute", "publication", "previous"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Days `start`…`end` (ISO, inclusive; None where open or unknown) that `text` at `span` means.

    `anchor` says from where it was counted: the text itself, publication, or the expression before it.
    `comparison` marks the base of a comparison ("against the same period last year"); `part` keeps the
    hedge of "early", "mid" and "late" (start, middle, end), which leaves the interval whole. `parts` are the dated
    expressions within, each with its own days: the two ends of "from 2004 to 2009", the year of "by 2050".
    """

    span: tuple[int, int]
    text: str
    start: str | None
    end: str | None
    precision: Precision
    kind: Kind
    anchor: Anchor
    calendar: str
    rule: str
    comparison: bool = False
    approximate: bool = False
    part: str | None = None
    parts: tuple[TimeExpression, ...] = ()
