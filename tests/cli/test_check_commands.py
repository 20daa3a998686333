"""`load`, `check`, `disputes` over one store."""

from __future__ import annotations

import json

import pytest

from legation.errors import Exit
from legation.records import Document, Period, Record
from legation.store import open_store
from tests.rows import claim

SERIES = (
    "reporter,partner,flow,period,value,unit,source\n"
    "NOR,PER,trade,2019,5,USD,Customs\nNOR,PER,trade,2020,6,USD,Customs\n"
)
TEXT = "Trade between Norway and Peru grew by 20 percent in 2020."


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "store"
    period = Period(start="2020-01-01", end="2020-12-31")
    about = {"dyad": ("NOR", "PER"), "period": period, "unit": "percent", "direction": "up"}
    with open_store(path, create=True) as made:
        for outlet, value in (("Wire", 20.0), ("Post", 50.0)):
            document = Document(id=outlet, text=f"{TEXT} {outlet}", published="2021-02-01", outlet=outlet)
            made.write([Record(document=document, claims=(claim(document, TEXT[:-1], value=value, **about),))])
    return path


@pytest.fixture
def series(tmp_path):
    path = tmp_path / "series.csv"
    path.write_text(SERIES)
    return path


def test_figures_are_loaded_and_claims_checked_against_them(run, store, series):
    loaded = run("load", "series", series, "--store", store)
    assert (loaded.exit_code, loaded.stdout) == (Exit.DONE, "")
    assert "2 rows read" in loaded.stderr
    result = run("check", "NOR", "PER", "--store", store, "--format", "jsonl")
    assert result.exit_code == Exit.DONE
    made = {row["document"]: row for row in map(json.loads, result.stdout.splitlines())}
    assert {name: row["verdict"] for name, row in made.items()} == {"Wire": "supported", "Post": "contradicted"}
    assert len(made["Wire"]["evidence"]) == 2
    assert "2 claims: 1 supported, 1 contradicted, 0 undecided" in result.stderr
    assert open_store(store).sql("SELECT count(*) FROM checks").fetchall() == [(2,)]
    assert run("check", "--store", store, "--strict").exit_code == Exit.FINDINGS


def test_a_bad_row_ends_with_3_and_stands_in_rejects(run, store, series):
    series.write_text(SERIES + "NOR,PER,trade,soon,6,USD,Customs\n")
    assert run("load", "series", series, "--store", store).exit_code == Exit.SOME_FAILED
    assert open_store(store).sql("SELECT line, code FROM rejects").fetchall() == [(4, "LG413")]


def test_disputes_have_a_row_for_each_side(run, store):
    result = run("disputes", "NOR", "PER", "--store", store, "--format", "csv")
    assert result.exit_code == Exit.DONE
    assert [line.split(",")[2] for line in result.stdout.splitlines()] == ["kind", "figures", "figures"]


def test_a_pair_has_two_sides(run, store):
    assert run("check", "NOR", "--store", store).exit_code == Exit.USAGE
    assert run("load", "imf", "none.csv", "--store", store).exit_code == Exit.UNREADABLE
