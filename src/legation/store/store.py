"""A store: one folder of Delta tables that is written by one run and read by anyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from legation.records import ActorRef, Claim, Document, Event, Issue, Record, Row, Statement
from legation.store.duplicates import stored_versions
from legation.store.folder import NAME, Manifest, make_folder, read_manifest
from legation.store.found import Found, found
from legation.store.identity import fingerprint
from legation.store.pair import Pair, PairSummary
from legation.store.schema import ROWS, TABLES, Run
from legation.store.snapshot import DOCUMENT_COLUMNS, Snapshot
from legation.store.tables import Relation, Tables
from legation.store.tabulate import restore
from legation.store.writer import Writer
from legation.store.written import Written

T = TypeVar("T", bound=Row)
DOCUMENTS_AT_ONCE = 1_000


def open_store(path: str | Path, *, create: bool = False) -> Store:
    """The store in a folder; with `create`, made there if the folder is new or empty.

    Raises `StoreError` LG501 (no store, or the folder holds something else) or LG502 (another store version).
    """
    folder = Path(path).expanduser().resolve()
    if create and not (folder / NAME).exists():
        make_folder(folder)
    manifest = read_manifest(folder)
    store = Store(folder, manifest)
    if create:
        store.make_tables()
    return store


class Store:
    """An open store. Queries see what is committed at the time they are made; a store may be used by many threads."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.path, self.manifest = path, manifest
        self._tables = Tables(path)
        self._snapshot = Snapshot(self._tables)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"

    def close(self) -> None:
        """Give back what the queries hold; relations made from this store end with it."""
        self._tables.duck.close()

    def make_tables(self) -> None:
        """Make the tables that are missing, as after a run that was killed at its very start."""
        self._tables.create()

    @property
    def tables(self) -> tuple[str, ...]:
        """What `sql` can name: the tables, and the views over pairs and parties."""
        return (*TABLES, "event_pairs", "statement_pairs", "claim_pairs", "event_parties")

    @property
    def version(self) -> tuple[int, ...]:
        """What is committed now; where it is the same, every query gives the same rows."""
        return self._snapshot.version

    def sql(self, query: str, params: Sequence[Any] | None = None) -> Relation:
        """A query over `tables` as a lazy DuckDB relation; `params` are its `$1` …

        `.fetchall()` gives tuples; any Arrow library takes the relation as it is (`__arrow_c_stream__`); `.df()`,
        `.pl()` and `.arrow()` need pandas, Polars or pyarrow installed.
        """
        return self._snapshot.sql(query, params)

    def writing(self) -> Writer:
        """The writer, to be used in a `with`; raises `StoreError` LG503 there while another run writes."""
        return Writer(self._snapshot)

    def write(self, records: Iterable[Record], *, replace: bool = False) -> Written:
        """Store records. A document stored in the same version is left out, a changed one replaces its old rows."""
        with self.writing() as writer:
            return writer.write(records, replace)

    def seen(self, documents: Iterable[Document | str]) -> set[str]:
        """Ids of those stored: a document in this very version, a bare id in any."""
        asked = {each if isinstance(each, str) else each.id: each for each in documents}
        stored = stored_versions(self._snapshot, asked)
        return {id for id, kept in stored.items() if isinstance(it := asked[id], str) or fingerprint(it) == kept}

    def rows(self, kind: type[T], query: str, params: Sequence[Any] | None = None) -> tuple[T, ...]:
        """The rows of a query that has the columns of a record's rows, as such rows."""
        relation = self.sql(query, params)
        return tuple(restore(relation.columns, row, kind) for row in relation.fetchall())

    def counts(self) -> Mapping[str, int]:
        """Rows per table, and how many documents are duplicates and how many have issues."""
        parts = [f"(SELECT count(*) FROM {name}) AS {name}" for name in ["documents", *ROWS, "runs"]]
        parts.append("(SELECT count(*) FROM documents WHERE duplicate_of IS NOT NULL) AS duplicates")
        relation = self.sql(f"SELECT {', '.join(parts)}")
        return dict(zip(relation.columns, relation.fetchall()[0], strict=True))

    def pairs(self) -> tuple[PairSummary, ...]:
        """Every pair with a row, the one with most events first."""
        relation = self.sql(
            "SELECT a || '-' || b AS pair, a, b, count(DISTINCT document) AS documents, "
            "count(*) FILTER (kind = 'event') AS events, count(*) FILTER (kind = 'statement') AS statements, "
            "count(*) FILTER (kind = 'claim') AS claims, min(since) AS first, max(coalesce(until, since)) AS last "
            "FROM pairs GROUP BY a, b ORDER BY events DESC, statements DESC, claims DESC, pair"
        )
        return tuple(restore(relation.columns, row, PairSummary) for row in relation.fetchall())

    def pair(self, a: str, b: str) -> Pair:
        """The rows between two countries or organisations, in either order; raises `UsageError` LG102 for one twice."""
        return Pair(self._snapshot, a, b)

    def document(self, id: str) -> Record | None:
        """The whole record of a document, as it was written."""
        while (head := self._head(id)) is not None:
            rows = {name: self._rows_of(id, name, kind) for name, kind in ROWS.items()}
            # a writer may have replaced the document between two of these queries
            if (again := self._head(id)) is not None and again["batch"] == head["batch"]:
                return msgspec.convert({**head, "document": head, **rows}, Record)
        return None

    def event(self, id: str) -> Found[Event] | None:
        """One event with its document."""
        return self._one("events", id, Event)

    def statement(self, id: str) -> Found[Statement] | None:
        """One statement with its document."""
        return self._one("statements", id, Statement)

    def claim(self, id: str) -> Found[Claim] | None:
        """One claim with its document."""
        return self._one("claims", id, Claim)

    def issues(self) -> tuple[Found[Issue], ...]:
        """What could not be read or coded, by document."""
        query = f"SELECT r.*, {DOCUMENT_COLUMNS} FROM issues r JOIN documents d ON d.id = r.document"
        return found(self.sql(f"{query} ORDER BY r.document, r.row"), Issue)

    def runs(self) -> tuple[Run, ...]:
        """The ingest runs, oldest first."""
        return self.rows(Run, "SELECT * FROM runs ORDER BY started, id")

    def mentions(self) -> Iterator[tuple[str, str, tuple[ActorRef, ...]]]:
        """The dated documents that are no copies, each with its day and its mentions, in the order of their ids."""
        dated = "SELECT id, published FROM documents WHERE published IS NOT NULL AND duplicate_of IS NULL ORDER BY id"
        days = dict(self.sql(dated).fetchall())
        ids = list(days)
        for some in (ids[start : start + DOCUMENTS_AT_ONCE] for start in range(0, len(ids), DOCUMENTS_AT_ONCE)):
            relation = self.sql("SELECT * FROM actors WHERE document BETWEEN $1 AND $2", [some[0], some[-1]])
            place = relation.columns.index("document"), relation.columns.index("row")
            rows = sorted(relation.fetchall(), key=itemgetter(*place))
            for id, own in groupby(rows, key=itemgetter(place[0])):
                if id in days:
                    yield id, days[id], tuple(restore(relation.columns, row, ActorRef) for row in own)

    def _head(self, id: str) -> dict[str, Any] | None:
        relation = self.sql("SELECT * FROM documents WHERE id = $1", [id])
        for row in relation.fetchall():
            return {name: value for name, value in zip(relation.columns, row, strict=True) if value is not None}
        return None

    def _rows_of(self, document: str, table: str, kind: type[T]) -> tuple[T, ...]:
        return self.rows(kind, f"SELECT * FROM {table} WHERE document = $1 ORDER BY row", [document])

    def _one(self, table: str, id: str, kind: type[T]) -> Found[T] | None:
        query = f"SELECT r.*, {DOCUMENT_COLUMNS} FROM {table} r JOIN documents d ON d.id = r.document"
        rows = found(self.sql(f"{query} WHERE r.id = $1 ORDER BY r.document LIMIT 1", [id]), kind)
        return rows[0] if rows else None
