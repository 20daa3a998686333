"""Quantities: the values of NewsQuant, sentence by sentence; with their direction of change or bound."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import isclose
from pathlib import Path
from typing import Any

from legation.evaluation.figure import Figure, f1
from legation.language.quantities import Quantity, quantities
from legation.records import Span

Value = tuple[float, float | None]
GOLD = re.compile(r"(-?[\d.]+(?:[eE][-+]?\d+)?)(?:-([\d.]+(?:[eE][-+]?\d+)?))?")
MODELS = frozenset({"NumberModel", "CurrencyModel", "DimensionModel", "PercentModel"})
PLAIN = re.compile(r"-?[\d.]+(?:[eE]-?\d+)?%?")
SIGNS = {"about": "~", "at_least": ">", "at_most": "<", "exact": "="}


def measure(data: Path) -> Iterator[Figure]:
    """F1 in percent over values, and over values with their sign; a range is right where both its ends are."""
    cases = json.loads((data / "quantities/newsquant_dev.json").read_text("utf8"))
    found = [quantities(case["text"]) for case in cases]
    yield Figure("quantities", "NewsQuant", "value F1", score(cases, found, signed=False), 91.0)
    yield Figure("quantities", "NewsQuant", "value and change F1", score(cases, found, signed=True), 83.0)
    yield Figure("quantities", "MS unit cases", "values right", unit_cases(data), 66.0)


def unit_cases(data: Path) -> float:
    """The share of the numbers, amounts, dimensions and percentages whose value is found, in percent."""
    right = total = 0
    with gzip.open(data / "quantities/ms_number_specs.jsonl.gz", "rt", encoding="utf-8") as file:
        for case in map(json.loads, file):
            results = case["results"] if case["spec"] in MODELS else ()
            wanted = [r for r in results if PLAIN.fullmatch(r["res"].get("value") or "")]
            found = quantities(case["text"]) if wanted else ()
            for result in wanted:
                value, here = float(result["res"]["value"].rstrip("%")), (result["s"], result["e"] + 1)
                right += any(isclose(q.value, value, rel_tol=1e-4) for q in found if overlap(q.span, here))
                total += 1
    return 100 * right / total


def overlap(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def score(cases: Sequence[dict[str, Any]], found: Sequence[Sequence[Quantity]], *, signed: bool) -> float:
    """F1 over the bags of values of each sentence."""
    right = ours = gold = 0
    for case, row in zip(cases, found, strict=True):
        have = Counter((key(q.value, q.high), sign(q) if signed else "") for q in row)
        want = Counter((read(g["value"]), g["change"] if signed else "") for g in case["quantities"])
        right += (have & want).total()
        ours, gold = ours + have.total(), gold + want.total()
    return f1(right, ours, gold)


def key(value: float, high: float | None) -> Value:
    """A value as it is compared: four significant digits, so that a third is .3333."""
    return float(f"{value:.4g}"), None if high is None else float(f"{high:.4g}")


def read(value: str) -> Value:
    """A gold value: a number, or two with a dash between.

    Raises ValueError where it is neither.

    >>> read("2.5"), read("-3.0"), read("1.0-1.5")
    ((2.5, None), (-3.0, None), (1.0, 1.5))
    """
    found = GOLD.fullmatch(value.replace(" ", ""))
    if found is None:
        raise ValueError(f"not a gold value: {value!r}")
    return key(float(found[1]), float(found[2]) if found[2] else None)


def sign(quantity: Quantity) -> str:
    """What NewsQuant writes for a quantity: its direction of change, else its bound."""
    return quantity.change or SIGNS[quantity.bound]
