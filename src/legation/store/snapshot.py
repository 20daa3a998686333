"""The views a query sees: the rows of committed documents, in their newest version, and nothing else.

Delta commits one table at a time. A batch of documents is therefore written to the row tables first and to
`documents` last, all under one batch number: rows of a higher number than any in `documents` are of an unfinished or
a killed batch, and rows of an older version of a document are superseded. The views hide both.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any

from legation.store.schema import APART, ROWS, TABLES
from legation.store.tables import Relation, Tables

PAIR_COLUMNS = """
    p.a, p.b, p.way, p.since, p.until,
    CASE p.way WHEN 'forth' THEN p.a WHEN 'back' THEN p.b END AS source,
    CASE p.way WHEN 'forth' THEN p.b WHEN 'back' THEN p.a END AS target"""
DOCUMENT_COLUMNS = "d.published, d.outlet, d.title, d.url, d.duplicate_of"
CHUNK = 1000
PAIRED = {"event": "events", "statement": "statements", "claim": "claims"}


class Snapshot:
    """Views over one moment of the tables; `refresh` moves it to the newest."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.batch = 0
        self._versions: tuple[int, ...] | None = None
        self._lock = threading.RLock()
        self._local = threading.local()

    def sql(self, query: str, params: Sequence[Any] | None = None) -> Relation:
        """A lazy relation over the newest committed rows; one DuckDB cursor per thread."""
        self.refresh()
        if not hasattr(self._local, "cursor"):
            self._local.cursor = self.tables.duck.cursor()
        relation: Relation | None = self._local.cursor.sql(query, params=params)
        if relation is None:
            raise ValueError(f"not a query: {query}")
        return relation

    def rows(self, query: str, params: Sequence[Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        found: list[tuple[Any, ...]] = self.sql(query, params).fetchall()
        return found

    def chunks(self, query: str, size: int = CHUNK) -> Iterator[tuple[Sequence[str], list[tuple[Any, ...]]]]:
        """The rows of a query some at a time, each time with the names of the columns; may go on in another thread."""
        self.refresh()
        with self.tables.duck.cursor() as cursor:
            cursor.execute(query)
            names = [column[0] for column in cursor.description]
            while rows := cursor.fetchmany(size):
                yield names, rows

    @property
    def version(self) -> tuple[int, ...]:
        """The versions of the tables that commit what queries see now; the same numbers, the same answers."""
        self.refresh()
        assert self._versions is not None
        return self._versions

    def refresh(self) -> None:
        """See what has been committed since; a few look-ups in the file system where nothing has."""
        with self._lock:
            versions = self._newest()
            if versions == self._versions:
                return
            # documents must not move while the others are read: a replaced document's rows could be gone by then
            while True:
                for name in TABLES:
                    self.tables.version(name)
                if (again := self._newest()) == versions:
                    break
                versions = again
            self._define()
            self._versions = versions

    def _newest(self) -> tuple[int, ...]:
        return tuple(self.tables.version(name) for name in ("documents", "runs", *APART))

    def _define(self) -> None:
        duck, source = self.tables.duck, self.tables.source
        (newest,) = duck.execute(f"SELECT max(batch) FROM {source('documents')}").fetchall()
        self.batch = newest[0] or 0
        duck.execute(f"CREATE OR REPLACE VIEW written AS FROM {source('documents')}")
        duck.execute(
            "CREATE OR REPLACE TABLE superseded AS WITH twice AS "
            "(SELECT id, max(batch) AS newest FROM written GROUP BY id HAVING count(*) > 1) "
            "SELECT w.id AS document, w.batch FROM written w JOIN twice t ON t.id = w.id WHERE w.batch < t.newest"
        )
        (stale,) = duck.execute("SELECT count(*) FROM superseded").fetchall()
        for name in [*ROWS, "pairs", "documents"]:
            view = _live(source(name), self.batch, "id" if name == "documents" else "document", bool(stale[0]))
            duck.execute(f"CREATE OR REPLACE VIEW {name} AS {view}")
        duck.execute(
            f"CREATE OR REPLACE VIEW runs AS FROM {source('runs')} "
            "QUALIFY row_number() OVER (PARTITION BY id ORDER BY seq DESC) = 1"
        )
        for name in ("series", "rejects"):
            duck.execute(f"CREATE OR REPLACE VIEW {name} AS FROM {source(name)}")
        duck.execute(f"CREATE OR REPLACE VIEW checks AS {_newest_checks(source('checks'))}")
        for kind, name in PAIRED.items():
            duck.execute(f"CREATE OR REPLACE VIEW {kind}_pairs AS {_paired(kind, name)}")
        duck.execute(f"CREATE OR REPLACE VIEW event_parties AS {_PARTIES}")


def _live(source: str, batch: int, document: str, stale: bool) -> str:
    hidden = f"AND NOT EXISTS (FROM superseded s WHERE s.document = r.{document} AND s.batch = r.batch)"
    return f"SELECT r.* FROM {source} r WHERE r.batch <= {batch} {hidden if stale else ''}"


def _newest_checks(source: str) -> str:
    """The last check of each claim that is still there."""
    live = "EXISTS (FROM claims c WHERE c.document = k.document AND c.id = k.claim)"
    newest = "row_number() OVER (PARTITION BY document, claim ORDER BY checked DESC) = 1"
    return f"SELECT * FROM {source} k WHERE {live} QUALIFY {newest}"


def _paired(kind: str, table: str) -> str:
    return (
        f"SELECT {PAIR_COLUMNS}, r.* EXCLUDE (batch), {DOCUMENT_COLUMNS} FROM pairs p "
        f"JOIN {table} r ON r.document = p.document AND r.id = p.id "
        f"JOIN documents d ON d.id = p.document WHERE p.kind = '{kind}'"
    )


def _party(side: str, column: str) -> str:
    return (
        f"SELECT id AS event, document, '{side}' AS side, unnest({column}, max_depth := 1) AS ref "
        f"FROM events WHERE len({column}) > 0"
    )


_PARTIES = (
    "SELECT event, document, side, ref.country AS country, ref.actor AS actor, ref.sector AS sector, "
    f"ref.name AS name, ref.text AS text "
    f"FROM ({_party('actor', 'actors')} UNION ALL {_party('recipient', 'recipients')})"
)
