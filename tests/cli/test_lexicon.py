"""`legation lexicon`: an overlay checked, built, compared; and `--lexicon` of the commands that code."""

import csv
import io
import json

import pytest

from legation.errors import Exit

RULE = """\
- id: mine.rhyme
  type: CONSULT
  mode: phone
  verb: [rhyme]
  recipient: [with]
  examples:
    - {text: "Russia rhymed with China on Tuesday.", actors: [RUS], recipients: [CHN]}
  not:
    - {text: "A camera rhymed with great care.", because: nobody acts}
- disable: [en.assault.attack, en.found.assault]
"""
REPORT = "Russia rhymed with China on Tuesday. Iran attacked Iraq."


@pytest.fixture
def mine(tmp_path, monkeypatch):
    monkeypatch.setenv("LEGATION_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "mine"
    (folder / "en" / "events").mkdir(parents=True)
    (folder / "en" / "events" / "mine.yaml").write_text(RULE)
    return folder


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(f"date 2021-03-04\n\n{REPORT}\n")
    return path


def test_a_right_overlay_has_no_findings(run, mine):
    result = run("lexicon", "check", mine, "--format", "json")
    assert (result.exit_code, result.stdout, result.stderr) == (Exit.DONE, "[]\n", "no findings\n")


def test_an_example_that_gives_something_else_is_a_finding(run, mine):
    path = mine / "en" / "events" / "mine.yaml"
    path.write_text(RULE.replace("recipients: [CHN]", "recipients: [IRN]"))
    result = run("lexicon", "check", mine, "--format", "json")
    assert result.exit_code == Exit.FINDINGS
    (finding,) = json.loads(result.stdout)
    assert (finding["code"], finding["at"]) == ("LG205", f"{path}:1")
    assert finding["message"].startswith(
        "example of mine.rhyme does not hold: 'Russia rhymed with China on Tuesday.' gives"
    )


def test_faults_are_told_before_any_example_is_run(run, mine):
    path = mine / "en" / "events" / "mine.yaml"
    path.write_text(RULE.replace("CONSULT", "CONSUL").replace("mine.rhyme", "en.consult.visit"))
    rows = list(csv.DictReader(io.StringIO(run("lexicon", "check", mine, "--format", "csv").stdout)))
    assert [(row["code"], row["at"]) for row in rows] == [("LG203", f"{path}:1"), ("LG202", f"{path}:1")]
    assert all(row["hint"] for row in rows)
    assert run("lexicon", "check", mine / "nowhere").exit_code == Exit.USAGE


def test_build_names_the_tables_that_change(run, mine):
    rows = json.loads(run("lexicon", "build", mine, "--format", "json").stdout)
    assert {row["table"] for row in rows} == {"en/events", "about/examples"}


def test_diff_tells_gains_losses_and_their_sentences(run, mine, report):
    result = run("lexicon", "diff", "shipped", mine, "--sample", report, "--format", "json")
    rows = [(r["change"], r["rule"], r["sentence"]) for r in json.loads(result.stdout)]
    sentences = REPORT.replace(". ", ".|").split("|")
    assert ("gained", "mine.rhyme", sentences[0]) in rows
    assert ("lost", "en.assault.attack", sentences[1]) in rows
    counts = json.loads(
        run("lexicon", "diff", mine, "shipped", "--sample", report, "--by", "rule", "--format", "json").stdout
    )
    assert {"rule": "mine.rhyme", "gained": 0, "lost": 1, "changed": 0} in counts
    assert run("lexicon", "diff", mine, mine, "--sample", report, "--format", "json").stdout == "[]\n"


def test_commands_work_with_an_overlay(run, mine, report, tmp_path):
    record = json.loads(run("code", report, "--lexicon", mine).stdout)
    assert record["events"][0]["why"] == ["mine.rhyme"]
    assert "mine.rhyme (overlay/en/events/mine.yaml:1)" in run("why", report, "--lexicon", mine).stdout
    assert run("rule", "show", "mine.rhyme", "--lexicon", mine).stdout.startswith("mine.rhyme  overlay/en/events")
    store = tmp_path / "store"
    first = run("ingest", report, "--store", store, "--processes", "1", "--lexicon", mine)
    again = run("ingest", report, "--store", store, "--processes", "1", "--lexicon", mine)
    other = run("ingest", report, "--store", store, "--processes", "1")
    assert ["1 new" in first.stderr, "1 already stored" in again.stderr, "1 replaced" in other.stderr] == [True] * 3


def test_the_overlay_ends_with_the_command(run, mine, report):
    assert "mine.rhyme" in run("code", report, "--lexicon", mine).stdout
    assert "mine.rhyme" not in run("code", report).stdout


def test_codes_are_listed_with_what_gives_them(run):
    result = run("lexicon", "codes", "--root", "14", "--format", "json")
    rows = {row["code"]: row for row in json.loads(result.stdout)}
    assert result.exit_code == Exit.DONE
    assert rows["1411"]["first"] == "en.code.leadership"
    assert result.stderr == "26 of 26 codes are reached\n"


def test_a_code_that_nothing_gives_has_its_reason(run):
    result = run("lexicon", "codes", "--by", "root", "--root", "08", "--format", "json")
    assert json.loads(result.stdout) == [
        {"root": "08", "name": "Yield", "codes": 25, "reached": 23, "missing": "084, 086"}
    ]
    assert "084 Return, release, not specified below: Every rule tells" in result.stderr


def test_a_root_that_no_event_has_is_an_error(run):
    assert run("lexicon", "codes", "--root", "01").exit_code == Exit.USAGE
