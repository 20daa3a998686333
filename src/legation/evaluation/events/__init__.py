"""Measures of the event stage: each part is a module with `measure(data)`, which yields its figures."""

from __future__ import annotations

PARTS = ("types", "speed")
HELP = "Types between marked parties, how sure, how fast."
NEEDS = "`events/plv_train.tsv`"
