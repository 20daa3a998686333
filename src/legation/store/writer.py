"""Writing records: which are new, in which order the tables are written, and what a killed run left behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Self

import msgspec

from legation.lexicon import in_use
from legation.records import SCHEMA, Record
from legation.store.duplicates import mark_duplicates, stored_versions
from legation.store.folder import legation_version, now
from legation.store.identity import fingerprint
from legation.store.lock import WriterLock
from legation.store.schema import ROWS, TABLES, Run
from legation.store.snapshot import Snapshot
from legation.store.tables import quote
from legation.store.tabulate import TableRow, fields, restore, tabulate
from legation.store.written import Written

BATCH = 500
CLEAN_AFTER = 64
LOCK = "writer.lock"
# documents last: while its superseded rows are there, the views hide the others
CLEANED = [*ROWS, "pairs", "documents"]


class Writer:
    """The one writer of a store, inside a `with`; raises `StoreError` LG503 where another run writes."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot, self._tables = snapshot, snapshot.tables
        self._lock = WriterLock(self._tables.root / LOCK)
        self._uncleaned = 0
        started = now()
        version, overlay = legation_version(), in_use().digest
        self.run = Run(id=started, started=started, legation=version, schema=SCHEMA, lexicon=overlay)

    def __enter__(self) -> Self:
        self._lock.__enter__()
        try:
            self._snapshot.refresh()
            self._sweep()
        except BaseException:
            self._lock.__exit__()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._clean()
        finally:
            self._lock.__exit__()

    def add(self, name: str, rows: Sequence[msgspec.Struct | TableRow]) -> None:
        """Add rows to a table that stands apart from documents, in one commit."""
        self._tables.create()
        self._tables.append(name, [row if isinstance(row, Mapping) else fields(row) for row in rows])
        self._snapshot.refresh()

    def drop(self, name: str, predicate: str) -> None:
        """Delete rows of such a table."""
        self._tables.delete(name, predicate)
        self._snapshot.refresh()

    def log(self, run: Run) -> None:
        """Add a state of a run."""
        self._tables.append("runs", [fields(run)])

    def write(self, records: Iterable[Record], replace: bool = False) -> Written:
        """Store records, a batch per commit; one already stored in the same version is left out unless `replace`."""
        source, total = iter(records), Written()
        while batch := list(islice(source, BATCH)):
            total += self._write_batch(batch, replace)
        return total

    def _write_batch(self, records: Sequence[Record], replace: bool) -> Written:
        newest = {record.document.id: record for record in records}
        stored = stored_versions(self._snapshot, newest)
        fresh = [each for id, each in newest.items() if replace or stored.get(id) != fingerprint(each.document)]
        skipped = len(records) - len(fresh)
        if not fresh:
            return Written(skipped=skipped)
        marked = mark_duplicates(self._snapshot, fresh)
        rows = tabulate(marked, self._snapshot.batch + 1, self.run.id)
        for name in TABLES:
            self._tables.append(name, rows[name])
        self._snapshot.refresh()
        self._uncleaned += 1
        if self._uncleaned >= CLEAN_AFTER:
            self._clean()
        replaced = sum(record.document.id in stored for record in marked)
        return Written(
            documents=len(marked) - replaced,
            replaced=replaced,
            skipped=skipped,
            duplicates=sum(record.document.duplicate_of is not None for record in marked),
            **{name: len(rows[name]) for name in ROWS},
        )

    def _sweep(self) -> None:
        """Delete what a killed run left uncommitted, and say in `runs` that it was killed."""
        uncommitted = f"batch > {self._snapshot.batch}"
        for name in [*ROWS, "pairs"]:
            self._tables.version(name)  # the snapshot does not follow tables that no committed batch has touched
            query = f"SELECT count(*) FROM {self._tables.source(name)} WHERE {uncommitted}"
            if self._tables.duck.execute(query).fetchall()[0][0]:
                self._tables.delete(name, uncommitted)
        for row in self._snapshot.rows("SELECT * FROM runs WHERE status = 'running'"):
            run = restore(list(TABLES["runs"]), row, Run)
            self.log(msgspec.structs.replace(run, seq=run.seq + 1, status="killed"))
        self._snapshot.refresh()

    def _clean(self) -> None:
        """Delete the rows of superseded versions, join small files."""
        self._uncleaned = 0
        stale = self._snapshot.rows("SELECT batch, document FROM superseded ORDER BY batch")
        for start in range(0, len(stale), BATCH):
            some = stale[start : start + BATCH]
            for name in CLEANED:
                self._tables.delete(name, _any_of(some, "id" if name == "documents" else "document"))
        for name in TABLES:
            self._tables.compact(name)
        self._snapshot.refresh()


def _any_of(stale: Sequence[tuple[int, str]], column: str) -> str:
    """The predicate of some (batch, document) rows."""
    batches: dict[int, list[str]] = {}
    for batch, document in stale:
        batches.setdefault(batch, []).append(quote(document))
    return " OR ".join(f"(batch = {batch} AND {column} IN ({', '.join(ids)}))" for batch, ids in batches.items())
