"""How far a run is, on stderr and only on a terminal; between two items Ctrl-C is heeded."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from legation.cli.interrupt import heeded

T = TypeVar("T")


def shown(found: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The same items; a bar (or, without a total, a count) moves on stderr meanwhile."""
    found = heeded(found)
    if not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = (BarColumn(),) if total else ()
    columns = (SpinnerColumn(), TextColumn(what), *bar, MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(found, total=total)
