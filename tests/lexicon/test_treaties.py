"""Every example of a treaty is a test: who leaves it does so to its other sides."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, holds


@pytest.mark.parametrize("case", [*cases("treaties", "examples"), *cases("treaties", "not")])
def test_example(case: Case) -> None:
    holds(case)
