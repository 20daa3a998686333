"""The commands with the coder that ships: nothing fails on the demonstration, and each pair has a record."""

import json
import time

import pytest

from legation.demo import PAIRS, reports
from legation.errors import Exit
from legation.store import open_store


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    from click.testing import CliRunner

    from legation.cli import main

    store = tmp_path_factory.mktemp("demo") / "store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.cpu_count", lambda: 1)
        result = CliRunner().invoke(main, ["demo", "--store", str(store)], prog_name="legation")
    return store, result


def test_no_report_fails(demonstration):
    store, result = demonstration
    assert result.exit_code == Exit.DONE, result.stderr
    assert "0 failed" in result.stderr
    held = open_store(store)
    assert held.counts()["documents"] == len(reports())
    assert held.issues() == ()


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_each_pair_has_events_statements_and_claims(demonstration, a, b):
    pair = open_store(demonstration[0]).pair(a, b)
    assert len(pair.event_rows()) >= 5
    assert len(pair.statement_rows()) >= 20
    assert pair.claim_rows()


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_each_pair_has_a_panel_and_a_brief(demonstration, run, a, b):
    store = demonstration[0]
    rows = json.loads(run("relations", a, b, "--store", store, "--by", "year", "--format", "json").stdout)
    assert {row["period"] for row in rows} & {"2019", "2020", "2022", "2023"}
    assert "## " in run("brief", a, b, "--store", store).stdout


def test_doctor_finds_nothing_wrong(demonstration, run):
    result = run("doctor", "--store", demonstration[0], "--format", "json")
    assert [each for each in json.loads(result.stdout) if each["ok"] != "ok"] == []


def test_a_second_demo_is_quick(demonstration, run):
    started = time.monotonic()
    assert f"{len(reports())} already stored, 0 new" in run("demo", "--store", demonstration[0]).stderr
    assert time.monotonic() - started < 15
