"""Every example of an issue is a test: the text names it, in its normal form; a counter-example names none."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, entries, holds


@pytest.mark.parametrize("case", [*cases("issues", "examples"), *cases("issues", "not")])
def test_example(case: Case) -> None:
    holds(case)


def test_what_names_an_issue_has_an_example_and_a_counter_example() -> None:
    naming = [e for e in entries("issues") if "heads" in e or "phrases" in e or "names" in e]
    assert [e["id"] for e in naming if not e.get("examples") or not e.get("not")] == []
