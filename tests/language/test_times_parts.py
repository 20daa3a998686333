"""The parts of an expression, its whole unit, and the days of it that a fact told at publication can lie in."""

from __future__ import annotations

import pytest

from legation.language.times import TimeExpression, times
from legation.language.when import dated, days

DAY = "2020-12-20"


def one(text: str) -> TimeExpression:
    [found] = times(text, DAY)
    return found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It fell from 2004 to 2009.", [("2004", "2004-01-01", "2004-12-31"), ("2009", "2009-01-01", "2009-12-31")]),
        ("It doubles by 2050.", [("2050", "2050-01-01", "2050-12-31")]),
        ("It grew since March 2015.", [("March 2015", "2015-03-01", "2015-03-31")]),
        (
            "It fell from March to August 2011.",
            [("March", "2011-03-01", "2011-03-31"), ("August 2011", "2011-08-01", "2011-08-31")],
        ),
        (
            "They met on 18 and 19 June.",
            [("18", "2020-06-18", "2020-06-18"), ("19 June", "2020-06-19", "2020-06-19")],
        ),
        ("They wrote earlier this month.", [("this month", "2020-12-01", "2020-12-31")]),
        (
            "It will end by the end of 2021.",
            [("the end of 2021", "2021-01-01", "2021-12-31"), ("2021", "2021-01-01", "2021-12-31")],
        ),
        ("It rose in the first six months of 2020.", [("2020", "2020-01-01", "2020-12-31")]),
        ("They met in 2019.", []),
    ],
)
def test_the_dated_parts_have_their_own_days(text: str, parts: list[tuple[str, str, str]]) -> None:
    found = one(text).parts
    assert [(each.text, each.start, each.end) for each in found] == parts
    assert all(text[slice(*each.span)] == each.text for each in found)


def test_the_parts_of_a_text_at_an_offset_are_shifted_too() -> None:
    [found] = times("by 2050", DAY, offset=10)
    assert [each.span for each in (found, *found.parts)] == [(10, 17), (13, 17)]


@pytest.mark.parametrize(
    ("text", "told", "ahead"),
    [
        ("They met this year.", ("2020-01-01", "2020-12-20"), ("2020-12-20", "2020-12-31")),
        ("They met last year.", ("2019-01-01", "2019-12-31"), ("2019-01-01", "2019-12-31")),
        ("They met in 2020.", ("2020-01-01", "2020-12-31"), ("2020-01-01", "2020-12-31")),
        ("They met in 2014 or later.", ("2014-01-01", None), ("2014-01-01", None)),
    ],
)
def test_of_a_current_unit_a_fact_takes_the_days_up_to_publication_and_a_plan_those_after(
    text: str, told: tuple[str, str | None], ahead: tuple[str, str | None]
) -> None:
    assert (days(one(text), DAY), days(one(text), DAY, ahead=True)) == (told, ahead)


def test_the_date_of_a_row_keeps_the_words() -> None:
    row = dated(one("They met this week."), DAY)
    assert (row.start, row.end, row.text, row.basis) == ("2020-12-14", "2020-12-20", "this week", "stated")


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("Signed 10/12/2020.", "month", "2020-10-12"),
        ("Signed 10/12/2020.", "day", "2020-12-10"),
        ("Signed 25/11/2020, in force 10/12/2020.", None, "2020-12-10"),
        ("Signed 11/25/2020, in force 12/10/2020.", None, "2020-12-10"),
    ],
)
def test_numeric_dates_are_read_in_the_order_told_or_shown(text: str, order: str | None, day: str) -> None:
    assert times(text, DAY, order=order)[-1].start == day  # type: ignore[arg-type]
