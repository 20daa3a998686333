"""Ratios with an interval: the same number over stories drawn with replacement.

Stories, not rows: one dispatch printed by twenty papers is one witness (`research/data.md` §3.3, 7).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from legation.records import Row

DRAWS = 500
SEED = 20201220
FEW = 3
LEVEL = (5.0, 95.0)
AT_ONCE = 4_000_000


class Estimate(Row, frozen=True, kw_only=True):
    """A value with its 90 % interval, and the stories it rests on."""

    value: float
    low: float
    high: float
    stories: int


def ratio(parts: Iterable[tuple[str, float, float]], seed: int = SEED) -> Estimate | None:
    """Σ numerator / Σ denominator of (story, numerator, denominator) parts; None for fewer than 3 stories.

    The interval is that of 500 draws of as many stories; the seed fixes them, so the same rows give the same interval.

    >>> ratio([("a", 1.0, 1.0), ("b", 1.0, 1.0), ("c", 1.0, 1.0)])
    Estimate(value=1.0, low=1.0, high=1.0, stories=3)
    """
    sums: dict[str, list[float]] = {}
    for story, above, below in parts:
        each = sums.setdefault(story, [0.0, 0.0])
        each[0] += above
        each[1] += below
    table = np.array([sums[story] for story in sorted(sums)], dtype=float).reshape(-1, 2)
    if len(table) < FEW or not table[:, 1].sum():
        return None
    above, below = table.sum(axis=0)
    low, high = np.percentile(drawn(table, seed), LEVEL)
    return Estimate(value=rounded(above / below), low=rounded(low), high=rounded(high), stories=len(table))


def drawn(table: np.ndarray, seed: int) -> np.ndarray:
    """The ratio in each draw; draws without a denominator say nothing and are left out."""
    draws, stories = np.random.default_rng(seed), len(table)
    step = max(1, AT_ONCE // stories)
    sums = [
        draws.multinomial(stories, np.full(stories, 1 / stories), size=min(step, DRAWS - done)) @ table
        for done in range(0, DRAWS, step)
    ]
    both = np.concatenate(sums)
    kept = both[both[:, 1] > 0]
    ratios: np.ndarray = kept[:, 0] / kept[:, 1]
    return ratios


def rounded(value: float) -> float:
    """Four decimals: more than any of these numbers can bear, and the same on every machine; no minus zero."""
    return round(float(value), 4) + 0.0
