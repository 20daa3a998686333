"""Counts against the record: lower bounds, every definition, no announcements, no cancelled visits."""

from __future__ import annotations

import pytest

from legation.records import Check, Count, Event
from legation.relations.checks.check import check
from legation.store import Found
from tests.checks.sample_case import act, case, claim

VISITS = (act("2021-02-01"), act("2021-05-10"), act("2021-09-03"))


def counted(value: float, events: tuple[Found[Event], ...], measure: str = "visits", **more: object) -> Check:
    found = claim("count", measure, value=value, unit="count", direction=None, **more)
    return check(found, case([found], events))


@pytest.mark.parametrize(("value", "verdict"), [(3, "supported"), (2, "contradicted"), (4, "undecided")])
def test_the_record_is_a_lower_bound(value: float, verdict: str) -> None:
    made = counted(value, VISITS)
    assert (made.verdict, made.computed) == (verdict, 3)
    assert len(made.evidence) == 3


def test_the_first_since_another_does_not_count_that_one() -> None:
    made = counted(1, VISITS[1:], period=("2021-05-01", "2021-11-20"), words="since May")
    assert made.verdict == "undecided"


def test_only_the_strict_definition_shows_that_there_were_more() -> None:
    made = counted(2, (*VISITS[:1], act("2021-10-01", mode="third-party"), act("2020-12-24")))
    assert made.verdict == "supported"
    assert counted(2, (VISITS[0], act("2019-12-24"), act("2018-12-24"))).verdict == "undecided"


def test_what_is_short_says_how_many_there_are() -> None:
    assert counted(4, VISITS).missing == "the record shows at least 3 of 4; a complete list would decide"


def test_reports_of_one_visit_are_one_and_a_month_holds_its_days() -> None:
    again = (act("2021-02-02", document="s"), act("2021-05-01", "2021-05-31", document="t"))
    assert counted(3, (*VISITS, *again)).computed == 3


def test_announcements_and_visits_that_were_called_off_are_not_counted() -> None:
    more = (act("2021-10-01", status="planned"), act("2021-10-20"), act("2021-10-20", status="denied", document="s"))
    assert counted(3, (*VISITS, *more)).verdict == "supported"


def test_a_number_of_visits_told_at_once_is_not_one_visit() -> None:
    told = act("2021-01-01", "2021-11-20", count=Count(value=3.0))
    assert counted(3, (*VISITS, told)).computed == 3


def test_a_wider_definition_that_makes_it_true_is_named() -> None:
    made = counted(4, (*VISITS, act("2021-10-01", mode="third-party")))
    assert made.verdict == "supported"
    assert "third places" in made.tests[0].reading


def test_calls_are_no_visits() -> None:
    calls = (act("2021-03-01", mode="phone"), act("2021-03-20", mode="phone"))
    assert counted(2, (*VISITS, *calls), "calls").verdict == "supported"


def test_the_twelve_months_before_are_tried_besides_the_calendar_year() -> None:
    made = counted(4, (act("2020-12-10"), *VISITS))
    assert made.verdict == "supported"
    assert "twelve months" in made.tests[0].reading
