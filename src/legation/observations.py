"""What statistics record between states: observations of a source's version, and the rows that were not stored."""

from __future__ import annotations

from typing import Literal

from legation.records import Row

Valuation = Literal["FOB", "CIF"]
Calendar = Literal["gregorian", "solar hijri"]


class Observation(Row, frozen=True, kw_only=True):
    """What a reporter recorded with a partner from `start` to `end`, inclusive, in the source's version of `vintage`.

    `flow`: exports, imports, trade, or an indicator; a growth (percent) has a base; `figure`: the id of all vintages.
    """

    id: str
    figure: str
    source: str
    reporter: str
    partner: str | None = None
    flow: str
    product: str = "TOTAL"
    valuation: Valuation | None = None
    calendar: Calendar = "gregorian"
    period: str
    start: str
    end: str
    base_start: str | None = None
    base_end: str | None = None
    unit: str
    value: float
    status: str | None = None
    vintage: str


class Reject(Row, frozen=True, kw_only=True):
    """A row of a statistics file that was not stored, and why; `line` counts from 1."""

    source: str
    file: str
    line: int
    vintage: str
    code: str
    message: str
