"""Which documents are already there, and which have the text of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from legation.records import Record
from legation.store.identity import digest
from legation.store.snapshot import Snapshot


def stored_versions(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, str]:
    """The fingerprint of each of these documents that is stored."""
    query = "SELECT id, fingerprint FROM documents WHERE id IN (SELECT unnest($1))"
    return {row[0]: row[1] for row in snapshot.rows(query, [list(ids)])}


def mark_duplicates(snapshot: Snapshot, records: Sequence[Record]) -> list[Record]:
    """The records with `duplicate_of` set where another document, stored or earlier here, has the same text.

    One that names its original already keeps it; a document written again keeps what it was.
    """
    texts = {record.document.id: digest(record.document.text) for record in records}
    originals: dict[str, str] = {}
    before: dict[str, str | None] = {}
    for text, document, original in _stored(snapshot, texts):
        if texts.get(document, text) == text:
            originals.setdefault(text, document)
            before[document] = original
    return [_mark(record, texts[record.document.id], originals, before) for record in records]


def _stored(snapshot: Snapshot, texts: dict[str, str | None]) -> list[tuple[str, str, str | None]]:
    query = (
        "SELECT digest, id, duplicate_of FROM documents WHERE digest IN (SELECT unnest($1)) "
        "ORDER BY duplicate_of IS NOT NULL, batch, row"
    )
    digests = [text for text in texts.values() if text]
    return [(row[0], row[1], row[2]) for row in snapshot.rows(query, [digests])] if digests else []


def _mark(record: Record, text: str | None, originals: dict[str, str], before: dict[str, str | None]) -> Record:
    document = record.document
    if text is None or document.duplicate_of is not None:
        return record
    original = before[document.id] if document.id in before else originals.setdefault(text, document.id)
    if original is None or original == document.id:
        return record
    return msgspec.structs.replace(record, document=msgspec.structs.replace(document, duplicate_of=original))
