"""Into the store: once, by vintage, with every bad row's reason; and figures that officials state."""

from __future__ import annotations

import json

import pytest

from legation.errors import InputError, UsageError
from legation.statistics import load, read
from legation.statistics.periods import days
from legation.store import Store
from tests.statistics.conftest import V1, Made, figures, v1

VALUES = "SELECT vintage, value FROM series ORDER BY vintage"


def test_a_second_load_adds_nothing(made: Made, store: Store) -> None:
    path = made("a.csv", V1 + v1() + v1(partner='"","",""'))
    first = load(store, "comtrade", [path]).loaded
    again = load(store, "comtrade", [path]).loaded
    assert (first.added, first.rejected) == (1, 1)
    assert (again.added, again.known) == (0, 1)
    assert store.sql("SELECT file, line, code FROM rejects").fetchall() == [("a.csv", 3, "LG411")]


def test_a_copy_that_was_fetched_later_adds_only_what_was_revised(made: Made, store: Store) -> None:
    early = made("a.csv", V1 + v1() + v1(period="2020"))
    late = made("b.csv", V1 + v1() + v1(period="2020", values='"130","","130"'))
    load(store, "comtrade", [early], vintage="2021-03-01")
    report = load(store, "comtrade", [late]).loaded
    assert (report.added, report.known, report.revised) == (1, 1, 1)


def test_vintages_that_are_named_stand_side_by_side(made: Made, store: Store) -> None:
    path = made("a.csv", V1 + v1())
    for day in ("2021-03-01", "2022-03-01"):
        load(store, "comtrade", [path], vintage=day)
    assert store.sql(VALUES).fetchall() == [("2021-03-01", 120.0), ("2022-03-01", 120.0)]


def test_two_values_of_one_vintage_are_an_issue_and_the_first_is_kept(made: Made, store: Store) -> None:
    path = made("a.csv", V1 + v1() + v1(values='"999","","999"'))
    report = load(store, "comtrade", [path], vintage="2021-03-01")
    assert (report.loaded.added, report.loaded.rejected) == (1, 1)
    assert store.sql("SELECT code FROM rejects").fetchall() == [("LG415",)]
    assert store.sql(VALUES).fetchall() == [("2021-03-01", 120.0)]


def test_a_file_of_another_source_says_which(made: Made) -> None:
    with pytest.raises(InputError, match="LG303") as error:
        read(made("a.csv", V1 + v1()), "imf")
    assert "comtrade" in str(error.value)


def test_no_file_no_day_no_table(made: Made) -> None:
    path = made("a.csv", V1)
    with pytest.raises(InputError, match="LG301"):
        read(path.with_name("none.csv"), "imf")
    with pytest.raises(UsageError, match="LG103"):
        read(path, "comtrade", vintage="May 2020")
    with pytest.raises(InputError, match="LG303"):
        read(made("b.csv", "hello\nworld\n"), "comtrade")


STATED = {
    "speaker": "A. Envoy, ambassador",
    "basis": "Georgian customs (Geostat)",
    "flow": "KAZ->GEO",
    "period": "2020H1",
    "base_period": "2019H1",
    "value_usd_m": 12,
    "pct": 5,
    "published": "2020-08-01",
}


def test_a_stated_figure_is_of_the_record_that_it_is_quoted_from(made: Made) -> None:
    level, growth = figures(made("s.jsonl", json.dumps(STATED)), "series")
    assert (level.reporter, level.partner, level.flow, level.value) == ("GEO", "KAZ", "imports", 12e6)
    assert (growth.unit, growth.value, growth.base_start, growth.base_end) == (
        "percent",
        5.0,
        "2019-01-01",
        "2019-06-30",
    )
    assert {level.vintage, growth.vintage} == {"2020-08-01"}


def test_a_year_of_the_iranian_calendar_runs_from_march(made: Made) -> None:
    row = STATED | {"period": "1399", "base_period": None, "pct": None, "flow": "GEO->IRN", "basis": "IRICA"}
    (found,) = figures(made("s.jsonl", json.dumps(row)), "series")
    assert (found.start, found.end, found.calendar) == ("2020-03-20", "2021-03-20", "solar hijri")


def test_the_columns_of_the_table_load_too(made: Made) -> None:
    text = "reporter,partner,flow,period,value,unit,valuation,source\nGEO,KAZ,exports,2020,5,EUR,FOB,Geostat\n"
    (found,) = figures(made("s.csv", text), "series")
    assert (found.reporter, found.unit, found.valuation, found.source) == ("GEO", "EUR", "FOB", "Geostat")


@pytest.mark.parametrize("written", ["2020-00", "2020-Q5", "20201", "year", "2020..2019", ""])
def test_what_is_no_period_is_none(written: str) -> None:
    assert days(written) is None
