"""Read documents, code those not stored yet, write them in batches; a killed run is completed by running it again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Protocol

import msgspec

from legation.records import Document, Issue, Record, Row
from legation.store.folder import now
from legation.store.identity import fingerprint
from legation.store.schema import Run
from legation.store.store import Store
from legation.store.writer import BATCH, Writer
from legation.store.written import Written

CODING_FAILED = "LG408"
LOOK_UP = 100
CHARACTERS = 16_000_000
PATIENCE = 20.0

CodeMany = Callable[[Iterable[Document]], Iterator[Record]]


class Unreadable(Protocol):
    """A document that could not be read, or in part only (`document`), as `legation.read.Unread`."""

    @property
    def id(self) -> str: ...
    @property
    def issue(self) -> Issue: ...
    @property
    def document(self) -> Document | None: ...


class IngestReport(Row, frozen=True, kw_only=True):
    """How far a run is: documents read, already stored, unread or not coded (`failed`); what was written; seconds."""

    run: str
    read: int = 0
    skipped: int = 0
    failed: int = 0
    written: Written = Written()
    seconds: float = 0.0


Progress = Callable[[IngestReport], None]


def ingest(
    documents: Iterable[Document | Unreadable],
    store: Store,
    code_many: CodeMany,
    *,
    batch: int = BATCH,
    recode: bool = False,
    register: str | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Store the records of all documents that are not stored in this version yet.

    A document that can't be read is stored with its issue and an empty text, one that could be read in part is coded
    and keeps its issue. `recode` codes stored ones again.
    `code_many` keeps the order and may read ahead; `progress` is called after each batch. `register` is the digest of
    the register that it codes with, for the row of the run.
    Raises `StoreError` LG503 while another run writes. Whatever else ends the run, the batches written stay.
    """
    with store.writing() as writer:
        writer.run = msgspec.structs.replace(writer.run, register=register)
        intake = Intake(store, writer, batch, recode, progress)
        status = "failed"
        writer.log(writer.run)
        try:
            intake.run(documents, code_many)
            status = "done"
        except (KeyboardInterrupt, GeneratorExit):
            status = "interrupted"
            raise
        finally:
            writer.log(intake.state(status))
        return intake.report()


class Intake:
    """One run: the documents on their way from the source to the store."""

    def __init__(self, store: Store, writer: Writer, batch: int, recode: bool, progress: Progress | None) -> None:
        self._store, self._writer, self._progress = store, writer, progress
        self._batch, self._recode = batch, recode
        self._pending: dict[str, str] = {}
        self._unread: list[Record] = []
        self._partly: dict[str, Issue] = {}
        self._read = self._skipped = self._failed = 0
        self._written = Written()
        self._begun = time.monotonic()

    def run(self, documents: Iterable[Document | Unreadable], code_many: CodeMany) -> None:
        """Code and write everything; a batch is full by number, by size or by time."""
        waiting: list[Record] = []
        size, since = 0, time.monotonic()
        for record in code_many(self._fresh(documents)):
            waiting.append(record)
            size += len(record.document.text)
            late = time.monotonic() - since > PATIENCE
            if len(waiting) + len(self._unread) >= self._batch or size >= CHARACTERS or late:
                self._flush(waiting)
                waiting, size, since = [], 0, time.monotonic()
        self._flush(waiting)

    def report(self) -> IngestReport:
        """How far the run is."""
        counts = {"read": self._read, "skipped": self._skipped, "failed": self._failed}
        seconds = time.monotonic() - self._begun
        return IngestReport(run=self._writer.run.id, written=self._written, seconds=seconds, **counts)

    def state(self, status: str) -> Run:
        """The row of the run at its end."""
        written = msgspec.structs.asdict(self._written)
        kept = {name: written[name] for name in Run.__struct_fields__ if name in written}
        counts = {"read": self._read, "skipped": self._skipped, "failed": self._failed}
        end = {"seq": 1, "status": status, "finished": now()}
        return msgspec.structs.replace(self._writer.run, **{**kept, **counts, **end})

    def _fresh(self, documents: Iterable[Document | Unreadable]) -> Iterator[Document]:
        """The documents to be coded; what was not readable is put by."""
        source = iter(documents)
        while some := list(islice(source, LOOK_UP)):
            seen = set() if self._recode else self._store.seen(map(as_document, some))
            for each in some:
                self._read += 1
                document = as_document(each)
                version = fingerprint(document)
                if document.id in seen or self._pending.get(document.id) == version:
                    self._skipped += 1
                    continue
                self._pending[document.id] = version
                if isinstance(each, Document):
                    yield each
                elif each.document is not None:
                    self._partly[document.id] = each.issue
                    yield document
                else:
                    self._unread.append(Record(document=document, issues=(each.issue,)))

    def _flush(self, waiting: list[Record]) -> None:
        records, self._unread = [*map(self._told, waiting), *self._unread], []
        if not records:
            return
        unread = len(records) - len(waiting)
        coded = sum(any(issue.code == CODING_FAILED for issue in record.issues) for record in waiting)
        self._written += self._writer.write(records, replace=self._recode)
        self._failed += unread + coded
        for record in records:
            self._pending.pop(record.document.id, None)
        if self._progress:
            self._progress(self.report())

    def _told(self, record: Record) -> Record:
        """The record with what reading had to say of its document."""
        issue = self._partly.pop(record.document.id, None)
        if issue is None or issue.code in {each.code for each in record.issues}:
            return record
        return msgspec.structs.replace(record, issues=(issue, *record.issues))


def as_document(each: Document | Unreadable) -> Document:
    """A document, what could be read of it, or the empty one that stands for what could not be read."""
    if isinstance(each, Document):
        return each
    return each.document or Document(id=each.id, text="")
