"""A clause looks back or ahead by its verb, and a date without a year is read by it."""

from __future__ import annotations

import pytest

from legation.language import parse
from legation.language.tense import Tenses
from legation.records import Document

DAY = "2020-12-20"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On Friday, the foreign minister of Iran will meet his Russian counterpart in Moscow.", "2020-12-25"),
        ("On Friday, the foreign minister of Iran met his Russian counterpart in Moscow.", "2020-12-18"),
        ("The two ministers agreed to meet in Moscow on Friday.", "2020-12-25"),
        ("The two ministers began to talk in Moscow on Friday.", "2020-12-18"),
        ("The deal that was signed in January is dead.", "2020-01-01"),
        ("The deal that will be signed in January is dead.", "2021-01-01"),
        ("Friday's meeting in Moscow will be the first.", "2020-12-25"),
        ("He said on Friday that the talks will continue.", "2020-12-18"),
    ],
)
def test_the_tense_of_the_verb_decides_which_one_is_meant(text: str, start: str) -> None:
    assert [each.start for each in parse(Document(id="d", text=text, published=DAY)).times] == [start]


def test_a_place_without_a_verb_tells_no_tense() -> None:
    words = parse(Document(id="d", text="Visit to Tehran, Friday", published=DAY)).words
    assert Tenses(words).at(17) is None
