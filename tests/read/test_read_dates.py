"""Dates as sources write them: read where there is one reading, refused everywhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import DocumentError, UsageError
from legation.read.dates import exact, parse

READ = [
    ("2020-12-20", "2020-12-20"),
    (" 2020-12-20 ", "2020-12-20"),
    ("2020-2-3", "2020-02-03"),
    ("2020/12/20", "2020-12-20"),
    ("2020.12.20", "2020-12-20"),
    ("20201220", "2020-12-20"),
    (20201220, "2020-12-20"),
    ("20201220T123000Z", "2020-12-20"),
    ("20201220123000", "2020-12-20"),
    ("2020-12-20T23:30:00-05:00", "2020-12-20"),  # the day as written; no time zone is applied
    ("2020-12-20 21:09:18", "2020-12-20"),
    ("2020-12-20T21", "2020-12-20"),
    ("Sun, 20 Dec 2020 16:20:00 +0000", "2020-12-20"),
    ("20 Dec 2020", "2020-12-20"),
    ("20 December 2020, 23:15", "2020-12-20"),
    ("20-DEC-2020 11:35:01.50", "2020-12-20"),
    ("December 20, 2020", "2020-12-20"),
    ("Dec. 2nd, 2020", "2020-12-02"),
    ("2024-02-29", "2024-02-29"),
    ("2999-01-01", "2999-01-01"),  # the future is allowed
]
REFUSED = [
    ("2020-02-30", "no calendar has the day"),
    ("2023-02-29", "no calendar has the day"),
    ("2020-13-01", "no calendar has the day"),
    ("20201301", "no calendar has the day"),
    ("2020-00-10", "no calendar has the day"),
    ("0000-01-01", "no calendar has the day"),
    ("0001-01-01", "too early"),
    ("31 Nov 2020", "no calendar has the day"),
    ("20 Foo 2020", "no calendar has the day"),
    ("03/04/2020", "which number is the day"),
    ("20/12/2020", "which number is the day"),  # a file of such dates has ambiguous ones too
    ("3.4.20", "which number is the day"),
    ("2020-12", "not a date"),
    ("2020", "not a date"),
    ("yesterday", "not a date"),
    ("2 hours ago", "not a date"),
    ("2020-12-20 or later", "not a date"),
    ("19 May 2025 - 20 May 2025", "not a date"),
    ("٢٠٢٠-12-20", "not a date"),
    ("", "not a date"),
    ("9" * 5000, "not a date"),
    (1608422400, "not a date"),  # seconds or milliseconds, of which zone?
    (20201220.0, "not a date"),
    (True, "not a date"),
    (None, "not a date"),
    ({"$date": "2020-12-20"}, "not a date"),
]


@pytest.mark.parametrize(("written", "day"), READ)
def test_a_date_with_one_reading_is_read(written: object, day: str) -> None:
    assert parse(written) == day


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_any_other_is_refused_with_its_reason(written: object, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as caught:
        parse(written)
    assert caught.value.code == "LG402"
    assert len(caught.value.message) < 200


@given(st.dates(min_value=date(1600, 1, 1)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    forms = ("%Y-%m-%d", "%Y%m%d", "%Y-%m-%dT%H:%M:%SZ", "%a, %d %b %Y %H:%M:%S +0000", "%B %d, %Y", "%d %B %Y")
    assert {parse(day.strftime(form)) for form in forms if day.year > 999} == {day.isoformat()}


@given(st.text(max_size=120))
def test_whatever_is_written_gives_a_day_or_an_issue(written: str) -> None:
    try:
        outcome = parse(written)
    except DocumentError as error:
        outcome = error.code
    assert outcome == "LG402" or date.fromisoformat(outcome)


@pytest.mark.parametrize("given", ["2020-02-30", "20201220", "2020-12-20T00:00", "20 Dec 2020", ""])
def test_a_caller_writes_dates_in_one_way(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        exact(given)
    assert caught.value.code == "LG103"


def test_no_date_is_none() -> None:
    assert exact(None) is None
