"""`legation ingest`: read, code and store."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli.coding import Coding, Item, items, source_options
from legation.cli.overlay import lexicon_option
from legation.cli.progress import shown
from legation.cli.register import learning, place, register_option
from legation.cli.store import opened, store_option
from legation.errors import Exit
from legation.records import Document, Record

if TYPE_CHECKING:
    from legation.actors import Learner
    from legation.store import IngestReport, Store


@click.command("ingest", short_help="Read, code and store; goes on where it stopped.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@store_option
@source_options
@click.option("--processes", type=click.IntRange(1), help="How many processes code; default: one a processor.")
@click.option(
    "--parties", type=click.IntRange(0), default=0, metavar="N", help="Parse only what names N states or more."
)
@click.option("--recode", is_flag=True, help="Code again what is stored already.")
@register_option
@lexicon_option
def command(
    sources: tuple[str, ...],
    store: Path,
    date: str | None,
    input_format: str | None,
    processes: int | None,
    parties: int,
    recode: bool,
    register: Path | None,
) -> Exit:
    """Read, code and store documents. A document already stored is left out.

    \b
    Examples:
      legation ingest news/ --store relations
      legation ingest "archive/*.jsonl.gz" --store relations --processes 4

    After an interruption run the same command again: it goes on where it stopped. Persons and bodies that
    the texts introduce are learned: the run codes with the register as it stood when it began, and
    adds to it at its end (docs/actors.md).
    Exit code 3: done, but some documents failed; the store's issues say why.
    """
    held = opened(store, create=True)
    before = held.counts()
    try:
        found = items(sources, date, input_format)
        with learning(place(register, store)) as learner:
            coding = Coding(processes or os.cpu_count() or 1, parties, learner.known)
            report = ingested(found, held, coding, recode=recode, learner=learner)
    except KeyboardInterrupt:
        kept = held.counts()["documents"] - before["documents"]
        click.echo(f"{kept} documents stored in {store}; to go on, run the same command again", err=True)
        raise
    for line in told(report, store):
        click.echo(line, err=True)
    return Exit.SOME_FAILED if report.failed else Exit.DONE


def ingested(
    found: Iterable[Item],
    store: Store,
    coding: Coding,
    *,
    recode: bool = False,
    learner: Learner | None = None,
    total: int | None = None,
) -> IngestReport:
    """Codes and stores what the store does not hold yet; progress on stderr."""
    from legation.store import ingest

    def code_many(documents: Iterable[Document]) -> Iterator[Record]:
        for record in shown(coding.coded(documents), "coding", total):
            if learner is not None:
                learner.add(record)
            yield record

    digest = coding.register.digest if coding.register else None
    return ingest(coding.readable(found), store, code_many, recode=recode, register=digest)


def told(report: IngestReport, store: Path) -> Iterator[str]:
    """What a run did, in two lines."""
    written = report.written
    yield (
        f"{report.read} documents read in {report.seconds:.1f} s: {report.skipped + written.skipped} already stored, "
        f"{written.documents} new, {written.replaced} replaced, {written.duplicates} duplicates, {report.failed} failed"
    )
    yield f"added to {store}: {written.events} events, {written.statements} statements, {written.claims} claims"
