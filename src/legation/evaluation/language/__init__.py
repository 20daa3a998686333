"""Measures of the language stage: each part is a module with `measure(data)`, which yields its figures."""

from __future__ import annotations

PARTS = ("syntax", "sentences", "lemmas", "names", "times", "status", "probes", "reference", "quantities", "speed")
HELP = "Sentences, syntax, names, times, status, reference, speed."
NEEDS = "`syntax/`, `names/`, `time/`, `status/`, `coref/`, `quantities/` and `corpus/`"
