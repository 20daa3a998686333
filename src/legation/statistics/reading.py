"""Files of statistics → figures; a row that is wrong becomes a reject with its reason, the others go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from legation.errors import InputError, UsageError
from legation.observations import Observation, Reject
from legation.statistics import comtrade, imf, stated, worldbank
from legation.statistics.rows import Format, LeftOut, RowError
from legation.statistics.table import Line, table

FORMATS: dict[str, tuple[Format, ...]] = {
    "comtrade": comtrade.FORMATS,
    "imf": imf.FORMATS,
    "worldbank": worldbank.FORMATS,
    "series": stated.FORMATS,
}


@dataclass
class Reading:
    """One file on its way to the store: its items, and how many rows were left out for which reason.

    `pair` is that of rows which name none ("RUS IRN"), for figures that officials state.
    """

    path: Path
    source: str
    vintage: str
    format: Format
    lines: Iterator[Line]
    pair: str = ""
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def items(self) -> Iterator[Observation | Reject]:
        """The figures and the rejects, in the order of the file."""
        for line in self.lines:
            self.rows += 1
            try:
                if line.error:
                    raise line.error
                yield from self.format.observations({"pair": self.pair, **line.cells}, self.vintage)
            except RowError as error:
                yield self._reject(line.number, error)
            except LeftOut as why:
                self.left_out[why.reason] += 1

    def _reject(self, line: int, error: RowError) -> Reject:
        about = {"source": self.source, "file": self.path.name, "vintage": self.vintage}
        return Reject(line=line, code=error.code, message=error.message, **about)


def read(path: Path, source: str, *, vintage: str | None = None, pair: Sequence[str] = ()) -> Reading:
    """A file of a source: comtrade, imf, worldbank or series.

    The vintage is the day given, else the one that the file states, else the day it was last changed. Raises
    `UsageError` LG102 for another source, LG103 for no day; `InputError` LG301–LG303 where the file is none of it.
    """
    if source not in FORMATS:
        raise UsageError("LG102", f"no source {source!r}", f"one of {', '.join(FORMATS)}")
    if vintage and not _is_day(vintage):
        raise UsageError("LG103", f"{vintage!r} is no day", "write it as 2021-03-04")
    try:
        stream = path.open("rb")
    except FileNotFoundError as error:
        raise InputError("LG301", f"there is no {path}", "look at the name") from error
    except OSError as error:
        raise InputError("LG302", f"can't read {path}: {error.strerror}", "look at its permissions") from error
    found = table(path, stream)
    chosen = next((each for each in FORMATS[source] if each.fits(found.header)), None)
    if chosen is None:
        raise InputError("LG303", f"{path.name} has not the columns of {source}", _instead(found.header))
    stated_day = found.updated if found.updated and _is_day(found.updated) else None
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    return Reading(path, source, vintage or stated_day or changed, chosen, found.lines, " ".join(pair))


def _instead(header: frozenset[str]) -> str:
    other = next((name for name, formats in FORMATS.items() for each in formats if each.fits(header)), None)
    return f"it looks like {other}" if other else f"its columns: {', '.join(sorted(header)[:12])}"


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
