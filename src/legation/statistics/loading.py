"""Files of statistics into a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from legation.records import Row
from legation.statistics.reading import read
from legation.store import Store
from legation.store.figures import Loaded, add_figures


class Report(Row, frozen=True, kw_only=True):
    """What a load did: rows read, what became of their figures, and how many rows were left out for which reason."""

    files: int = 0
    rows: int = 0
    loaded: Loaded = Loaded()
    left_out: tuple[tuple[str, int], ...] = ()


def load(
    store: Store, source: str, files: Iterable[Path], *, vintage: str | None = None, pair: Sequence[str] = ()
) -> Report:
    """Load files of one source; what is stored already is not stored again.

    `source`, `vintage`, `pair` and the errors are those of `read`; all files are opened before the first is stored.
    """
    readings = [read(path, source, vintage=vintage, pair=pair) for path in files]
    loaded, left_out = Loaded(), Counter[str]()
    for reading in readings:
        loaded += add_figures(store, reading.items(), confirm=vintage is not None)
        left_out.update(reading.left_out)
    rows = sum(reading.rows for reading in readings)
    return Report(files=len(readings), rows=rows, loaded=loaded, left_out=tuple(left_out.most_common()))
