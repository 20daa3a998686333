"""`legation eval`: measures a stage on sets that the user has, and fails below the floors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from legation.cli.output import format_option, write
from legation.cli.overlay import lexicon_option
from legation.errors import Exit, UsageError
from legation.evaluation.stages import STAGES, measure


@click.group("eval", short_help="Measure a stage on public sets; fails below its floors.")
def command() -> None:
    """Measure a stage on public sets.

    \b
    Examples:
      legation eval language --data DIR --part sentences
      legation eval events --data DIR --format json
    """


def stage_command(name: str, stage: ModuleType) -> click.Command:
    """The command of one stage."""

    @click.command(name, short_help=stage.HELP)
    @click.option(
        "--data", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR", help="Sets."
    )
    @click.option("--part", "parts", multiple=True, type=click.Choice(stage.PARTS), help="Only this part; may repeat.")
    @format_option
    @lexicon_option
    def measured(data: Path, parts: tuple[str, ...], format: str | None) -> Exit:
        return run(name, data, parts, format)

    measured.help = f"""Measure: one line per part, set and figure, with the floor that it must hold.

    \b
    Examples:
      legation eval {name} --data DIR
      legation eval {name} --data DIR --part {stage.PARTS[0]} --format json

    DIR holds {stage.NEEDS}. Exit code 1 where a figure is below its floor."""
    return measured


def run(stage: str, data: Path, parts: tuple[str, ...], format: str | None) -> Exit:
    """Prints the figures as they come."""
    held = []

    def rows() -> Iterator[dict[str, Any]]:
        for figure in measure(stage, data, parts):
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


for _name, _stage in STAGES.items():
    command.add_command(stage_command(_name, _stage))
