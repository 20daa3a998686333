"""`legation load`: official statistics into a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli.country import COUNTRY
from legation.cli.store import opened, store_option
from legation.errors import Exit

if TYPE_CHECKING:
    from legation.statistics import Report

SOURCES = ("comtrade", "imf", "worldbank", "series")


@click.command("load", short_help="Statistics into the store: Comtrade, IMF, World Bank.")
@click.argument("source", type=click.Choice(SOURCES))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@store_option
@click.option("--vintage", metavar="YYYY-MM-DD", help="The day the figures are of; default: the file's own.")
@click.option("--pair", nargs=2, type=COUNTRY, metavar="A B", help="series: the reporter and partner of rows without.")
def command(
    source: str, files: tuple[Path, ...], store: Path, vintage: str | None, pair: tuple[str, str] | None
) -> Exit:
    """Load official statistics. A figure that is stored already is left out; another vintage stands beside it.

    \b
    Examples:
      legation load comtrade TradeData.csv --store relations
      legation load imf imts.csv --store relations --vintage 2021-06-30

    comtrade: CSV or JSON, also legacy; imf: DOTS or IMTS; worldbank: indicators; series: any others, in the columns
    of docs/checks.md. Exit code 3: done, but some rows were rejected; the store's table `rejects` says why.
    """
    from legation.statistics import load

    report = load(opened(store, create=True), source, files, vintage=vintage, pair=pair or ())
    for line in told(report, store):
        click.echo(line, err=True)
    return Exit.SOME_FAILED if report.loaded.rejected else Exit.DONE


def told(report: Report, store: Path) -> Iterator[str]:
    """What a load did, a line for each thing."""
    of = report.loaded
    yield (
        f"{report.rows} rows read; added to {store}: {of.added} figures ({of.revised} revised), "
        f"{of.known} already stored, {of.rejected} rows rejected"
    )
    yield from (f"{rows} rows left out: {reason}" for reason, rows in report.left_out)
