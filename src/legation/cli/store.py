"""The option `--store`, and opening what it names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from legation.store import Store


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--store DIR`, or the environment's LEGATION_STORE."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path),
        required=True,
        envvar="LEGATION_STORE",
        metavar="DIR",
        help="The store's folder, or set LEGATION_STORE.",
    )(command)


def opened(path: Path, *, create: bool = False) -> Store:
    """The store; raises StoreError LG501 to LG503."""
    from legation.store import open_store

    return open_store(path, create=create)
