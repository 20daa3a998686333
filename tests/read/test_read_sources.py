"""Folders, globs, what is missing and what may not be read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from legation.errors import Exit, InputError
from legation.read import Unread, read
from legation.records import Document


@pytest.fixture
def news(tmp_path: Path) -> Path:
    files = {
        "b.txt": "date 2020-12-20 Talks ended.",
        "a.md": "# Talks\n\nThey ended.",
        "2021/c.jsonl": json.dumps({"id": "r1", "text": "x"}) + "\n" + json.dumps({"id": "r2", "text": "y"}),
        "2021/b.txt": "date 2021-01-01 Talks began anew.",
        "2021/feed.xml": "<?xml version='1.0'?><rss/>",
        "2021/empty.txt": "",
        ".hidden/d.txt": "Not read.",
        ".e.txt": "Not read.",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def ids(source: str | Path) -> list[str]:
    return [item.id for item in read(source)]


def test_a_folder_is_read_whole_in_the_order_of_names(news: Path) -> None:
    found = ids(news)
    assert [id[:2] if "~" in id else id for id in found] == ["a", "b", "b~", "r1", "r2", "empty", "feed"]
    assert found == ids(str(news))


def test_in_a_folder_a_file_that_can_t_be_read_is_an_issue(news: Path) -> None:
    unread = {item.id: item.issue for item in read(news) if isinstance(item, Unread)}
    assert {id: issue.code for id, issue in unread.items()} == {"empty": "LG403", "feed": "LG303"}
    assert "is an RSS feed" in unread["feed"].message
    assert "JSON Lines" in unread["feed"].message


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("*.txt", ["b"]), ("**/*.txt", ["b", "empty"]), ("2021/?.*", ["b", "r1", "r2"]), ("[a-b].*", ["a", "b"])],
)
def test_a_glob_is_read_in_the_order_of_names(news: Path, pattern: str, found: list[str]) -> None:
    assert sorted({id.split("~")[0] for id in ids(str(news / pattern))}) == found


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("Talks ended.")
    assert ids(str(tmp_path / "a[1].txt")) == ["a[1]"]


MISSING = [
    ("b.text", "b.txt"),
    ("2012/b.txt", "2021"),
    ("2021/feeds.xml", "feed.xml"),
    ("zzzzzz", None),
    ("*.doc", None),
]


@pytest.mark.parametrize(("name", "near"), MISSING)
def test_a_missing_source_is_an_error_at_once_with_the_nearest_name(news: Path, name: str, near: str | None) -> None:
    with pytest.raises(InputError) as caught:
        read(news / name)
    error = caught.value
    assert (error.code, error.exit_code) == ("LG301", Exit.UNREADABLE)
    assert (error.hint or "").endswith(f"{near}?") if near else error.hint is None


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file in the folder"):
        read(tmp_path)


def test_a_file_that_may_not_be_read(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = Path.open

    def refuse(path: Path, *args: Any, **options: Any) -> Any:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return allowed(path, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"b\.txt: Permission denied") as caught:
        list(read(news / "b.txt"))
    assert caught.value.code == "LG302"
    assert [item.issue.code for item in read(news) if item.id == "b" and isinstance(item, Unread)] == ["LG302", "LG302"]


def test_a_dangling_link_is_an_error_or_an_issue(news: Path) -> None:
    (news / "gone.txt").symlink_to(news / "nowhere")
    with pytest.raises(InputError) as caught:
        list(read(news / "gone.txt"))
    assert caught.value.code == "LG302"
    assert "gone" in ids(news)


def test_a_pipe_is_read(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb") as pipe:
        pipe.write(b"date 2020-12-20 Talks ended.")
    with os.fdopen(read_end, "rb") as pipe:
        [found] = read(pipe)
    assert isinstance(found, Document)
    assert found.published == "2020-12-20"


def test_reading_twice_gives_the_same(news: Path) -> None:
    assert list(read(news)) == list(read(news))
