"""The examples of the YAML as parameters of tests; they are run by `legation.evaluation.examples`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from legation.evaluation.examples import Case, run
from legation.lexicon.build import SOURCE, language_tables


@cache
def tables() -> dict[str, Any]:
    return dict(language_tables(SOURCE))


def entries(table: str) -> list[dict[str, Any]]:
    """The entries of a table of the language, with their examples."""
    found: list[dict[str, Any]] = tables()[f"en/{table}"]
    return found


def cases(table: str, key: str) -> Iterator[Any]:
    """Every example (`examples`) or counter-example (`not`) of a table."""
    for entry in entries(table):
        for number, example in enumerate(entry.get(key) or []):
            name = f"{entry.get('type', table).lower()}-{entry['id']}-{number}"
            yield pytest.param(Case(entry, table, example, key == "examples"), id=name)


def holds(case: Case) -> None:
    """The example gives what it says."""
    outcome = run(case)
    assert outcome.holds, f"{case.text}\n  {outcome}"
