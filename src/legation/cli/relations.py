"""`legation relations`: a pair of countries, period by period."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from legation.cli.country import COUNTRY
from legation.cli.output import format_option, write
from legation.cli.store import opened, store_option
from legation.errors import Exit

PERIODS = ("week", "month", "quarter", "year")


@click.command("relations", short_help="The record of a pair by month and channel.")
@click.argument("a", type=COUNTRY)
@click.argument("b", type=COUNTRY)
@store_option
@click.option(
    "--by", type=click.Choice(["day", "week", "month", "quarter", "year"]), default="month", show_default=True
)
@format_option
def command(a: str, b: str, store: Path, by: str, format: str | None) -> Exit:
    """Show the relation of two countries by period: what was done and said, each channel apart.

    \b
    Examples:
      legation relations IRN RUS --store relations
      legation relations Iran Russia --store relations --by year --format csv

    A country is a name or an ISO 3166-1 code.
    """
    rows = list(panel(opened(store).pair(a, b).panel(by)))
    write(rows, format, title=f"{a}–{b} by {by}")
    if not rows:
        click.echo(f"nothing is recorded of {a} and {b}; `legation ingest` adds documents", err=True)
    return Exit.DONE


def panel(relation: Any) -> Iterator[dict[str, Any]]:
    """The rows of a DuckDB relation as mappings."""
    for row in relation.fetchall():
        yield dict(zip(relation.columns, row, strict=True))
