"""Rows on stdout in every format."""

import csv
import io
import json
from datetime import date

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.cli.output import cell, write
from legation.errors import UsageError

ROWS = [{"who": "IRN", "share": 0.25, "note": None}, {"who": "RUS", "share": 20.0, "note": "two\nlines"}]


def test_in_a_pipe_rows_are_tab_separated_lines(capsys):
    write(ROWS)
    assert capsys.readouterr().out == "who\tshare\tnote\nIRN\t0.25\t\nRUS\t20\ttwo lines\n"


def test_a_table_in_a_pipe_is_not_folded(capsys):
    write([{"text": "word " * 100 + "end"}], "table")
    assert "word end" in capsys.readouterr().out


def test_a_table_of_nothing_says_so(capsys):
    write([], "table")
    assert capsys.readouterr().out == "(none)\n"


@pytest.mark.parametrize("rows", [[], ROWS])
def test_json_and_json_lines_hold_the_same(capsys, rows):
    write(iter(rows), "json")
    whole = json.loads(capsys.readouterr().out)
    write(iter(rows), "jsonl")
    assert whole == rows == [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_csv_gives_every_text_back(text):
    stream = io.StringIO(newline="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", stream)
        write([{"first": "x", "text": text}], "csv")
    stream.seek(0)
    assert [row["text"] for row in csv.DictReader(stream)] == [text]


def test_markup_in_a_text_is_text(capsys):
    write([{"text": "[red]not a colour[/red]"}], "table")
    assert "[red]not a colour[/red]" in capsys.readouterr().out


def test_lists_are_json_in_a_cell():
    assert cell(("a", "b")) == '["a","b"]'


def test_parquet_keeps_types_and_lists(capsysbinary, tmp_path):
    write([{"day": "2019-03-07", "n": 2, "who": ["IRN", "RUS"]}, {"day": None, "n": 3, "who": []}], "parquet")
    file = tmp_path / "rows.parquet"
    file.write_bytes(capsysbinary.readouterr().out)
    assert duckdb.read_parquet(str(file)).fetchall() == [(date(2019, 3, 7), 2, ["IRN", "RUS"]), (None, 3, [])]


def test_parquet_of_no_rows_is_nothing_and_says_so(capsys):
    write([], "parquet")
    assert capsys.readouterr() == ("", "no rows: nothing written\n")


def test_parquet_is_not_drawn_on_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(UsageError, match="LG102"):
        write([{"n": 1}], "parquet")
