"""`legation code`: records on stdout, talk on stderr."""

import csv
import io
import json

import pytest

from legation.errors import Exit
from legation.records import decode

pytestmark = pytest.mark.usefixtures("plain_coder")


def test_a_text_file_gives_one_record_line(run, tmp_path):
    source = tmp_path / "talks.txt"
    source.write_text("date 2020-12-20 Iran met Russia.")
    result = run("code", source)
    assert result.exit_code == Exit.DONE
    (line,) = result.stdout.splitlines()
    record = decode(line)
    assert record.document.id == "talks"
    assert record.document.published == "2020-12-20"
    assert [event.type for event in record.events] == ["CONSULT"]


def test_standard_input_takes_its_date_from_the_option(run):
    result = run("code", "-", "--date", "2019-03-07", input="Iran met Russia.")
    assert decode(result.stdout).document.published == "2019-03-07"


def test_stdout_holds_nothing_but_data(run):
    result = run("code", "-", "--date", "2019-03-07", input="Iran met Russia.")
    assert [json.loads(line)["schema"] for line in result.stdout.splitlines()] == ["legation.record/1"]
    assert "1 document" in result.stderr


def test_json_is_one_array_even_of_no_records(run, tmp_path):
    source = tmp_path / "two.jsonl"
    lines = [{"id": "a", "date": "2020-01-01", "text": "Iran met Russia."}, {"id": "b", "text": "Nothing."}]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert [record["document"]["id"] for record in json.loads(run("code", source, "--format", "json").stdout)] == [
        "a",
        "b",
    ]


def test_csv_has_a_line_for_each_event(run):
    result = run("code", "-", "--date", "2020-01-01", "--format", "csv", input="Iran met Russia. China met Iran.")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["kind"], row["who"], row["what"]) for row in rows] == [
        ("event", "IRN, RUS", "CONSULT"),
        ("event", "CHN, IRN", "CONSULT"),
    ]


def test_a_document_that_breaks_the_coder_is_a_record_with_its_issue_and_the_run_goes_on(run, tmp_path):
    source = tmp_path / "three.jsonl"
    texts = ["Iran met Russia.", "kaboom", "China met Iran."]
    source.write_text("".join(json.dumps({"id": text, "date": "2020-01-01", "text": text}) + "\n" for text in texts))
    result = run("code", source)
    records = [decode(line) for line in result.stdout.splitlines()]
    assert result.exit_code == Exit.SOME_FAILED
    assert [[issue.code for issue in record.issues] for record in records] == [[], ["LG408"], []]
    assert "LG408" in result.stderr


def test_a_line_that_is_no_json_is_a_record_with_its_issue(run, tmp_path):
    source = tmp_path / "lines.jsonl"
    source.write_text('{"id": "a", "date": "2020-01-01", "text": "Iran met Russia."}\n{"id": \n')
    result = run("code", source)
    assert result.exit_code == Exit.SOME_FAILED
    assert [issue.code for line in result.stdout.splitlines() for issue in decode(line).issues] == ["LG405"]


def test_an_impossible_date_is_an_issue_but_the_text_is_coded(run, tmp_path):
    source = tmp_path / "lines.jsonl"
    source.write_text('{"id": "a", "date": "2020-02-31", "text": "Iran met Russia."}\n')
    result = run("code", source)
    record = decode(result.stdout)
    assert [issue.code for issue in record.issues] == ["LG402"]
    assert len(record.events) == 1
    assert result.exit_code == Exit.DONE


def test_a_missing_file_is_unreadable_input(run):
    result = run("code", "no-such-file.txt")
    assert result.exit_code == Exit.UNREADABLE
    assert "error[LG301]" in result.stderr
    assert result.stdout == ""


def test_a_wrong_date_is_wrong_usage(run):
    result = run("code", "-", "--date", "7 March", input="Iran met Russia.")
    assert result.exit_code == Exit.USAGE
    assert "error[LG103]" in result.stderr
