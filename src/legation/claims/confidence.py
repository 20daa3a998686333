"""How likely a claim is right in all fields: a logistic regression over what is known of its draft.

`training/claims/fit.py` fits the weights on the verdicts of the audits of running text (`eval/audit/claims-*.jsonl`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from legation.claims.draft import Draft

WEIGHTS = Path(__file__).with_name("confidence.json")
FLOOR, CEILING = 0.05, 0.99


def confidence(draft: Draft, sides: int, dated: bool) -> float:
    """The probability that a claim between so many sides, with or without a period, is right."""
    weights = _weights()
    total = weights["bias"] + sum(weights.get(name, 0.0) * x for name, x in features(draft, sides, dated).items())
    return round(min(CEILING, max(FLOOR, 1 / (1 + math.exp(-total)))), 3)


def features(draft: Draft, sides: int, dated: bool) -> dict[str, float]:
    """What speaks for and against a claim, by name."""
    measure, quantity = draft.measure, draft.quantity
    sort = measure.sort if measure else ""
    said = {
        "alone": sides < 2,
        "around": draft.rule.around,
        "dated": dated,
        "far": measure is None or measure.far,
        "unlisted": measure is not None and measure.entry is None,
        "money": quantity is not None and quantity.money,
        "number": quantity is not None,
        "open": draft.held in ("possible", "planned"),
        "phrase": bool(draft.rule.phrase),
        "view": draft.view,
    }
    kinds = ("change", "level", "count", "trend", "rank", "comparison", "exclusive", "dated")
    of_kind = {f"kind.{kind}": draft.kind == kind for kind in kinds}
    of_sort = {f"sort.{name}": sort == name for name in ("flow", "stock", "contact", "relation")}
    return {name: float(x) for name, x in (said | of_kind | of_sort).items()}


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    kept: Mapping[str, float] = json.loads(WEIGHTS.read_text("utf8"))["weights"]
    return kept
