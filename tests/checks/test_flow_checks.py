"""Claims about trade against series: one record, the same months, a named valuation."""

from __future__ import annotations

from typing import Any

import pytest

from legation.observations import Observation
from legation.records import Check
from legation.relations.checks.book import Record
from legation.relations.checks.check import check
from legation.relations.checks.windows import readings
from tests.checks.sample_case import case, claim, series

YEARS = [series("trade", "2020", 100), series("trade", "2021", 125)]
MONTHS = [
    series("exports", f"{year}{month:02}", 10 + (year == 2021) * month) for year in (2020, 2021) for month in (1, 2)
]


def checked(figures: list[Observation], *args: Any, **more: Any) -> Check:
    found = claim(*args, **more)
    return check(found, case([found], figures=figures))


@pytest.mark.parametrize(
    ("value", "bound", "verdict"),
    [
        (25.0, "exact", "supported"),
        (25.4, "exact", "supported"),
        (20.0, "at_least", "supported"),
        (27.0, "about", "supported"),
        (12.0, "at_most", "contradicted"),
        (50.0, "exact", "contradicted"),
        (27.0, "exact", "undecided"),
        (40.0, "at_least", "contradicted"),
    ],
)
def test_a_growth_is_that_of_one_record_and_its_bound_counts(value: float, bound: str, verdict: str) -> None:
    found = checked(YEARS, value=value, bound=bound)
    assert (found.verdict, found.computed) == (verdict, 25.0)
    assert set(found.evidence) == {each.id for each in YEARS}


def test_growth_is_never_computed_across_reporters() -> None:
    figures = [series("exports", "2020", 100), series("imports", "2021", 150, reporter="PER")]
    found = checked(figures, measure="exports", value=50.0)
    assert found.verdict == "undecided"
    assert (
        found.missing == "figures of one record for 2021-01-01 to 2021-11-20 and for the same months of the base year"
    )


def test_growth_is_never_computed_across_sources_of_one_reporter() -> None:
    figures = [series("trade", "2020", 100, source="IMF DOTS"), series("trade", "2021", 150)]
    assert checked(figures, value=50.0).verdict == "undecided"


def test_this_year_is_the_months_there_are_against_the_same_of_the_year_before() -> None:
    found = checked(MONTHS, measure="exports", value=15.0)
    assert (found.verdict, found.computed) == ("supported", 15.0)
    assert "the months to 2021-02" in found.tests[0].reading


def test_a_year_is_never_compared_with_a_part_of_one() -> None:
    figures = [series("trade", "2020", 100), series("trade", "2021-01..2021-06", 80)]
    assert checked(figures, value=30.0).verdict == "undecided"


def test_a_missing_month_is_not_made_up() -> None:
    figures = [each for each in MONTHS if each.period != "202001"]
    found = checked(figures, measure="exports", value=15.0, period=("2021-01-01", "2021-02-28"), words="two months")
    assert found.verdict == "undecided"


def test_the_part_of_a_year_that_the_series_lacks_has_the_whole_as_evidence() -> None:
    found = checked(YEARS, value=5.0, period=("2021-01-01", "2021-06-30"), words="the first half")
    assert found.verdict == "undecided"
    assert "the rest grew by about 45" in found.tests[0].reading
    assert found.evidence


def test_an_iranian_year_is_tried_for_irans_own_record() -> None:
    row = claim(value=5.0, period=("2020-01-01", "2020-12-31"), words="2020").row
    own = readings(row, "2021-11-20", Record("IRN/stated", ()), "IRN=PER")
    assert ("2020-03-20", "2021-03-20") in [each.window for each in own]
    other = readings(row, "2021-11-20", Record("PER/stated", ()), "IRN=PER")
    assert [each.window for each in other] == [("2020-01-01", "2020-12-31")]


@pytest.mark.parametrize(("value", "verdict"), [(126e6, "supported"), (140e6, "undecided"), (300e6, "contradicted")])
def test_a_level_is_held_against_the_band_of_both_records(value: float, verdict: str) -> None:
    found = checked([*YEARS, series("trade", "2021", 126, reporter="PER")], "level", value=value, unit="USD")
    assert found.verdict == verdict


def test_imports_that_grew_faster_than_exports() -> None:
    figures = [
        series("exports", "2020", 50),
        series("exports", "2021", 55),
        series("imports", "2020", 20),
        series("imports", "2021", 40),
    ]
    found = checked(figures, "comparison", "imports", value=None)
    assert (found.verdict, found.computed) == ("supported", 90.0)
    assert checked(figures, "comparison", "exports", value=None).verdict == "contradicted"


def test_one_direction_follows_from_trade_and_the_other() -> None:
    figures = [series("trade", "2021", 100), series("exports", "2021", 70)]
    assert checked(figures, "level", "imports", value=30e6, unit="USD").verdict == "supported"


def test_a_record_year_is_higher_than_all_before_it() -> None:
    figures = [series("trade", str(year), value) for year, value in ((2018, 90), (2019, 130), (2020, 100), (2021, 125))]
    found = checked(figures, "rank", value=None, period=("2021-01-01", "2021-12-31"))
    assert found.verdict == "contradicted"
    assert (
        checked(figures[2:] + figures[:1], "rank", value=None, period=("2021-01-01", "2021-12-31")).verdict
        == "supported"
    )


def test_no_series_says_so() -> None:
    assert checked([], value=5.0).missing == "no series of the trade of Norway and Peru is loaded"


def test_a_sentence_can_be_printed() -> None:
    found = checked(YEARS, value=25.0)
    assert found.note == (
        "Test Wire's claim – change of trade between Norway and Peru: up, 25 percent, in 2021-01-01 to 2021-11-20 – "
        "holds: 25.0 percent by Norway's record in UN Comtrade; the whole of 2021 (2021)."
    )
