"""The group of all commands: it finds them by a table, and turns every error into a message and an exit code."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from legation.cli.failure import exit_code_of, nearest
from legation.cli.interrupt import heeding
from legation.errors import UsageError

COMMANDS = {
    "code": "legation.cli.code",
    "why": "legation.cli.why",
    "ingest": "legation.cli.ingest",
    "actors": "legation.cli.actors",
    "load": "legation.cli.load",
    "relations": "legation.cli.relations",
    "check": "legation.cli.check",
    "disputes": "legation.cli.disputes",
    "brief": "legation.cli.brief",
    "serve": "legation.cli.serve",
    "demo": "legation.cli.demo",
    "rule": "legation.cli.rule",
    "lexicon": "legation.cli.lexicon",
    "eval": "legation.cli.eval",
    "doctor": "legation.cli.doctor",
    "help": "legation.cli.help",
}


class Commands(click.Group):
    """Loads a command's module when it is called; an error ends in one line on stderr and its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and name not in COMMANDS:
            raise UsageError("LG102", f"no command {name!r}", nearest(name, COMMANDS) or "see: legation --help")
        return super().resolve_command(ctx, args)

    def main(  # type: ignore[override]  # it always ends the process, so it has no stand-alone mode to choose
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Runs the command line and exits; `--debug` lets tracebacks through."""
        given = list(sys.argv[1:] if args is None else args)
        extra["standalone_mode"] = False
        try:
            with heeding() as interrupt:
                code = super().main(args=given, prog_name=prog_name or "legation", obj=interrupt, **extra)
        except BaseException as error:
            if "--debug" in given and isinstance(error, Exception) and not isinstance(error, click.ClickException):
                raise
            code = exit_code_of(error)
        sys.exit(code if isinstance(code, int) else 0)


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        from legation.records import SCHEMA

        click.echo(f"legation {version('legation')}, {SCHEMA}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def main(debug: bool) -> None:
    """Reads dated news text and keeps the record of relations between countries.

    \b
    Examples:
      legation demo
      legation code report.txt --date 2019-03-07

    Data goes to stdout, everything else to stderr. Nothing is ever sent anywhere.
    """
