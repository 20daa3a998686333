"""What is stored once, what replaces what, and what is marked as a duplicate."""

from __future__ import annotations

import msgspec

from legation.records import Document, Record
from legation.store import Store, Written
from tests.rows import TALKS, talks

LATER = TALKS + " Prices were not named."


def counted(store: Store) -> tuple[int, int, int, int]:
    counts = store.counts()
    return counts["documents"], counts["events"], counts["statements"], counts["actors"]


def test_a_document_written_twice_is_stored_once(store: Store) -> None:
    assert store.write([talks()]) == Written(documents=1, actors=3, events=1, statements=1, claims=1)
    assert store.write([talks()]) == Written(skipped=1)
    assert counted(store) == (1, 1, 1, 3)


def test_one_of_a_batch_is_stored_once_and_the_last_version_counts(store: Store) -> None:
    assert store.write([talks(), talks(text=LATER), talks(text=LATER)]).documents == 1
    record = store.document("talks")
    assert record is not None
    assert record.document.text == LATER
    assert counted(store) == (1, 1, 1, 3)


def test_a_changed_text_replaces_the_document_and_all_its_rows(store: Store) -> None:
    store.write([talks(), talks("other", text=TALKS + " ")])
    changed = Record(document=Document(id="talks", text="Iran and Russia fell silent."))
    assert store.write([changed]) == Written(replaced=1)
    assert store.document("talks") == changed
    assert counted(store) == (2, 1, 1, 3)
    assert store.pair("IRN", "RUS").event_rows()[0].document == "other"


def test_a_new_date_is_a_new_version_as_all_dates_hang_on_it(store: Store) -> None:
    store.write([talks()])
    assert store.write([talks(published="2021-03-05")]).replaced == 1
    assert [found.since for found in store.pair("IRN", "RUS").event_rows()] == ["2021-03-05"]


def test_replaced_rows_are_gone_from_the_tables_too(store: Store) -> None:
    store.write([talks()])
    store.write([talks(text=LATER)])
    for table in ("documents", "events", "pairs", "actors"):
        stored = store.sql(f"SELECT DISTINCT batch FROM {store._tables.source(table)}").fetchall()
        assert stored == [(2,)], table


def test_seen_is_by_id_and_version(store: Store) -> None:
    store.write([talks(), talks("other", text=LATER)])
    same, changed, new = talks().document, talks("other").document, talks("new").document
    assert store.seen([same, changed, new]) == {"talks"}
    assert store.seen(["talks", "other", "new"]) == {"talks", "other"}


def test_the_same_text_under_another_id_names_its_original(store: Store) -> None:
    store.write([talks("first"), talks("second")])
    written = store.write([talks("third", text=TALKS.replace(" and ", "\nand  ")), talks("fourth", text=LATER)])
    assert written.duplicates == 1
    kept = {row[0]: row[1] for row in store.sql("SELECT id, duplicate_of FROM documents").fetchall()}
    assert kept == {"first": None, "second": "first", "third": "first", "fourth": None}
    assert store.counts()["duplicates"] == 2


def test_writing_again_does_not_turn_original_and_duplicate_round(store: Store) -> None:
    store.write([talks("first"), talks("second")])
    store.write([talks("first"), talks("second")], replace=True)
    kept = {row[0]: row[1] for row in store.sql("SELECT id, duplicate_of FROM documents").fetchall()}
    assert kept == {"first": None, "second": "first"}


def test_a_new_document_is_no_duplicate_of_one_whose_text_changes_in_the_same_batch(store: Store) -> None:
    store.write([talks("first")])
    store.write([talks("first", text=LATER), talks("second")])
    second = store.document("second")
    assert second is not None
    assert second.document.duplicate_of is None


def test_empty_texts_are_nobodys_duplicates(store: Store) -> None:
    empty = Record(document=Document(id="a", text=" "))
    other = msgspec.structs.replace(empty, document=Document(id="b", text="\n"))
    assert store.write([empty, other]).duplicates == 0


def test_ids_with_quotes_are_kept_apart(store: Store) -> None:
    odd = 'it\'s \\ "odd" % ; --'
    store.write([talks(odd)])
    store.write([talks(odd, text=LATER)])
    record = store.document(odd)
    assert record is not None
    assert record.document.text == LATER
    assert counted(store) == (1, 1, 1, 3)
