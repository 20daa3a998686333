"""Counts by month: the rows that a timeline draws, with the empty months put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Literal

from legation.records import Row

Grain = Literal["month", "quarter", "year"]
FEW = 3
"""A month with fewer documents than this says little; it is drawn hatched."""

_LIMITS: tuple[tuple[int, Grain], ...] = ((48, "month"), (160, "quarter"))
_LEAST = 12


class Month(Row, frozen=True, kw_only=True):
    """How many events of each class fell in a period, and from how many documents they could come.

    `period` is `2020-12`, `2020-Q4` or `2020`.
    """

    period: str
    verbal_cooperation: int = 0
    material_cooperation: int = 0
    verbal_conflict: int = 0
    material_conflict: int = 0
    documents: int = 0

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """The four classes in the order of the quad codes 1 to 4."""
        return self.verbal_cooperation, self.material_cooperation, self.verbal_conflict, self.material_conflict

    @property
    def seen(self) -> Literal["none", "few", "enough"]:
        """Whether there was anything to read: no events in a month without documents means nothing."""
        if self.documents == 0:
            return "none"
        return "few" if self.documents < FEW else "enough"


def month(row: Mapping[str, Any]) -> Month:
    """A month from a mapping with `month` or `period` and the counts by their names; absent counts are 0.

    >>> month({"month": "2020-12", "verbal_cooperation": 2, "documents": 1}).counts
    (2, 0, 0, 0)
    """
    period = str(row.get("period") or row["month"])[:7]
    names = [name for name in Month.__struct_fields__ if name != "period"]
    return Month(period=period, **{name: int(row.get(name) or 0) for name in names})


def spread(rows: Iterable[Month], least: int = _LEAST) -> tuple[Month, ...]:
    """The months in order, every gap filled with an empty month, at least `least` months up to the last.

    >>> [row.period for row in spread([Month(period="2020-11"), Month(period="2021-01")], least=1)]
    ['2020-11', '2020-12', '2021-01']
    """
    known = {row.period: row for row in rows}
    if not known:
        return ()
    last = _number(max(known))
    first = min(_number(min(known)), last - least + 1)
    periods = [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1)]
    return tuple(known.get(period) or Month(period=period) for period in periods)


def coarse(rows: Sequence[Month]) -> tuple[Month, ...]:
    """The same counts by quarter or by year where there are too many months to draw."""
    grain = next((name for limit, name in _LIMITS if len(rows) <= limit), "year")
    if grain == "month":
        return tuple(rows)
    groups = groupby(rows, key=lambda row: _period(row.period, grain))
    return tuple(_sum(period, list(members)) for period, members in groups)


def _number(period: str) -> int:
    return int(period[:4]) * 12 + int(period[5:7]) - 1


def _period(period: str, grain: str) -> str:
    return period[:4] if grain == "year" else f"{period[:4]}-Q{(int(period[5:7]) + 2) // 3}"


def _sum(period: str, rows: list[Month]) -> Month:
    names = [name for name in Month.__struct_fields__ if name != "period"]
    return Month(period=period, **{name: sum(getattr(row, name) for row in rows) for name in names})
