"""`legation check`: whether claims hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from legation.cli.country import COUNTRY
from legation.cli.output import format_option, write
from legation.cli.overlay import lexicon_option
from legation.cli.rows import one_line
from legation.cli.store import opened, store_option
from legation.errors import Exit, UsageError

if TYPE_CHECKING:
    from legation.relations.checks import Checked

NESTED = ("json", "jsonl", "parquet")
VERDICTS = ("supported", "contradicted", "undecided")


@click.command("check", short_help="Do the claims hold, by the record and the statistics?")
@click.argument("a", type=COUNTRY, required=False)
@click.argument("b", type=COUNTRY, required=False)
@store_option
@click.option("--claim", metavar="ID", help="Only this claim.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="Show only these.")
@click.option("--strict", is_flag=True, help="End with 1 where a claim is contradicted.")
@format_option
@lexicon_option
def command(
    a: str | None,
    b: str | None,
    store: Path,
    claim: str | None,
    verdict: str | None,
    strict: bool,
    format: str | None,
) -> Exit:
    """Check claims against each other, the record and the statistics, and store the checks beside them.

    \b
    Examples:
      legation check IRN RUS --store relations
      legation check --store relations --verdict contradicted --format csv

    Without a pair all claims are checked. JSON has every reading that was tried, and the rows it was computed from.
    """
    from legation.relations.checks import check_store, store_checks

    if a and not b:
        raise UsageError("LG102", "a pair has two sides", "name another country, or none")
    held = opened(store)
    checked = check_store(held, a, b, claim=claim)
    if checked:
        store_checks(held, checked)
    shown = [each for each in checked if verdict in (None, each.check.verdict)]
    write(rows(shown, format), format, title="checks")
    for line in _told(checked, claim):
        click.echo(line, err=True)
    return Exit.FINDINGS if strict and any(each.check.verdict == "contradicted" for each in checked) else Exit.DONE


def rows(checked: list[Checked], format: str | None) -> Iterator[dict[str, Any]]:
    """Each check with its claim: all readings for JSON, the main one else."""
    for each in checked:
        document, claim, made = each.found, each.found.row, each.check
        about = {"pair": "-".join(each.pair), "published": document.published, "document": document.document}
        if format in NESTED:
            yield {**about, "text": claim.text, **msgspec.to_builtins(made)}
            continue
        tried = len(made.tests)
        yield {
            **about,
            "claim": claim.id,
            "form": made.form,
            "verdict": made.verdict,
            "computed": made.computed,
            "unit": made.unit,
            "method": made.method,
            "readings": tried,
            "evidence": " ".join(made.evidence),
            "note": made.note,
            "text": one_line(claim.text),
        }


def _told(checked: list[Checked], claim: str | None) -> Iterator[str]:
    if not checked:
        yield f"no claim {claim!r} is stored" if claim else "no claim is stored of this pair"
        return
    counts = Counter[str](each.check.verdict for each in checked)
    yield f"{len(checked)} claims: " + ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS)
