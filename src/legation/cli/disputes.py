"""`legation disputes`: where accounts differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from legation.cli.country import COUNTRY
from legation.cli.output import format_option, write
from legation.cli.overlay import lexicon_option
from legation.cli.store import opened, store_option
from legation.errors import Exit, UsageError

if TYPE_CHECKING:
    from legation.relations.disputes import Dispute

NESTED = ("json", "jsonl", "parquet")


@click.command("disputes", short_help="Where accounts differ, and who changed what they say.")
@click.argument("a", type=COUNTRY, required=False)
@click.argument("b", type=COUNTRY, required=False)
@store_option
@format_option
@lexicon_option
def command(a: str | None, b: str | None, store: Path, format: str | None) -> Exit:
    """Show where accounts differ: a line for each side, those of one dispute together.

    \b
    Examples:
      legation disputes IRN RUS --store relations
      legation disputes --store relations --format json

    figures, course: claims of different speakers about one thing; fact: an act told and denied; changed figure, course,
    stance: one speaker over time. Without a pair all pairs are looked at.
    """
    from legation.relations.checks.case import case
    from legation.relations.disputes import disputes

    if a and not b:
        raise UsageError("LG102", "a pair has two sides", "name another country, or none")
    held = opened(store)
    pairs = [(a, b)] if a and b else [(each.a, each.b) for each in held.pairs()]
    found = ((one, other, disputes(held.pair(one, other), case(held, one, other))) for one, other in pairs)
    write(rows(((f"{one}-{other}", each) for one, other, some in found for each in some), format), format)
    return Exit.DONE


def rows(found: Iterable[tuple[str, Dispute]], format: str | None) -> Iterator[dict[str, Any]]:
    """A dispute in one for JSON, a row for each of its sides else; one that two pairs have is told once."""
    seen = set()
    for pair, dispute in found:
        if dispute.id in seen:
            continue
        seen.add(dispute.id)
        if format in NESTED:
            yield {"pair": pair, **msgspec.to_builtins(dispute)}
            continue
        for side in dispute.sides:
            head = {"pair": pair, "dispute": dispute.id, "kind": dispute.kind, "about": dispute.about}
            yield {**head, **msgspec.to_builtins(side)}
