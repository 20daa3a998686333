"""`legation rule`: the rules of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
import msgspec

from legation.cli.failure import nearest
from legation.errors import Exit, UsageError


@click.group("rule", short_help="Show a rule of the lexicon.")
def command() -> None:
    """Show a rule of the lexicon by the id that `why` names.

    \b
    Examples:
      legation rule show ID
      legation rule show ID --json
    """


@command.command("show", short_help="A rule as it is in the lexicon.")
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="The rule as JSON.")
def show(id: str, as_json: bool) -> Exit:
    """Show a rule: its place in the YAML and all its fields.

    \b
    Examples:
      legation rule show ID
      legation rule show ID --json
    """
    known = rules()
    if id not in known:
        raise UsageError("LG102", f"no rule {id!r}", nearest(id, known) or "legation why names the rules it used")
    click.echo(msgspec.json.encode(known[id]) if as_json else "\n".join(_lines(known[id])))
    return Exit.DONE


def rules() -> dict[str, dict[str, Any]]:
    """Every entry of the compiled lexicon that has an id and a place."""
    from legation.lexicon import DATA

    found: dict[str, dict[str, Any]] = {}
    for path in sorted(DATA.glob("en/*.json")):
        found |= {entry["id"]: entry for entry in _entries(msgspec.json.decode(path.read_bytes()))}
    return found


def _entries(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "id" in value and "at" in value:
            yield value
        for each in value.values():
            yield from _entries(each)
    elif isinstance(value, list):
        for each in value:
            yield from _entries(each)


def _lines(rule: dict[str, Any]) -> Iterator[str]:
    yield f"{rule['id']}  lexicon/{rule['at']}"
    for name, value in rule.items():
        if name not in ("id", "at"):
            yield f"  {name}: {value if isinstance(value, str) else msgspec.json.encode(value).decode()}"
