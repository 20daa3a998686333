"""Records → the rows of the tables, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from legation.records import Record
from legation.store.dyads import dyads
from legation.store.identity import digest, fingerprint
from legation.store.schema import ROWS, TABLES

TableRow = Mapping[str, Any]
R = TypeVar("R", bound=msgspec.Struct)


def tabulate(records: Iterable[Record], batch: int, run: str) -> dict[str, list[TableRow]]:
    """The rows of each table for one batch; `row` counts within the record, so its order comes back."""
    rows: dict[str, list[TableRow]] = {name: [] for name in TABLES}
    for place, record in enumerate(records):
        document = record.document
        for name in ROWS:
            key = {"batch": batch, "document": document.id}
            each: Sequence[msgspec.Struct] = getattr(record, name)
            rows[name] += [{**key, "row": at, **fields(row)} for at, row in enumerate(each)]
        rows["pairs"] += [{"batch": batch, "document": document.id, **fields(dyad)} for dyad in dyads(record)]
        marks = {"fingerprint": fingerprint(document), "digest": digest(document.text)}
        more = {"schema": record.schema, "sentences": record.sentences, "skipped": record.skipped, **marks}
        rows["documents"].append({"batch": batch, "row": place, "run": run, **fields(document), **more})
    return rows


def fields(row: msgspec.Struct) -> dict[str, Any]:
    """The fields of one row, nested rows left as they are."""
    return msgspec.structs.asdict(row)


def restore(names: Sequence[str], row: Sequence[Any], kind: type[R]) -> R:
    """A typed row from a row of a table; a column of a later version is NULL and takes its default."""
    known = {name: value for name, value in zip(names, row, strict=True) if value is not None}
    return msgspec.convert(known, kind)
