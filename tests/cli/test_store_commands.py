"""`ingest`, `relations`, `brief` over one store."""

import csv
import io
import json

import pytest

from legation.errors import Exit
from legation.store import open_store

pytestmark = pytest.mark.usefixtures("plain_coder")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "news.jsonl"
    texts = {"2020-01-05": "Iran met Russia.", "2020-01-20": "Russia met Iran again.", "2020-03-01": "It rained."}
    path.write_text("".join(json.dumps({"id": day, "date": day, "text": text}) + "\n" for day, text in texts.items()))
    return path


@pytest.fixture
def store(tmp_path, source, run):
    path = tmp_path / "store"
    assert run("ingest", source, "--store", path, "--processes", 1).exit_code == Exit.DONE
    return path


def test_ingest_says_on_stderr_what_it_did_and_nothing_on_stdout(run, source, tmp_path):
    result = run("ingest", source, "--store", tmp_path / "s", "--processes", 1)
    assert result.stdout == ""
    assert "3 documents read" in result.stderr
    assert "3 new" in result.stderr
    assert "2 events" in result.stderr


def test_a_second_run_adds_nothing(run, source, store):
    result = run("ingest", source, "--store", store, "--processes", 1)
    assert "3 already stored, 0 new" in result.stderr
    assert open_store(store).counts()["documents"] == 3


def test_a_failed_document_ends_with_3_and_is_stored_with_its_issue(run, tmp_path):
    source = tmp_path / "bad.jsonl"
    source.write_text('{"id": "a", "date": "2020-01-01", "text": "kaboom"}\nnot json\n')
    result = run("ingest", source, "--store", tmp_path / "s", "--processes", 1)
    assert result.exit_code == Exit.SOME_FAILED
    assert {found.row.code for found in open_store(tmp_path / "s").issues()} == {"LG408", "LG405"}


def test_a_text_with_an_impossible_date_is_stored_with_its_events_and_its_issue(run, tmp_path):
    source = tmp_path / "odd.jsonl"
    source.write_text('{"id": "a", "date": "2020-02-31", "text": "Iran met Russia."}\n')
    run("ingest", source, "--store", tmp_path / "s", "--processes", 1)
    held = open_store(tmp_path / "s")
    assert [found.row.code for found in held.issues()] == ["LG402"]
    assert held.counts()["events"] == 1


def test_an_interrupted_run_says_how_to_go_on(run, source, tmp_path, monkeypatch):
    def interrupted(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("legation.engine.code_many", interrupted)
    result = run("ingest", source, "--store", tmp_path / "s", "--processes", 1)
    assert result.exit_code == Exit.INTERRUPTED
    assert "run the same command again" in result.stderr


def test_relations_gives_a_row_a_month_and_channel(run, store):
    result = run("relations", "Iran", "RUS", "--store", store, "--format", "json")
    assert result.exit_code == Exit.DONE
    rows = json.loads(result.stdout)
    assert [(row["period"], row["channel"], row["direction"], row["events"]) for row in rows] == [
        ("2020-01", "verbal_cooperation", "mutual", 2)
    ]


def test_relations_by_year_shows_the_measures_of_a_period(run, store):
    result = run("relations", "IRN", "RUS", "--store", store, "--by", "year", "--show", "periods", "--format", "jsonl")
    (row,) = (json.loads(line) for line in result.stdout.splitlines())
    assert (row["period"], row["events"], row["too_few"]) == ("2020", 2, True)


@pytest.mark.parametrize("show", ["channels", "periods"])
def test_relations_in_csv_splits_estimates_into_columns(run, store, show):
    result = run("relations", "IRN", "RUS", "--store", store, "--show", show, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert {"intensity", "intensity_low", "intensity_high"} <= row.keys()


def test_relations_in_a_pipe_names_the_sides(run, store):
    heading, row = run("relations", "RUS", "IRN", "--store", store, "--show", "periods").stdout.splitlines()
    assert "statements IRN→RUS" in heading
    assert row.startswith("2020-01")
    assert "too few" in row


def test_a_pair_of_which_nothing_is_recorded_says_so(run, store):
    result = run("relations", "PHL", "RUS", "--store", store, "--format", "json")
    assert json.loads(result.stdout) == []
    assert "nothing is recorded of PHL and RUS" in result.stderr


def test_a_misspelt_country_gets_the_nearest(run, store):
    result = run("relations", "Philipines", "RUS", "--store", store)
    assert result.exit_code == Exit.USAGE
    assert "error[LG101]" in result.stderr
    assert "Philippines (PHL)" in result.stderr


def test_the_store_may_come_from_the_environment(run, store, monkeypatch):
    monkeypatch.setenv("LEGATION_STORE", str(store))
    assert run("relations", "IRN", "RUS").exit_code == Exit.DONE


@pytest.mark.parametrize(("name", "beginning"), [("b.html", "<!doctype html>"), ("b.md", "# ")])
def test_a_brief_is_written_as_its_file_name_asks(run, store, tmp_path, name, beginning):
    result = run("brief", "IRN", "RUS", "--store", store, "-o", tmp_path / name)
    assert result.exit_code == Exit.DONE
    assert result.stdout == ""
    written = (tmp_path / name).read_text()
    assert written.lower().startswith(beginning)
    assert "Iran met Russia" in written


def test_a_brief_without_file_is_markdown_on_stdout(run, store):
    assert run("brief", "IRN", "RUS", "--store", store).stdout.startswith("# ")


def test_a_brief_of_another_kind_is_wrong_usage(run, store, tmp_path):
    result = run("brief", "IRN", "RUS", "--store", store, "-o", tmp_path / "b.docx")
    assert result.exit_code == Exit.USAGE
    assert not (tmp_path / "b.docx").exists()


def test_a_wrong_day_is_wrong_usage(run, store):
    result = run("brief", "IRN", "RUS", "--store", store, "--since", "2020-13-01")
    assert result.exit_code == Exit.USAGE
    assert "error[LG103]" in result.stderr


@pytest.mark.parametrize("command", [("relations", "IRN", "RUS"), ("brief", "IRN", "RUS"), ("serve",)])
def test_a_folder_without_store_is_a_store_error(run, tmp_path, command):
    result = run(*command, "--store", tmp_path)
    assert result.exit_code == Exit.STORE
    assert "error[LG501]" in result.stderr
