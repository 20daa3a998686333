"""Measures of the language stage: each part is a module with `measure(data)`, which yields its figures."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from legation.evaluation.figure import Figure

PARTS = ("syntax", "sentences", "lemmas", "names", "times", "status", "probes", "reference", "quantities", "speed")


def measure(data: Path, parts: Sequence[str] = PARTS) -> Iterator[Figure]:
    """The figures of the parts named, in their order; `data` is the folder with `syntax/`, `names/`, `time/` and so on.

    Raises FileNotFoundError where the folder lacks a set.
    """
    for part in parts:
        yield from importlib.import_module(f"legation.evaluation.language.{part}").measure(data)
