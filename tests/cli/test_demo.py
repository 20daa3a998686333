"""The demonstration: its reports, and the command that codes them."""

import re
from datetime import date

import pytest

from legation.demo import PAIRS, reports
from legation.errors import Exit
from legation.store import open_store

NAMES = {
    "IRN": r"Iran|Tehran",
    "RUS": r"Russia|Moscow|Kremlin|Putin",
    "CHN": r"Chin(a|ese)|Beijing|Xi ",
    "USA": r"United States|Americ|Washington|Biden|Trump",
    "IND": r"India|New Delhi|Modi",
    "PAK": r"Pakistan|Islamabad",
}


def test_there_are_at_least_66_reports_of_three_pairs_2018_to_2024():
    found = reports()
    assert len({report.id for report in found}) == len(found) >= 66
    for a, b in PAIRS:
        days = [report.published for report in found if report.id.startswith(f"{a}-{b}".lower())]
        assert len(days) >= 22
        assert days == sorted(days)
        assert days[0] >= "2018-01-01"
        assert days[-1] <= "2024-12-31"


@pytest.mark.parametrize("report", reports(), ids=lambda report: report.id)
def test_a_report_is_short_dated_and_names_both_countries(report):
    assert report.outlet == "Legation demo desk"
    assert report.id.endswith(date.fromisoformat(report.published).isoformat())
    assert 60 <= len(report.text.split()) <= 160
    assert 3 <= len(re.findall(r"[.?!](?: |$)", report.text)) <= 8
    a, b = report.id.upper().split("-")[:2]
    assert re.search(NAMES[a], report.text)
    assert re.search(NAMES[b], report.text)


def test_no_two_reports_share_a_sentence():
    sentences = [sentence for report in reports() for sentence in re.split(r"(?<=[.?!]) ", report.text)]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.usefixtures("plain_coder")
def test_demo_stores_shows_and_writes_the_brief_and_says_what_to_do_next(run, tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    result = run("demo", "--store", tmp_path / "d")
    assert result.exit_code == Exit.DONE, result.stderr
    assert open_store(tmp_path / "d").counts()["documents"] == len(reports())
    assert (tmp_path / "d" / "IRN-RUS.html").exists()
    assert f"legation serve --store {tmp_path / 'd'}" in result.stderr
    assert "legation" not in result.stdout


@pytest.mark.usefixtures("plain_coder")
def test_a_second_demo_codes_nothing_again(run, tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    run("demo", "--store", tmp_path / "d")
    assert f"{len(reports())} already stored, 0 new" in run("demo", "--store", tmp_path / "d").stderr
