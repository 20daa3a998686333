"""`--lexicon`: the overlay that a command works with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


def lexicon_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--lexicon`: the command runs with that overlay in use."""
    return click.option(
        "--lexicon",
        type=click.Path(path_type=Path),
        envvar="LEGATION_LEXICON",
        metavar="DIR",
        expose_value=False,
        is_eager=True,  # the names of actors in arguments may be the overlay's
        callback=_use,
        help="A folder of own rules and actors over ours.",
    )(command)


def _use(ctx: click.Context, _param: click.Parameter, folder: Path | None) -> None:
    if folder is not None and not ctx.resilient_parsing:
        from legation.lexicon import chosen

        ctx.with_resource(chosen(folder).used())
