"""What `legation eval` measures: a folder for each stage, with its PARTS, a line of HELP and the data it NEEDS."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from legation.evaluation import checks, claims, events, language, statements
from legation.evaluation.figure import Figure

STAGES: dict[str, ModuleType] = {
    "language": language,
    "events": events,
    "statements": statements,
    "claims": claims,
    "checks": checks,
}


def measure(stage: str, data: Path, parts: Sequence[str] = ()) -> Iterator[Figure]:
    """The figures of the parts named – of all without any – in their order; `data` is the folder of the sets.

    Raises FileNotFoundError where the folder lacks a set.
    """
    for part in parts or STAGES[stage].PARTS:
        yield from importlib.import_module(f"legation.evaluation.{stage}.{part}").measure(data)
