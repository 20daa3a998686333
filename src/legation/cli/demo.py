"""`legation demo`: the whole line from text to brief, on reports that come with the package."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from legation.cli.brief import composed, save
from legation.cli.coding import Coding
from legation.cli.ingest import ingested, told
from legation.cli.output import write
from legation.cli.rows import claim, event, statement
from legation.cli.serve import PORT, serve
from legation.cli.store import opened
from legation.errors import Exit

if TYPE_CHECKING:
    from legation.store import Store

PAIR = ("IRN", "RUS")
FOLDER = Path("legation-demo")
NEWEST = 12
WORDS = 90


@click.command("demo", short_help="Try it on reports that come with the package.")
@click.option("--store", type=click.Path(path_type=Path), default=FOLDER, show_default=True, metavar="DIR")
@click.option("--serve", "pages", is_flag=True, help="Open the pages of the store afterwards.")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="For --serve.")
def command(store: Path, pages: bool, port: int) -> Exit:
    """Code and store the reports that come with the package, show one pair, and write its brief.

    \b
    Examples:
      legation demo
      legation demo --store /tmp/relations --serve

    The reports are in our own words, about public events of 2018 to 2024. They demonstrate; they are no source.
    """
    from legation.demo import reports

    held = opened(store, create=True)
    documents = reports()
    click.echo(f"coding {len(documents)} demonstration reports …", err=True)
    report = ingested(documents, held, Coding(os.cpu_count() or 1), total=len(documents))
    for line in told(report, store):
        click.echo(line, err=True)
    show(held)
    brief = store / f"{'-'.join(PAIR)}.html"
    save(composed(held, *PAIR), brief)
    click.echo(_next(store, brief), err=True)
    if pages:
        serve(store, port)
    return Exit.DONE


def show(store: Store) -> None:
    """The record of the pair: on a terminal the newest rows of each kind, in a pipe all of them."""
    kinds = record_of_pair(store)
    if not sys.stdout.isatty():
        write(sorted((row for rows in kinds.values() for row in rows), key=lambda row: row["date"] or ""))
        return
    for kind, rows in kinds.items():
        newest = [{name: value for name, value in row.items() if name != "kind"} for row in rows[-NEWEST:]]
        write(newest, title=f"{'–'.join(PAIR)}: {kind}, the newest {len(newest)} of {len(rows)}")


def record_of_pair(store: Store) -> dict[str, list[dict[str, Any]]]:
    """The events, statements and claims of the pair as rows for a table."""
    pair = store.pair(*PAIR)
    return {
        "events": [_short(event(found.row), found.row.text) for found in pair.event_rows()],
        "statements": [_short(statement(found.row), found.row.content.text) for found in pair.statement_rows()],
        "claims": [_short(claim(found.row), found.row.text) for found in pair.claim_rows()],
    }


def _short(row: dict[str, Any], text: str) -> dict[str, Any]:
    return row | {"text": shorten(text, WORDS, placeholder=" …")}


def _next(store: Path, brief: Path) -> str:
    return f"""
The brief of the pair: {brief}
Next:
  legation serve --store {store}                        the pages
  legation relations CHN USA --store {store}            another pair, month by month
  legation why "Wang Yi visited Islamabad on Tuesday." --date 2019-03-07
  legation code YOUR-TEXT.txt --date YYYY-MM-DD         your own text"""
