"""Quotation marks: text in, quoted words out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.quotes import quotes

MARKS = st.text(alphabet=st.sampled_from(list("\"'“”‘’„«»‹› ab.s\n`,-")), max_size=200)


def inner(text: str) -> list[str]:
    return [text[slice(*each.inner)] for each in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Lavrov said, "We agree." He left.', ["We agree."]),
        ("Lavrov said, “We agree.” He left.", ["We agree."]),
        ('"We agree," he said, "on all."', ["We agree,", "on all."]),
        ('They warned of the West\'s "friends" in Kyiv.', ["friends"]),
        ("The ministers' joint text calls it a 'new era' of ties.", ["new era"]),
        ("The states’ leaders called it a ‘new era’ of ties.", ["new era"]),
        ("He said: “The so-called ‘road map’ is dead.”", ["The so-called ‘road map’ is dead.", "road map"]),
        ("He said: \"The so-called 'road map' is dead.\"", ["The so-called 'road map' is dead.", "road map"]),
        ("Sie nannte es „eine Frage“ und ging.", ["eine Frage"]),
        ("Il a dit «une question» et est parti.", ["une question"]),
        ("``We agree,'' he said.", ["We agree,"]),
        ("It's 5 o'clock in the '90s, isn't it?", []),
        ("Rock 'n' roll in Iran's capital.", []),
        ("No marks at all.", []),
        ("He is 6' 2\" tall.", []),
        ("He asked, “Did he say “yes” or no?” and left.", ["Did he say “yes” or no?", "yes"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_missing_mark_ends_at_the_paragraph() -> None:
    text = 'He said, "We agree on all.\n\nThe next day he left.'
    [quote] = quotes(text)
    assert (text[slice(*quote.inner)], quote.closed) == ("We agree on all.", False)


def test_a_missing_mark_ends_where_the_next_quotation_opens() -> None:
    text = 'He said, "We agree. She said, "We do not."'
    assert [(text[slice(*q.inner)].strip(), q.closed) for q in quotes(text)] == [
        ("We agree. She said,", False),
        ("We do not.", True),
    ]


def test_a_quotation_that_reopens_with_each_paragraph_is_one() -> None:
    text = "He said: “We agree.\n\n“We also trade.\n\n“We will meet.” He left. “Soon,” he said."
    found = quotes(text)
    assert [text[slice(*q.inner)] for q in found] == ["We agree.", "We also trade.", "We will meet.", "Soon,"]
    assert [q.closed for q in found] == [False, False, True, True]
    assert [q.group for q in found] == [0, 0, 0, 1]


def test_levels_count_from_the_outermost() -> None:
    found = quotes("“He told me ‘a “real” deal’ was near.”")
    assert [each.level for each in found] == [0, 1, 2]


@given(MARKS)
def test_any_marks_give_ordered_spans_within_the_text(text: str) -> None:
    found = quotes(text)
    assert found == quotes(text)
    for quote in found:
        assert 0 <= quote.span[0] <= quote.inner[0] <= quote.inner[1] <= quote.span[1] <= len(text)
    assert [q.span[0] for q in found] == sorted(q.span[0] for q in found)


@given(MARKS)
def test_quotations_nest_and_never_cross(text: str) -> None:
    found = quotes(text)
    for i, one in enumerate(found):
        for other in found[i + 1 :]:
            apart = one.span[1] <= other.span[0]
            assert apart or other.span[1] <= one.span[1]


@pytest.mark.parametrize("mark", ['"', "“", "'", "‘x", '"a ', "’", "« "])
def test_ten_thousand_marks_take_no_time(mark: str) -> None:
    began = time.process_time()
    quotes(mark * 10_000)
    assert time.process_time() - began < 2
