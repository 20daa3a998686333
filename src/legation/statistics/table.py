"""A file of statistics → its rows by folded column name, with their lines; nothing is ever shifted or padded.

CSV with commas, semicolons or tabs, behind a preamble or a byte order mark, in UTF-8, UTF-16 or Latin-1; JSON as an
array, as `{"data": […]}` or by line; each also compressed. A column per period becomes a row per period.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from legation.errors import InputError
from legation.read.compressed import opened, readable
from legation.read.encoding import wide
from legation.statistics.periods import days
from legation.statistics.rows import Cells, RowError, fold

PREAMBLE = 20
LEAST = 4
UPDATED = "lastupdateddate"
LISTS = ("data", "dataset", "Data", "results")


@dataclass(frozen=True, slots=True)
class Line:
    """One row and the line it stands in, or the error that it is."""

    number: int
    cells: Cells
    error: RowError | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A file's columns, its rows, and the day the file says it was updated (None where it says none)."""

    header: frozenset[str]
    lines: Iterator[Line]
    updated: str | None = None


def table(path: Path, stream: IO[bytes]) -> Table:
    """The table in a file; raises `InputError` LG302 where the bytes can't be read, LG303 where no table is found."""
    with readable(path.name):
        head, whole = opened(stream)
        codec = wide(head) or "utf-8-sig"
        text = io.TextIOWrapper(whole, codec, errors="replace", newline="")
        start = head.decode(codec, "replace").lstrip()
        return _json(path, text, start) if start[:1] in "[{" else _csv(path, text)


def _csv(path: Path, text: IO[str]) -> Table:
    opening, updated = [], None
    for number, line in enumerate(text, 1):
        delimiter = max(",;\t", key=line.count)
        names = next(csv.reader([line], delimiter=delimiter), [])
        if len([name for name in names if name.strip()]) >= LEAST:
            return Table(frozenset(map(fold, names)), _rows(text, names, delimiter, number), updated)
        if len(names) > 1 and fold(names[0]) == UPDATED:
            updated = names[1].strip()
        opening.append(line)
        if number >= PREAMBLE:
            break
    raise InputError("LG303", f"no table in {path.name}: no header in its first {PREAMBLE} lines", "is it a CSV file?")


def _rows(text: IO[str], names: list[str], delimiter: str, before: int) -> Iterator[Line]:
    while names and not names[-1].strip():
        names = names[:-1]
    reader = csv.reader(text, delimiter=delimiter)
    for cells in reader:
        number = reader.line_num + before
        if not any(cell.strip() for cell in cells):
            continue
        rest = cells[len(names) :]
        if len(cells) < len(names) or any(cell.strip() for cell in rest):
            yield Line(number, {}, RowError("LG410", f"{len(cells)} fields, the header has {len(names)}"))
        else:
            yield from _long(number, dict(zip(names, cells, strict=False)))


def _long(number: int, row: Mapping[str, str]) -> Iterator[Line]:
    """The row itself, or one for each column that is a period."""
    periods = {name: period for name in row if (period := _period(name))}
    folded = {fold(name): value for name, value in row.items() if name not in periods}
    if not periods:
        yield Line(number, folded)
    for name, period in periods.items():
        if row[name].strip():
            yield Line(number, {**folded, "timeperiod": period, "obsvalue": row[name]})


def _period(name: str) -> str | None:
    """The period that a column is named after: "1990", "1990 [YR1990]", "2015-M01"."""
    written = name.split("[")[0].strip()
    return written if written[:4].isdigit() and days(written) else None


def _json(path: Path, text: IO[str], start: str) -> Table:
    try:
        found = _objects(text, start)
    except ValueError as error:
        raise InputError("LG302", f"{path.name} is not valid JSON: {error}", "fetch it again") from error
    meta, rows = found
    if not rows:
        raise InputError("LG303", f"no rows in {path.name}", "look at the message in it")
    header = frozenset(fold(name) for row in rows[:100] for name in _flat(row))
    lines = (Line(number, {fold(k): v for k, v in _flat(row).items()}) for number, row in enumerate(rows, 1))
    return Table(header, lines, meta.get("lastupdated"))


def _objects(text: IO[str], start: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What stands before the rows, and the rows: an array, a wrapped one, the World Bank's pair, or a row a line."""
    content = text.read()
    try:
        whole = json.loads(content)
    except ValueError:
        return {}, [json.loads(line) for line in content.splitlines() if line.strip()]
    if isinstance(whole, list) and len(whole) == 2 and isinstance(whole[1], list):
        return whole[0], [_world_bank(row) for row in whole[1]]
    if isinstance(whole, dict):
        rows = next((whole[name] for name in LISTS if isinstance(whole.get(name), list)), None)
        return {}, [whole] if rows is None else rows
    return {}, whole


def _world_bank(row: dict[str, Any]) -> dict[str, Any]:
    indicator = row.get("indicator") or {}
    return {
        "Indicator Code": indicator.get("id"),
        "Indicator Name": indicator.get("value"),
        "Country Code": row.get("countryiso3code"),
        "time_period": row.get("date"),
        "obs_value": ".." if row.get("value") is None else row["value"],
    }


def _flat(row: dict[str, Any]) -> dict[str, str]:
    """A JSON object's plain fields as text; null is blank."""
    return {
        name: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in row.items()
        if not isinstance(value, dict | list)
    }
