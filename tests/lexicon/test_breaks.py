"""Every example of the lists behind sentences, datelines, furniture and turns is a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from legation.language import sentences
from legation.language.datelines import dateline
from legation.language.furniture import furniture
from legation.language.turns import turns
from legation.lexicon.build import SOURCE, read_yaml


def examples(name: str, key: str = "examples") -> Iterator[Any]:
    for entry in read_yaml(SOURCE / "en" / f"{name}.yaml"):
        for number, example in enumerate(entry.get(key) or []):
            yield pytest.param(entry["id"], example, id=f"{entry['id']}-{key}-{number}")


@pytest.mark.parametrize(("rule", "example"), examples("sentences"))
def test_a_text_is_cut_at_the_bars(rule: str, example: str) -> None:
    text = example.replace(" | ", " ")
    assert [text[slice(*each.span)] for each in sentences(text)] == example.split(" | "), rule


@pytest.mark.parametrize(("rule", "example"), examples("datelines"))
def test_a_dateline_ends_at_the_bar(rule: str, example: str) -> None:
    text = example.replace(" | ", " ")
    span = dateline(text)
    assert (text[slice(*span)] if span else None) == example.split(" | ")[0], rule


@pytest.mark.parametrize(("rule", "example"), examples("datelines", "not"))
def test_other_openings_are_no_dateline(rule: str, example: str) -> None:
    assert dateline(example) is None, rule


@pytest.mark.parametrize(("rule", "example"), examples("furniture"))
def test_lines_of_the_page_are_furniture(rule: str, example: str) -> None:
    assert furniture(example) == rule


@pytest.mark.parametrize(("rule", "example"), examples("furniture", "not"))
def test_lines_of_the_report_are_no_furniture(rule: str, example: str) -> None:
    assert furniture(example) is None, rule


@pytest.mark.parametrize(("rule", "example"), examples("turns"))
def test_a_turn_begins_at_the_bar(rule: str, example: str) -> None:
    text = "MR BERG: Yes.\n" + example.replace(" | ", " ")
    label, said = (text[slice(*span)] for span in (turns(text)[-1].label, turns(text)[-1].span))
    assert f"{label} | {said}" == example.replace(": | ", " | "), rule


@pytest.mark.parametrize(("rule", "example"), examples("turns", "not"))
def test_other_lines_open_no_turn(rule: str, example: str) -> None:
    assert len(turns(f"MR BERG: Yes.\n{example}")) == 1, rule
