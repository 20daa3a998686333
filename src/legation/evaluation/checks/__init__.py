"""Measures of the checks: claims in normal form whose consistency was worked out by hand."""

from __future__ import annotations

PARTS = ("consistency",)
HELP = "Whether claims and figures fit each other."
NEEDS = "`samples/claims_rus_irn/`"
