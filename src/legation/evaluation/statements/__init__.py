"""Measures of statements: each part is a module with `measure(data)`, which yields its figures."""

from __future__ import annotations

PARTS = ("chains", "attributions", "told", "nested", "speed")
HELP = "Who says what to whom, through whom: chains, attributions, recipients, nesting, speed."
NEEDS = "`attribution/`, `scorers/` and `corpus/`; part `chains` reads `eval/chains.tsv` of a checkout"
