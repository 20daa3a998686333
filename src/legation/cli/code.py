"""`legation code`: records on stdout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click

from legation.cli.coding import failed, items, records, source_options
from legation.cli.output import write
from legation.cli.overlay import lexicon_option
from legation.cli.rows import flat
from legation.errors import Exit
from legation.records import Record, encode


@click.command("code", short_help="Code texts: records as JSON Lines on stdout.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE…|-")
@source_options
@click.option(
    "--format",
    "format",
    type=click.Choice(["jsonl", "json", "table", "csv", "parquet"]),
    default="jsonl",
    show_default=True,
    help="table and csv give one line for each event, statement and claim.",
)
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="How many processes code.")
@lexicon_option
def command(sources: tuple[str, ...], date: str | None, input_format: str | None, format: str, processes: int) -> Exit:
    """Code texts: one record for each document, as JSON Lines on stdout.

    \b
    Examples:
      legation code report.txt > records.jsonl
      cat report.txt | legation code - --date 2019-03-07 --format table

    FILE is plain text, Markdown, HTML or JSON Lines (also .gz and .zst), a folder or a glob; - is
    standard input. The first line of a text may begin with `date YYYY-MM-DD`.
    Exit code 3: done, but some documents failed; their records hold the reason in `issues`.
    """
    tally = Tally()
    found = tally.counted(records(items(sources, date, input_format), processes))
    WRITERS[format](found)
    tally.report()
    return Exit.SOME_FAILED if tally.failed else Exit.DONE


class Tally:
    """Counts records on their way, and names the failed ones on stderr."""

    def __init__(self) -> None:
        self.documents = self.failed = self.events = self.statements = self.claims = 0

    def counted(self, found: Iterable[Record]) -> Iterator[Record]:
        """The same records."""
        for record in found:
            self.documents += 1
            self.events += len(record.events)
            self.statements += len(record.statements)
            self.claims += len(record.claims)
            if failed(record):
                self.failed += 1
                for issue in record.issues:
                    click.echo(f"failed[{issue.code}] {record.document.id}: {issue.message}", err=True)
            yield record

    def report(self) -> None:
        """One line on stderr."""
        documents = "1 document" if self.documents == 1 else f"{self.documents} documents"
        failures = f", {self.failed} failed" if self.failed else ""
        counts = f"{self.events} events, {self.statements} statements, {self.claims} claims"
        click.echo(f"{documents}: {counts}{failures}", err=True)


def _jsonl(found: Iterable[Record]) -> None:
    for record in found:
        click.echo(encode(record))


def _json(found: Iterable[Record]) -> None:
    click.echo("[", nl=False)
    for number, record in enumerate(found):
        click.echo(b",\n" if number else b"\n", nl=False)
        click.echo(encode(record), nl=False)
    click.echo("\n]")


def _flat(format: str) -> Any:
    return lambda found: write((row for record in found for row in flat(record)), format)


WRITERS = {"jsonl": _jsonl, "json": _json, "table": _flat("table"), "csv": _flat("csv"), "parquet": _flat("parquet")}
