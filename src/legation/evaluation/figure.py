"""A figure: what was measured, on which set, and the floor below which the measure fails."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of `legation eval`; `floor` is None where nothing is pinned.

    >>> Figure("sentences", "PUD news", "F1", 99.4, floor=97.5).holds
    True
    """

    part: str
    set: str
    measure: str
    value: float
    floor: float | None = None
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the figure is at or above its floor, compared as it is printed: to two decimals."""
        return self.floor is None or round(self.value, 2) >= self.floor


def f1(right: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall, in percent.

    >>> f1(8, 10, 10)
    80.0
    """
    return 200 * right / (found + gold) if found + gold else 0.0
