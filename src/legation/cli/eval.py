"""`legation eval`: measures a stage on sets that the user has, and fails below the floors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from legation.cli.output import format_option, write
from legation.errors import Exit, UsageError
from legation.evaluation.language import PARTS, measure


@click.group("eval", short_help="Measure a stage on public sets; fails below its floors.")
def command() -> None:
    """Measure a stage on public sets.

    \b
    Examples:
      legation eval language --data DIR
      legation eval language --data DIR --part sentences
    """


@command.command("language", short_help="Sentences, syntax, names, times, status, reference, speed.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR", help="Sets.")
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS), help="Only this part; may be repeated.")
@format_option
def language(data: Path, parts: tuple[str, ...], format: str | None) -> Exit:
    """Measure the language stage: one line per part, set and figure, with the floor that it must hold.

    \b
    Examples:
      legation eval language --data DIR
      legation eval language --data DIR --part times --part status --format json

    DIR holds `syntax/`, `names/`, `time/`, `status/`, `coref/`, `quantities/` and `corpus/`. Exit code 1 where a
    figure is below its floor.
    """
    held = []

    def rows() -> Iterator[dict[str, Any]]:
        for figure in measure(data, parts or PARTS):
            held.append(figure.holds)
            yield {
                "part": figure.part,
                "set": figure.set,
                "measure": figure.measure,
                "figure": round(figure.value, 2),
                "floor": figure.floor,
                "holds": "–" if figure.floor is None else "yes" if figure.holds else "NO",
                "note": figure.note or None,
            }

    try:
        write(rows(), format)
    except FileNotFoundError as error:
        raise UsageError("LG102", f"{error.filename} is not there", "give --data the folder of the sets") from error
    return Exit.DONE if all(held) else Exit.FINDINGS
