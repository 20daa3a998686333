"""The Delta tables of a store: append, delete, compact; one folder per table.

Rows go as JSON through DuckDB's parser into an Arrow stream that delta-rs takes as it is, so neither pyarrow nor
pandas is needed. DuckDB reads the Parquet files of a snapshot directly; it loads no extension beyond the built-in ones.
"""

from __future__ import annotations

import json
import re
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import msgspec
from deltalake import DeltaTable, WriterProperties, write_deltalake

from legation.errors import StoreError
from legation.store.schema import APART, TABLES, Structure, ddl

Relation = duckdb.DuckDBPyRelation
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}
# statistics of all columns would put whole texts into the log
SETTINGS = {"delta.dataSkippingStatsColumns": "batch", "delta.deletedFileRetentionDuration": "interval 1 days"}
KEEP_HOURS = 24
MANY_FILES = 32


class Tables:
    """The tables under one folder, and the in-memory DuckDB that prepares and reads their rows."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.duck = duckdb.connect(":memory:", config=OFFLINE)
        # DuckDB aborts the process now and then when a connection is still open as Python ends
        weakref.finalize(self, self.duck.close)
        self._deltas: dict[str, DeltaTable] = {}

    def create(self) -> None:
        """Make the tables that are not there yet."""
        for name, columns in TABLES.items():
            empty = ", ".join(f'NULL::{ddl(kind)} AS "{column}"' for column, kind in columns.items())
            source = self.duck.sql(f"SELECT {empty} LIMIT 0")
            write_deltalake(self.uri(name), source, mode="ignore", name=name, configuration=SETTINGS)

    def uri(self, name: str) -> str:
        """Where a table lies, as a URI (delta-rs takes odd characters only so)."""
        return (self.root / name).as_uri()

    def delta(self, name: str) -> DeltaTable:
        """One table as last seen; raises `StoreError` LG501 where it is missing, LG502 where it can't be read."""
        if name not in self._deltas:
            if not (self.root / name / "_delta_log").is_dir():
                raise StoreError("LG501", f"the store {self.root} lacks its table {name}", "restore it or ingest anew")
            table = DeltaTable(self.uri(name))
            if "deletionVectors" in (table.protocol().reader_features or ()):
                hint = "rewrite the table without them (REORG … APPLY (PURGE))"
                raise StoreError("LG502", f"table {name} has deletion vectors, which Legation does not read", hint)
            self._deltas[name] = table
        return self._deltas[name]

    def lacks(self, name: str) -> bool:
        """Whether a table is missing that stores of earlier versions did not have."""
        return name in APART and name not in self._deltas and not (self.root / name / "_delta_log").is_dir()

    def files(self, name: str) -> list[str]:
        """The Parquet files of the snapshot, as paths with DuckDB's wildcards escaped."""
        if self.lacks(name):
            return []
        names = (uri.rsplit("/", 1)[-1] for uri in self.delta(name).file_uris())
        return [re.sub(r"([\[*?])", r"[\1]", str(self.root / name / each)) for each in names]

    def source(self, name: str) -> str:
        """A FROM clause over the snapshot with every column of the table, those of later versions NULL."""
        columns, files = TABLES[name], self.files(name)
        if not files:
            empty = ", ".join(f'NULL::{ddl(kind)} AS "{column}"' for column, kind in columns.items())
            return f"(SELECT {empty} LIMIT 0)"
        known = {field.name for field in self.delta(name).schema().fields}
        picked = ", ".join(_column(column, kind, column in known) for column, kind in columns.items())
        listed = ", ".join(quote(file) for file in files)
        return f"(SELECT {picked} FROM read_parquet([{listed}], union_by_name = true))"

    def rows(self, name: str, rows: Sequence[Mapping[str, Any]]) -> Relation:
        """Rows as a relation typed by the table's columns."""
        shape = quote(json.dumps([TABLES[name]]))
        text = msgspec.json.encode(rows).decode()
        return self.duck.sql(f"SELECT unnest(from_json_strict($1, {shape}), max_depth := 2)", params=[text])

    def append(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows in one commit; none, no commit."""
        if rows:
            write_deltalake(
                self.delta(name),
                self.rows(name, rows),
                mode="append",
                schema_mode="merge",
                writer_properties=WriterProperties(compression="ZSTD"),
            )

    def delete(self, name: str, predicate: str) -> None:
        """Delete the rows of a predicate in one commit."""
        self.delta(name).delete(predicate, writer_properties=WriterProperties(compression="ZSTD"))

    def compact(self, name: str, many: int = MANY_FILES) -> None:
        """Join small files where there are `many`; the old ones stay a day for the readers that have them open."""
        if self.lacks(name):
            return
        table = self.delta(name)
        if len(table.file_uris()) >= many:
            table.optimize.compact(writer_properties=WriterProperties(compression="ZSTD"))
            table.create_checkpoint()
            table.vacuum(KEEP_HOURS, dry_run=False, enforce_retention_duration=False, full=True)

    def version(self, name: str) -> int:
        """The newest version of a table, as it is on disk now; −1 where a store of an earlier version lacks it."""
        if self.lacks(name):
            return -1
        table = self.delta(name)
        table.update_incremental()
        return int(table.version())


def _column(name: str, kind: Structure, known: bool) -> str:
    return f'"{name}"' if known else f'NULL::{ddl(kind)} AS "{name}"'


def quote(text: str) -> str:
    """A string literal of SQL.

    >>> quote("Côte d'Ivoire")
    "'Côte d''Ivoire'"
    """
    return "'" + text.replace("'", "''") + "'"
