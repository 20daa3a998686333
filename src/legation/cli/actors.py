"""`legation actors`: who is listed and who was learned; the register as a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from legation.cli.coding import items, records, source_options
from legation.cli.output import format_option, write
from legation.cli.overlay import lexicon_option
from legation.cli.register import place, register_option
from legation.errors import Exit, UsageError

if TYPE_CHECKING:
    from legation.actors import Fact, Learner, Register

store_folder = click.option(
    "--store",
    type=click.Path(path_type=Path),
    envvar="LEGATION_STORE",
    metavar="DIR",
    help="The store whose register it is, or set LEGATION_STORE.",
)


@click.group("actors", short_help="Who is listed, and who was learned from texts.")
def command() -> None:
    """Show who a name may mean, and keep the register of persons and bodies that texts have introduced.

    \b
    Examples:
      legation actors show Lavrov
      legation actors learn news/ -o register.jsonl
    """


@command.command("learn", short_help="Learn persons and bodies from texts, or from a store.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…|STORE")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Add to FILE.")
@source_options
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="How many processes code.")
@lexicon_option
def learn(
    sources: tuple[str, ...], output: Path | None, date: str | None, input_format: str | None, processes: int
) -> Exit:
    """Learn who is introduced in which role; facts as JSON Lines on stdout, or added to FILE.

    \b
    Examples:
      legation actors learn news/ > register.jsonl
      legation actors learn relations -o register.jsonl

    A SOURCE that is a store is read, not coded again. Who is introduced once is kept, and used when a second document
    says so, or when a full name stood beside a high office. Exit code 1: a fact contradicts the list.
    """
    from legation.actors import Learner, read_register, write_register

    learner = Learner()
    for source in sources:
        if (Path(source) / "store.json").exists():
            _from_store(learner, Path(source))
        else:
            for record in records(items([source], date, input_format), processes):
                learner.add(record)
    learned = learner.register()
    if output is None:
        click.echo(learned.encoded(), nl=False)
    else:
        write_register(read_register(output, missing=True).merged(learned), output)
    click.echo(f"{len(learned)} facts, {sum(fact.used for fact in learned)} of them in use", err=True)
    return _reported(learned)


def _from_store(learner: Learner, path: Path) -> None:
    """What the mentions of a store tell, document by document."""
    from legation.actors.learning import learned
    from legation.store import open_store

    with open_store(path) as store:
        for id, day, refs in store.mentions():
            learner.gather(learned(refs, id, day))


def _reported(register: Register) -> Exit:
    """Names on stderr what contradicts the list."""
    from legation.actors.learning import conflicts

    found = list(conflicts(register))
    for fact, holder in found:
        click.echo(f"{fact.actor}, {fact.role} {fact.first} to {fact.last}: the list has {holder}", err=True)
    return Exit.FINDINGS if found else Exit.DONE


@command.command("show", short_help="Whom a name may mean, and why.")
@click.argument("name")
@click.option("--date", metavar="YYYY-MM-DD", help="Only what holds on that day.")
@register_option
@store_folder
@format_option
@lexicon_option
def show(name: str, date: str | None, register: Path | None, store: Path | None, format: str | None) -> Exit:
    """Show whom a name, a family name or an id may mean: role, days, where it is known from, and why it is used or not.

    \b
    Examples:
      legation actors show Lavrov --date 2019-03-07 --format jsonl
      legation actors show "Anna Berg" --register register.jsonl
    """
    from legation.actors.lookup import found

    rows = [row for row in found(name, _read(register, store)) if date is None or row.held(date)]
    if not rows:
        raise UsageError("LG101", f"nobody known is called {name!r}", "give a name, a family name or an id")
    write((row.flat() for row in rows), format)
    return Exit.DONE


@command.command("export", short_help="The facts of a register as rows.")
@register_option
@store_folder
@format_option
def export(register: Path | None, store: Path | None, format: str | None) -> Exit:
    """List the facts of a register, those not in use among them.

    \b
    Examples:
      legation actors export --store relations --format csv
      legation actors export --register register.jsonl
    """
    write((_flat(fact) for fact in _read(register, store, required=True)), format)
    return Exit.DONE


@command.command("merge", short_help="One register from several.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE.")
@lexicon_option
def merge(files: tuple[Path, ...], output: Path | None) -> Exit:
    """Merge registers: evidence is joined, a document counts once; of two judgements that of the later FILE stands.

    \b
    Examples:
      legation actors merge mine.jsonl theirs.jsonl > register.jsonl
      legation actors merge register.jsonl theirs.jsonl -o register.jsonl

    Exit code 1: a fact contradicts the list.
    """
    from legation.actors import Register, read_register, write_register

    merged = Register().merged(*(read_register(path) for path in files))
    if output is None:
        click.echo(merged.encoded(), nl=False)
    else:
        write_register(merged, output)
    return _reported(merged)


def _read(register: Path | None, store: Path | None, *, required: bool = False) -> Register:
    """The register that the options name; empty where none is named and none is required."""
    from legation.actors import Register, read_register

    if register is None and store is None:
        if required:
            raise UsageError("LG102", "no register given", "name one by --register FILE or --store DIR")
        return Register()
    path = register if store is None else place(register, store)
    assert path is not None
    return read_register(path, missing=not required)


def _flat(fact: Fact) -> dict[str, Any]:
    shown: dict[str, Any] = {name: getattr(fact, name) for name in _columns()}
    return {**shown, "used": fact.used, "forms": ", ".join(fact.forms), "evidence": len(fact.evidence)}


def _columns() -> Iterator[str]:
    yield from ("actor", "name", "kind", "role", "owner", "country", "sector", "first", "last", "documents", "judged")
