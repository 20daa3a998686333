"""What the user sees when something fails: code, message and hint on stderr, and the exit code."""

from __future__ import annotations

import click

from legation.errors import Exit, LegationError
from legation.errors import nearest as nearest  # commands hint by it


def exit_code_of(error: BaseException) -> int:
    """Reports the error on stderr and gives the exit code of the command."""
    if isinstance(error, LegationError):
        click.echo(str(error), err=True)
        return int(error.exit_code)
    if isinstance(error, click.exceptions.Abort | KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return int(Exit.INTERRUPTED)
    if isinstance(error, click.ClickException):
        click.echo(_usage(error), err=True)
        return int(Exit.USAGE)
    if isinstance(error, BrokenPipeError):
        return int(Exit.DONE)
    if isinstance(error, Exception):
        click.echo(_unexpected(error), err=True)
        return int(Exit.FINDINGS)
    raise error


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f"\nhint: {context.command_path} --help" if context else ""
    return f"error[LG102]: {error.format_message()}{hint}"


def _unexpected(error: Exception) -> str:
    told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return (
        f"error: unexpected {told}\nhint: this is a fault of Legation; run again with legation --debug … and report it"
    )
