"""`legation rule`: the rules of the lexicon, listed and shown one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
import msgspec

from legation.cli.failure import nearest
from legation.cli.output import format_option, write
from legation.cli.overlay import lexicon_option
from legation.errors import Exit, UsageError
from legation.lexicon import from_overlay

FEW_WORDS = 8
FEW_NEIGHBOURS = 12


@click.group("rule", short_help="List the rules of the lexicon; show one with its examples.")
def command() -> None:
    """List the rules of the lexicon, or show one by the id that `why` names.

    \b
    Examples:
      legation rule list --kind events --type CONSULT
      legation rule show ID
    """


@command.command("show", short_help="A rule, what its examples give, and its neighbours.")
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="The page as JSON.")
@lexicon_option
def show(id: str, as_json: bool) -> Exit:
    """Show a rule or an actor: its place in the YAML, its fields, what its examples give now, and its neighbours.

    \b
    Examples:
      legation rule show en.consult.visit
      legation rule show IGO.EU --json

    Neighbours of a rule are set off by the same words, those of an actor bear the same names.
    """
    page = _page(id)
    click.echo(msgspec.json.encode(page) if as_json else "\n".join(_lines(page)))
    return Exit.DONE


@command.command("list", short_help="The rules of the lexicon, one a line.")
@click.option("--kind", metavar="KIND", help="events, status, reporting, claims, discards, time, reference …")
@click.option("--type", "type_", metavar="TYPE", help="Only rules of this type: CONSULT, change, …")
@format_option
@lexicon_option
def list_(kind: str | None, type_: str | None, format: str | None) -> Exit:
    """List the rules of the lexicon: id, kind, type, mode, the words that set it off, place.

    \b
    Examples:
      legation rule list --kind events --type CONSULT
      legation rule list --kind claims --format csv
    """
    from legation.lexicon.catalogue import catalogue

    known = {entry.table for entry in catalogue().values()}
    if kind is not None and kind not in known:
        raise UsageError("LG102", f"no rules of kind {kind!r}", f"there are: {', '.join(sorted(known))}")
    rows = (_row(entry) for entry in catalogue().values() if kind in (None, entry.table))
    write((row for row in rows if type_ is None or str(row["type"]).lower() == type_.lower()), format)
    return Exit.DONE


def _row(entry: Any) -> dict[str, Any]:
    fields, words = entry.fields, sorted(entry.triggers)
    more = f" … {len(words)}" if len(words) > FEW_WORDS else ""
    return {
        "id": entry.id,
        "kind": entry.table,
        "type": next((fields[key] for key in ("type", "kind", "class", "status", "denotes") if key in fields), None),
        "mode": fields.get("mode"),
        "words": ", ".join(words[:FEW_WORDS]) + more,
        "at": entry.at,
    }


def _page(id: str) -> dict[str, Any]:
    """Everything about an entry or an actor."""
    from legation.lexicon.catalogue import actor, actor_ids, catalogue

    if id in catalogue():
        return _rule(id)
    if (found := actor(id)) is not None:
        return found
    known = [*catalogue(), *actor_ids()]
    raise UsageError("LG102", f"no rule or actor {id!r}", nearest(id, known) or "see: legation rule list")


def _rule(id: str) -> dict[str, Any]:
    from legation.evaluation.examples import cases, run
    from legation.lexicon.catalogue import catalogue, neighbours, told_examples

    entry = catalogue()[id]
    ran = []
    for case in cases([id]):
        outcome = run(case)
        ran.append({"text": case.text, "wanted": case.wanted, "holds": outcome.holds, "gives": str(outcome)})
    told = {} if ran else told_examples().get(id, {})
    near = [{"id": other, "words": words} for other, words in neighbours(entry)]
    return {**entry.fields, **told, **({"ran": ran} if ran else {}), "neighbours": near}


def _lines(page: dict[str, Any]) -> Iterator[str]:
    yield f"{page['id']}  {_place(page['at'])}"
    apart = ("id", "at", "ran", "neighbours")
    for name, value in page.items():
        if name not in apart:
            yield f"  {name}: {value if isinstance(value, str) else msgspec.json.encode(value).decode()}"
    for wanted, title in ((True, "examples"), (False, "counter-examples")):
        if found := [each for each in page.get("ran", ()) if each["wanted"] == wanted]:
            yield title
            yield from (line for each in found for line in _example(each))
    if page["neighbours"]:
        near = page["neighbours"]
        yield "neighbours"
        yield from (f"  {each['id']}  {', '.join(each['words'][:FEW_WORDS])}" for each in near[:FEW_NEIGHBOURS])
        if len(near) > FEW_NEIGHBOURS:
            yield f"  … and {len(near) - FEW_NEIGHBOURS} more: --json names all"


def _place(at: str) -> str:
    """A place as the user knows it: below `lexicon/`, or below the folder of the overlay."""
    return at if from_overlay(at) or "/" not in at else f"lexicon/{at}"


def _example(ran: dict[str, Any]) -> Iterator[str]:
    yield f"  {'✓' if ran['holds'] else '✗'} {ran['text']}"
    yield f"      {ran['gives']}"
