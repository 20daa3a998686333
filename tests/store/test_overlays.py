"""What an overlay coded is of another version: a run with another lexicon codes it again, the same one goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from legation.lexicon import SHIPPED, Lexicon
from legation.records import Document, Record
from legation.store import ingest, open_store
from tests.rows import talks


def coded(documents: Iterable[Document]) -> Iterator[Record]:
    return (talks(d.id, d.published, d.text) for d in documents)


def test_runs_with_different_overlays_do_not_mix(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", create=True)
    documents = [talks(id).document for id in ("a", "b")]
    done = []
    for lexicon in (SHIPPED, SHIPPED, Lexicon("one"), Lexicon("one"), Lexicon("two"), SHIPPED):
        with lexicon.used():
            report = ingest(documents, store, coded)
        done.append((report.skipped, report.written.documents, report.written.replaced))
    assert done == [(0, 2, 0), (2, 0, 0), (0, 0, 2), (2, 0, 0), (0, 0, 2), (0, 0, 2)]
    assert [run.lexicon for run in store.runs()] == [None, None, "one", "one", "two", None]
