"""Measures of the claims: each part is a module with `measure(data)`, which yields its figures."""

from __future__ import annotations

PARTS = ("gold", "trade")
HELP = "Claims: kind, measure, dyad, direction, value, period, base."
NEEDS = "`samples/claims_rus_irn/`; the gold of claims lies in `eval/` of the repository"
