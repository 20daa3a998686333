"""Rows as a Parquet file on stdout, typed by DuckDB: for R, pandas, Polars, Spark."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
import duckdb
import msgspec

from legation.errors import UsageError

COPY = "COPY (SELECT * FROM read_json(?, format = 'newline_delimited', sample_size = -1)) TO ? (FORMAT parquet)"


def write(rows: Iterable[Mapping[str, Any]]) -> None:
    """Writes the rows; lists stay lists, days become dates. Without rows there are no columns, and nothing is written.

    Raises `UsageError` LG102 where stdout is a terminal.
    """
    if sys.stdout.isatty():
        raise UsageError(
            "LG102", "Parquet is no text for a terminal", "send it to a file: … --format parquet > rows.parquet"
        )
    with tempfile.TemporaryDirectory() as folder:
        lines, file = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        if not _spooled(rows, lines):
            click.echo("no rows: nothing written", err=True)
            return
        with duckdb.connect(":memory:") as duck:
            duck.execute(COPY, [str(lines), str(file)])
        sys.stdout.buffer.write(file.read_bytes())


def _spooled(rows: Iterable[Mapping[str, Any]], path: Path) -> int:
    """How many rows were written as JSON Lines."""
    count = 0
    with path.open("wb") as file:
        for count, row in enumerate(rows, 1):  # noqa: B007  # the last number is wanted
            file.write(msgspec.json.encode(row, enc_hook=str) + b"\n")
    return count
