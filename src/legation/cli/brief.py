"""`legation brief`: the record of a pair as one document to read or print."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli.country import COUNTRY
from legation.cli.overlay import lexicon_option
from legation.cli.store import opened, store_option
from legation.errors import Exit, InputError, UsageError

if TYPE_CHECKING:
    from legation.brief import Brief
    from legation.store import Store

SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown"}


@click.command("brief", short_help="The record of a pair as HTML or Markdown.")
@click.argument("a", type=COUNTRY)
@click.argument("b", type=COUNTRY)
@store_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE.html|.md", help="Default: Markdown on stdout."
)
@click.option("--since", metavar="YYYY-MM-DD", help="Only from this day on.")
@click.option("--until", metavar="YYYY-MM-DD", help="Only up to this day.")
@lexicon_option
def command(a: str, b: str, store: Path, output: Path | None, since: str | None, until: str | None) -> Exit:
    """Write the brief of two countries: what happened, who said what, what is claimed, each with its evidence.

    \b
    Examples:
      legation brief IRN RUS --store relations -o iran-russia.html
      legation brief Iran Russia --store relations --since 2022-01-01 > brief.md
    """
    if output is not None:
        kind_of(output)
    made = composed(opened(store), a, b, since, until)
    if output is None:
        click.echo(made.markdown())
    else:
        save(made, output)
        click.echo(f"wrote {output}", err=True)
    return Exit.DONE


def composed(store: Store, a: str, b: str, since: str | None = None, until: str | None = None) -> Brief:
    """The brief of a pair."""
    from legation.brief import brief

    return brief(store, a, b, frm=day(since), to=day(until))


def kind_of(output: Path) -> str:
    """The format that a file's name asks for; raises UsageError LG102 for another."""
    kind = SUFFIXES.get(output.suffix.lower())
    if kind is None:
        raise UsageError("LG102", f"no brief can be written as {output.name}", "name it FILE.html or FILE.md")
    return kind


def save(made: Brief, output: Path) -> None:
    """Writes a brief; raises InputError LG302 where the file can't be written."""
    text = made.html() if kind_of(output) == "html" else made.markdown()
    try:
        output.write_text(text, encoding="utf8")
    except OSError as error:
        raise InputError(
            "LG302", f"can't write {output}: {error.strerror}", "name a file in a folder you own"
        ) from error


def day(value: str | None) -> str | None:
    """A day as given; raises UsageError LG103 for what is none."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UsageError("LG103", f"not a date: {value!r}", "write dates as YYYY-MM-DD") from error
