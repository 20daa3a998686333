"""The option `--register`, and the file that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from legation.actors import Learner

NAME = "register.jsonl"
"""The register of a store, in its folder."""


def register_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--register FILE`."""
    return click.option(
        "--register",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The register of learned actors; default: register.jsonl of the store.",
    )(command)


def place(register: Path | None, store: Path) -> Path:
    """The file that is meant: the one given, else that of the store."""
    return register or store / NAME


@contextmanager
def learning(path: Path) -> Iterator[Learner]:
    """Learns over a block of code what the file does not know, and adds it to the file however the block ends."""
    from legation.actors import Learner, read_register, write_register

    learner = Learner(read_register(path, missing=True))
    try:
        yield learner
    finally:
        if learned := learner.register():
            known = read_register(path, missing=True)  # another run may have added to it
            write_register(known.merged(learned), path)
