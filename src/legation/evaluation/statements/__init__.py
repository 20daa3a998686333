"""Measures of statements: each part is a module with `measure(data)`, which yields its figures."""

from __future__ import annotations

PARTS = ("chains", "stance", "issues", "attributions", "told", "nested", "speed")
HELP = "Who says what to whom, through whom: chains, stance, issues, attributions, recipients, nesting, speed."
NEEDS = "`attribution/`, `scorers/` and `corpus/`; parts `chains`, `stance` and `issues` read `eval/` of a checkout"
