"""Every example of a casualty entry is a test: an event of the text has the tolls."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from tests.lexicon.examples import cases, holds


@pytest.mark.parametrize("case", [*cases("casualties", "examples"), *cases("casualties", "not")])
def test_example(case: Case) -> None:
    holds(case)
