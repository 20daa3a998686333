"""Every example of a context is a test: an event of the text is about it."""

from __future__ import annotations

import pytest

from legation.evaluation.examples import Case
from legation.ontology import CONTEXTS
from tests.lexicon.examples import cases, entries, holds


@pytest.mark.parametrize("case", [*cases("contexts", "examples"), *cases("contexts", "not")])
def test_example(case: Case) -> None:
    holds(case)


def test_every_context_has_words() -> None:
    assert [entry["context"] for entry in entries("contexts")] == list(CONTEXTS)
