"""Measures of the event stage: each part is a module with `measure(data)`, which yields its figures."""

from __future__ import annotations

PARTS = ("types", "actors", "speed")
HELP = "Types between marked parties, how sure, who is meant, how fast."
NEEDS = "`events/plv_train.tsv`; part `actors` reads `eval/actors.tsv` of a checkout"
