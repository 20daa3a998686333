"""Measures of the event stage: each part is a module with `measure(data)`, which yields its figures."""

from __future__ import annotations

PARTS = ("types", "contexts", "codes", "actors", "speed")
HELP = "Types between marked parties, how sure, contexts, CAMEO codes, who is meant, how fast."
NEEDS = "`events/plv_train.tsv`; parts `contexts`, `codes` and `actors` read `eval/*.tsv` of a checkout"
