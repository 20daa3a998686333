"""Every example of every status cue is a test: the predicate named must get the status named."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, holds


@pytest.mark.parametrize("case", [*cases("status", "examples"), *cases("status", "not")])
def test_status(case: Case) -> None:
    holds(case)
