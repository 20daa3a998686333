"""`legation help`: topics that belong to no single command."""

from __future__ import annotations

from collections.abc import Callable

import click

from legation.cli.failure import nearest
from legation.errors import CODES, Exit, UsageError

MEANING = {
    Exit.DONE: "done",
    Exit.FINDINGS: "done, with findings (doctor: something is wrong), or an unexpected error",
    Exit.USAGE: "wrong usage: a command, an option, a country or a date",
    Exit.SOME_FAILED: "done, but some documents failed; their records say why in `issues`",
    Exit.UNREADABLE: "the input can't be read at all",
    Exit.STORE: "the store is missing, locked or of another version",
    Exit.INTERRUPTED: "interrupted with Ctrl-C; what was stored stays stored",
}

FORMATS = """\
Input    plain text (first line may begin `date YYYY-MM-DD`), Markdown, HTML, JSON Lines with id, date, text,
         title, outlet, url; each also as .gz and .zst; folders, globs, and - for standard input
Output   table (on a terminal), tab-separated lines (in a pipe), --format json, jsonl, csv
Records  the schema legation.record/1: one JSON object for each document"""


@click.command("help", short_help="Topics: exit-codes, errors, formats; or a command.")
@click.argument("topic", required=False)
@click.pass_context
def command(ctx: click.Context, topic: str | None) -> None:
    """Show a topic, or the help of a command.

    \b
    Examples:
      legation help exit-codes
      legation help code

    \b
    Topics: exit-codes, errors, formats
    """
    parent = ctx.parent or ctx
    group = parent.command
    if topic is None:
        click.echo(parent.get_help())
    elif topic in TOPICS:
        click.echo(TOPICS[topic]())
    elif isinstance(group, click.Group) and (found := group.get_command(parent, topic)):
        click.echo(found.get_help(click.Context(found, info_name=topic, parent=parent)))
    else:
        known = [*TOPICS, *(group.list_commands(parent) if isinstance(group, click.Group) else [])]
        raise UsageError("LG102", f"no topic {topic!r}", nearest(topic, known) or f"topics: {', '.join(TOPICS)}")


def _exit_codes() -> str:
    return "\n".join(f"{int(code):>3}  {MEANING[code]}" for code in Exit)


def _errors() -> str:
    return "\n".join(f"{code}  {meaning}" for code, meaning in CODES.items())


def _formats() -> str:
    return FORMATS


TOPICS: dict[str, Callable[[], str]] = {"exit-codes": _exit_codes, "errors": _errors, "formats": _formats}
