"""`legation relations`: a pair of countries, period by period."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from legation.cli.country import COUNTRY
from legation.cli.output import format_option, write
from legation.cli.overlay import lexicon_option
from legation.cli.store import opened, store_option
from legation.errors import Exit

if TYPE_CHECKING:
    from legation.relations import Panel

PERIODS = ("day", "week", "month", "quarter", "year")
ESTIMATES = ("balance", "deeds", "intensity", "stance_forth", "stance_back")
NESTED = ("json", "jsonl", "parquet")
FEW = "too few"


@click.command("relations", short_help="The record of a pair by month and channel.")
@click.argument("a", type=COUNTRY)
@click.argument("b", type=COUNTRY)
@store_option
@click.option("--by", type=click.Choice(PERIODS), default="month", show_default=True, help="The length of a period.")
@click.option(
    "--show",
    type=click.Choice(["channels", "periods"]),
    default="channels",
    show_default=True,
    help="channels: counts of each; periods: balance, deeds, stance, with intervals.",
)
@format_option
@lexicon_option
def command(a: str, b: str, store: Path, by: str, show: str, format: str | None) -> Exit:
    """Show the relation of two countries by period: what was done and said, each channel apart.

    \b
    Examples:
      legation relations IRN RUS --store relations
      legation relations Iran Russia --store relations --by year --show periods --format csv

    A country is a name or an ISO 3166-1 code. An interval covers 90 percent, over stories; where there are
    fewer than three, no measure is given.
    """
    from legation.relations import panel

    found = panel(opened(store).pair(a, b), by)
    write(rows(found, show, format), format, title=f"{found.a}–{found.b} by {by}")
    for line in _remarks(found):
        click.echo(line, err=True)
    return Exit.DONE


def rows(found: Panel, show: str, format: str | None) -> Iterable[dict[str, Any]]:
    """The rows of a panel: nested for JSON, in columns for CSV, and short for reading."""
    chosen = found.channels if show == "channels" else found.periods
    plain: list[dict[str, Any]] = [msgspec.to_builtins(row) for row in chosen]
    if format in NESTED:
        return plain
    if format == "csv":
        return [_columns(row) for row in plain]
    return [_short(row, found.a, found.b) for row in plain]


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    """Each estimate as three columns."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        flat[name] = value["value"] if isinstance(value, dict) else value
        if name in ESTIMATES:
            flat |= {f"{name}_{end}": value[end] if value else None for end in ("low", "high")}
    return flat


def _short(row: dict[str, Any], a: str, b: str) -> dict[str, Any]:
    """Named sides instead of forth and back; an estimate as value and interval; nothing that stands in two columns."""
    ways = {"forth": f"{a}→{b}", "back": f"{b}→{a}", "mutual": "mutual"}
    if "note" in row:
        row = row | {"note": FEW if row["too_few"] else ""}
    elif row["events"] and row["intensity"] is None:
        row = row | {"intensity": FEW}
    short = {name: value for name, value in row.items() if name not in ("source", "target", "start", "end", "too_few")}
    if "direction" in short:
        short["direction"] = ways[short["direction"]]
        short["channel"] = short["channel"].replace("_", " ")
    return {_titled(name, ways): _measured(value) if name in ESTIMATES else value for name, value in short.items()}


def _titled(name: str, ways: dict[str, str]) -> str:
    what, _, way = name.rpartition("_")
    return f"{what} {ways[way]}" if way in ways else name


def _measured(value: dict[str, float] | str | None) -> str:
    if isinstance(value, str):
        return value
    return f"{value['value']:.2g} ({value['low']:.2g} … {value['high']:.2g})" if value else ""


def _remarks(found: Panel) -> Iterable[str]:
    if not found.periods:
        yield f"nothing is recorded of {found.a} and {found.b}; `legation ingest` adds documents"
    if found.unplaced:
        longer = "" if found.by == "year" else "; a longer period (--by) may hold them"
        yield f"{found.unplaced} rows have no day, or an interval longer than a {found.by}{longer}"
    if any(row.too_few for row in found.periods) and sys.stderr.isatty():
        few = sum(row.too_few for row in found.periods)
        yield f"{few} of {len(found.periods)} periods rest on too few documents for more than counts"
