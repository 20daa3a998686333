"""Rows on stdout: as a table, JSON, JSON Lines, CSV or Parquet; nothing else ever goes there."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

import click
import msgspec

Rows = Iterable[Mapping[str, Any]]

UNWRAPPED = 100_000
"""The width of a table that goes into a file or a pipe: no cell is ever folded there."""


def write(rows: Rows, format: str | None = None, *, title: str | None = None) -> None:
    """Writes the rows; without a format a drawn table on a terminal, and tab-separated lines in a pipe."""
    WRITERS[format or ("table" if sys.stdout.isatty() else "lines")](rows, title)


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--format` to a listing."""
    names = click.Choice(["table", "json", "jsonl", "csv", "parquet"])
    return click.option("--format", "format", type=names, help="Default: a table, or plain lines in a pipe.")(command)


def cell(value: Any) -> str:
    """A value as text: nothing for None, short numbers, JSON for lists and mappings.

    >>> cell(None), cell(0.5), cell(["a"]), cell(True)
    ('', '0.5', '["a"]', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list | tuple | dict | msgspec.Struct):
        return msgspec.json.encode(value).decode()
    return str(value)


def _table(rows: Rows, title: str | None) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    found = list(rows)
    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for name in found[0] if found else ():
        numeric = all(isinstance(row[name], int | float | None) for row in found)
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in found:
        table.add_row(*(Text(cell(value)) for value in row.values()))
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else UNWRAPPED, highlight=False)
    if title:
        console.print(Text(title, style="bold"))
    console.print(table if found else "(none)")


def _lines(rows: Rows, _title: str | None) -> None:
    for first, row in _numbered(rows):
        if first:
            click.echo("\t".join(row))
        click.echo("\t".join(" ".join(cell(value).split()) for value in row.values()))


def _json(rows: Rows, _title: str | None) -> None:
    body = ",\n  ".join(msgspec.json.encode(row, enc_hook=str).decode() for row in rows)
    click.echo(f"[\n  {body}\n]" if body else "[]")


def _jsonl(rows: Rows, _title: str | None) -> None:
    for row in rows:
        click.echo(msgspec.json.encode(row, enc_hook=str))


def _csv(rows: Rows, _title: str | None) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for first, row in _numbered(rows):
        if first:
            writer.writerow(row)
        writer.writerow([cell(value) for value in row.values()])


def _parquet(rows: Rows, _title: str | None) -> None:
    from legation.cli.parquet import write  # DuckDB loads only for those who want it

    write(rows)


def _numbered(rows: Rows) -> Iterable[tuple[bool, Mapping[str, Any]]]:
    """Each row, and whether it is the first."""
    return zip(chain([True], iter(lambda: False, True)), rows, strict=False)


WRITERS: dict[str, Callable[[Rows, str | None], None]] = {
    "table": _table,
    "lines": _lines,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
