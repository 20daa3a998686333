"""Opening: what is a store, what is not, and who may write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from legation.errors import Exit, StoreError
from legation.store import Store, open_store
from legation.store.folder import NAME
from tests.rows import TALKS, talks


def test_a_folder_without_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path)
    assert (refused.value.code, refused.value.exit_code) == ("LG501", Exit.STORE)


def test_a_folder_of_something_else_is_not_made_a_store(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("Dear colleague")
    with pytest.raises(StoreError, match="exists and is no Legation store"):
        open_store(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize("content", ["", "{}", '{"format": "other", "version": 1}', "\x00"])
def test_a_broken_manifest_is_no_store(store: Store, content: str) -> None:
    (store.path / NAME).write_text(content)
    with pytest.raises(StoreError) as refused:
        open_store(store.path)
    assert refused.value.code == "LG501"


def test_another_store_version_is_named(store: Store) -> None:
    manifest = (store.path / NAME).read_text()
    (store.path / NAME).write_text(manifest.replace('"version": 2', '"version": 7'))
    with pytest.raises(StoreError, match="store version 7") as refused:
        open_store(store.path, create=True)
    assert refused.value.code == "LG502"


def test_a_missing_table_is_named(store: Store) -> None:
    (store.path / "claims").rename(store.path / "elsewhere")
    with open_store(store.path) as opened, pytest.raises(StoreError, match="claims") as refused:
        opened.counts()
    assert refused.value.code == "LG501"


@pytest.mark.parametrize("name", ["with space", "naïve Ж", "it's", "a*b?c", "a#b", "{x}"])
@pytest.mark.skipif(os.name == "nt", reason="characters Windows does not allow in names")
def test_odd_folder_names_work(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path / name, create=True) as store:
        store.write([talks()])
        assert store.document("talks") == talks()


def test_a_name_delta_can_not_take_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="path with %"):
        open_store(tmp_path / "50% done", create=True)
    assert not list(tmp_path.iterdir())


def test_a_second_writer_is_told_who_writes(store: Store) -> None:
    with store.writing(), open_store(store.path) as other, pytest.raises(StoreError) as refused:
        other.write([talks()])
    assert refused.value.code == "LG503"
    assert f"process {os.getpid()}" in refused.value.message
    assert store.write([talks()]).documents == 1


def test_the_lock_of_a_killed_process_blocks_nobody(store: Store) -> None:
    holding = (
        "import sys, time\nfrom legation.store import open_store\n"
        "with open_store(sys.argv[1]).writing():\n    print('writing', flush=True)\n    time.sleep(60)\n"
    )
    command = [sys.executable, "-c", holding, str(store.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "writing\n"
        with pytest.raises(StoreError, match=f"process {holder.pid} "):
            store.write([talks()])
        holder.kill()
        holder.wait()
    assert store.write([talks()]).documents == 1


def test_readers_see_whole_batches_while_a_writer_writes(store: Store) -> None:
    with open_store(store.path) as reader, store.writing() as writer:
        for count in range(1, 6):
            writer.write([talks(f"d{count}", text=f"{TALKS} {count}")])
            assert len(reader.pair("IRN", "RUS").event_rows()) == reader.counts()["documents"] == count


def test_a_reader_keeps_its_rows_over_replacement_and_cleaning(store: Store) -> None:
    store.write([talks()])
    with open_store(store.path) as reader:
        listing = reader.pair("IRN", "RUS").events()
        store.write([talks(text=TALKS + " More.")])
        assert len(listing.fetchall()) == 1
        assert len(reader.pair("IRN", "RUS").event_rows()) == 1


def test_many_threads_may_read(store: Store) -> None:
    from concurrent.futures import ThreadPoolExecutor

    store.write([talks(f"d{n}", text=f"{TALKS} {n}") for n in range(20)])
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda n: store.document(f"d{n % 20}"), range(80)))
    assert [record.document.id for record in found if record] == [f"d{n % 20}" for n in range(80)]
