"""Ingest: what is read once, what survives kill -9, what the run row and the progress say."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator

import msgspec
import pytest

from legation.engine import code_many
from legation.errors import StoreError
from legation.records import Document, Issue, Record
from legation.store import IngestReport, Store, ingest, open_store
from tests.coders import Plain, Talks
from tests.rows import TALKS

CODE = functools.partial(code_many, coder=Talks())


class Unread(msgspec.Struct, frozen=True):
    id: str
    issue: Issue
    document: Document | None = None


def documents(count: int, start: int = 0) -> list[Document]:
    return [
        Document(id=f"d{n}", text=f"{TALKS} Note {n}.", published="2021-03-04") for n in range(start, start + count)
    ]


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a store but what tells one run from another."""
    names = ["actors", "events", "statements", "claims", "issues", "pairs"]
    rows = {name: store.sql(f"SELECT * EXCLUDE (batch) FROM {name} ORDER BY ALL").fetchall() for name in names}
    kept = "id, text, published, sentences, fingerprint, digest, duplicate_of"
    return {**rows, "documents": store.sql(f"SELECT {kept} FROM documents ORDER BY ALL").fetchall()}


def test_everything_is_read_coded_and_written(store: Store) -> None:
    report = ingest(documents(25), store, CODE, batch=10)
    assert (report.read, report.skipped, report.failed) == (25, 0, 0)
    assert (report.written.documents, report.written.events) == (25, 25)
    assert store.counts()["documents"] == 25


def test_what_is_stored_is_not_coded_again(store: Store) -> None:
    coded: list[str] = []

    def code(given: Iterable[Document]) -> Iterator[Record]:
        for document in given:
            coded.append(document.id)
            yield Record(document=document)

    ingest(documents(5), store, code)
    report = ingest([*documents(7), *documents(7)], store, code)
    assert coded == [f"d{n}" for n in range(7)]
    assert (report.read, report.skipped, report.written.documents) == (14, 12, 2)
    assert ingest(documents(7), store, code, recode=True).written.replaced == 7
    assert store.counts()["documents"] == 7


def test_what_could_not_be_read_is_stored_with_its_issue(store: Store) -> None:
    lost = Unread("lost", Issue(code="LG403", message="no text"))
    undated = Unread("undated", Issue(code="LG401", message="no date"), Document(id="undated", text=TALKS))
    for _ in range(2):
        report = ingest([lost, undated, *documents(2)], store, CODE)
    assert report.skipped == 4
    assert [(found.document, found.row.code) for found in store.issues()] == [("lost", "LG403"), ("undated", "LG401")]
    record = store.document("undated")
    assert record is not None
    assert len(record.events) == 1


def test_what_could_not_be_coded_is_counted_as_failed(store: Store) -> None:
    given = [Document(id="bad", text="raise"), Document(id="good", text="fine")]
    report = ingest(given, store, functools.partial(code_many, coder=Plain()))
    assert (report.failed, report.written.documents, report.written.issues) == (1, 2, 1)


def test_progress_comes_after_each_batch(store: Store) -> None:
    told: list[IngestReport] = []
    ingest(documents(25), store, CODE, batch=10, progress=told.append)
    assert [report.written.documents for report in told] == [10, 20, 25]


def test_a_run_row_says_what_a_run_did(store: Store) -> None:
    ingest(documents(3), store, CODE)
    ingest(documents(4), store, CODE)
    first, second = store.runs()
    assert (first.status, first.read, first.documents, first.events) == ("done", 3, 3, 3)
    assert (second.status, second.read, second.skipped, second.documents) == ("done", 4, 3, 1)
    assert first.finished
    assert first.started < first.finished < second.started


def test_an_interrupted_run_keeps_its_batches_and_says_so(store: Store) -> None:
    def code(given: Iterable[Document]) -> Iterator[Record]:
        for n, document in enumerate(given):
            if n == 15:
                raise KeyboardInterrupt
            yield Talks().code(document)

    with pytest.raises(KeyboardInterrupt):
        ingest(documents(25), store, code, batch=10)
    assert (store.runs()[0].status, store.runs()[0].documents, store.counts()["documents"]) == ("interrupted", 10, 10)
    assert ingest(documents(25), store, CODE).written.documents == 15


def test_a_second_run_at_the_same_time_is_refused(store: Store) -> None:
    def code(given: Iterable[Document]) -> Iterator[Record]:
        with pytest.raises(StoreError, match="another run") as refused:
            ingest(documents(1), store, CODE)
        assert refused.value.code == "LG503"
        return map(Talks().code, given)

    assert ingest(documents(2), store, code).written.documents == 2


# Kills itself with SIGKILL at the nth append to a table, so that every place between two commits is met.
KILLED = """
import os, signal, sys
from legation.store import ingest, open_store
from legation.store.tables import Tables
from tests.store.test_ingest import CODE, documents
append, left = Tables.append, int(sys.argv[2])
def killing(self, name, rows):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    append(self, name, rows)
Tables.append = killing
ingest(documents(30), open_store(sys.argv[1], create=True), CODE, batch=10)
"""
# One more for the run's first row, then 8 tables a batch; 9 … 16 lie within the second batch.
PLACES = [0, 1, 3, 8, 9, 10, 12, 14, 15, 16, 24]


def run(code: str, *arguments: str, **more: object) -> subprocess.Popen[bytes]:
    root = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    environment = {**os.environ, "PYTHONPATH": root}
    return subprocess.Popen([sys.executable, "-c", code, *arguments], env=environment)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    with open_store(tmp_path_factory.mktemp("whole") / "store", create=True) as store:
        ingest(documents(30), store, CODE, batch=10)
        return contents(store)


@pytest.mark.parametrize("place", PLACES)
def test_a_run_killed_between_any_two_commits_is_completed_by_the_next(
    store: Store, place: int, whole: dict[str, list[tuple[object, ...]]]
) -> None:
    assert run(KILLED, str(store.path), str(place)).wait() == -signal.SIGKILL
    stored = store.counts()
    assert stored["documents"] == stored["events"] == stored["claims"]
    assert stored["documents"] % 10 == 0
    ingest(documents(30), store, CODE, batch=10)
    assert contents(store) == whole
    for table, rows in {"events": 30, "pairs": 90, "documents": 30}.items():
        assert store.sql(f"SELECT count(*) FROM {store._tables.source(table)}").fetchall() == [(rows,)], table
    assert [run.status for run in store.runs()] == (["killed"] if place else []) + ["done"]


SLOW = """
import sys
from legation.engine import code_many
from legation.store import ingest, open_store
from tests.coders import Slow
from tests.store.test_ingest import documents
if __name__ == "__main__":
    code = lambda given: code_many(given, 2, Slow())
    ingest(documents(30), open_store(sys.argv[1]), code, batch=3)
"""


def test_rows_of_a_killed_batch_are_found_by_a_store_that_was_open_before(
    store: Store, whole: dict[str, list[tuple[object, ...]]]
) -> None:
    ingest(documents(10), store, CODE, batch=10)
    assert run(KILLED, str(store.path), "5").wait() == -signal.SIGKILL
    ingest(documents(30), store, CODE, batch=10)
    assert contents(store) == whole


def test_a_run_over_processes_killed_at_any_time_is_completed_by_the_next(
    store: Store, whole: dict[str, list[tuple[object, ...]]]
) -> None:
    process = run(SLOW, str(store.path))
    end = time.monotonic() + 30
    while store.counts()["documents"] < 6 and time.monotonic() < end:
        time.sleep(0.01)
    process.kill()
    process.wait()
    assert 6 <= store.counts()["documents"] < 30
    ingest(documents(30), store, CODE, batch=10)
    assert contents(store) == whole


def test_many_small_batches_are_joined(store: Store) -> None:
    with store.writing() as writer:
        for document in documents(34):
            writer.write([Talks().code(document)])
    assert store.counts()["documents"] == store.counts()["events"] == 34
    assert len(store._tables.files("events")) < 32
