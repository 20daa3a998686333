"""The examples of the entries that say which CAMEO code an act has are tests, and each of their codes has one."""

from __future__ import annotations

import pytest

from legation.evaluation.coverage import coverage
from legation.evaluation.examples import Case
from legation.lexicon.catalogue import catalogue
from legation.ontology import CAMEO, OUT_OF_REACH
from tests.lexicon.examples import cases, entries, holds


@pytest.mark.parametrize("case", [*cases("codes", "examples"), *cases("codes", "not")])
def test_example(case: Case) -> None:
    holds(case)


def test_every_code_of_an_entry_has_an_example_and_every_entry_a_counter_example() -> None:
    for entry in entries("codes"):
        assert {e["code"] for e in entry["examples"]} == set(entry["codes"]), entry["id"]
        assert entry["not"], entry["id"]


def test_entries_name_codes_that_there_are() -> None:
    named = {code for entry in entries("codes") for code in (*entry["codes"], *entry.get("base", ()))}
    assert named <= set(CAMEO)


def test_every_code_is_reached_or_it_is_told_why_not() -> None:
    assert {each.code: each.reason for each in coverage() if not each.by} == dict(OUT_OF_REACH)


def test_what_gives_a_code_has_an_id_that_can_be_shown() -> None:
    ways = {way for each in coverage() for way in each.by if not way.startswith(("context ", "status "))}
    assert ways <= set(catalogue())
