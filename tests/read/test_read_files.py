"""Text and Markdown files, compressed or not: one document each, the text stored as it is."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.errors import CODES, InputError, UsageError
from legation.read import Unread, body, document, issues, read
from legation.records import Document, Issue, encode

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TALKS = "date 2020-12-20 Iran and Russia held talks in Tehran.\r\n\r\nThey agreed on “trade”.\n"
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstd.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


def only(source: Path, **options: str) -> Document:
    [found] = read(source, **options)
    assert isinstance(found, Document)
    return found


def read_or_refused(data: bytes) -> list[Document | Unread]:
    """What bytes are read as; a whole source that is refused is shown as the one issue it gives."""
    try:
        found = list(read(io.BytesIO(data)))
    except InputError as error:
        found = [Unread(id="refused", issue=Issue(code=error.code, message=error.message))]
    assert found, "neither documents nor issues"
    return found


def why_unread(source: Path | io.BytesIO, **options: str) -> Unread:
    [found] = read(source, **options)
    assert isinstance(found, Unread)
    assert found.issue.code in CODES
    return found


@pytest.mark.parametrize("suffix", PACKED)
def test_a_text_file_is_one_document_under_its_stem(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"tehran.talks.txt{suffix}"
    path.write_bytes(PACKED[suffix](TALKS.encode()))
    found = only(path)
    assert (found.id, found.published, found.text) == ("tehran.talks", "2020-12-20", TALKS)
    assert found.text[body(found) :].startswith("Iran and Russia")
    assert issues(found) == ()


def test_compression_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_bytes(gzip.compress(TALKS.encode()))
    assert only(path).text == TALKS
    path = tmp_path / "plain.txt.gz"
    path.write_bytes(TALKS.encode())
    assert only(path).text == TALKS


@pytest.mark.parametrize(
    ("text", "default", "published", "codes"),
    [
        ("Talks ended.", None, None, ["LG401"]),
        ("Talks ended.", "2020-12-20", "2020-12-20", []),
        ("date 2019-01-02 Talks ended.", "2020-12-20", "2019-01-02", []),  # a text's own date goes first
        ("date 2019-02-30 Talks ended.", "2020-12-20", None, ["LG402"]),  # and a wrong one is not papered over
        ("date 2999-01-01 Talks ended.", None, "2999-01-01", []),
    ],
)
def test_the_date_given_is_for_texts_without_one(
    tmp_path: Path, text: str, default: str | None, published: str | None, codes: list[str]
) -> None:
    (tmp_path / "a.txt").write_text(text)
    [found] = read(tmp_path / "a.txt", date=default)
    assert isinstance(found, Document)
    assert (found.published, [issue.code for issue in issues(found)]) == (published, codes)


MARKDOWN = """---
title: "Talks in Tehran"
date: 2020-12-20T10:00:00+03:30
source: Example Wire
link: https://example.org/1
---

# Talks in Tehran

**Iran** and [Russia](https://example.org/ru) *held talks*.
"""


def test_markdown_is_stored_with_its_marks_and_its_front_matter_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(MARKDOWN)
    found = only(tmp_path / "a.md")
    assert found == Document(
        id="a",
        text=MARKDOWN,
        published="2020-12-20",
        title="Talks in Tehran",
        outlet="Example Wire",
        url="https://example.org/1",
    )
    assert found.text[body(found) :] == "**Iran** and [Russia](https://example.org/ru) *held talks*.\n"


@pytest.mark.parametrize("heading", ["# Talks in Tehran", "# Talks in Tehran ##", "Talks in Tehran\n======"])
def test_a_heading_that_opens_markdown_is_its_title(tmp_path: Path, heading: str) -> None:
    (tmp_path / "a.md").write_text(f"{heading}\n\nThey ended.\n")
    found = only(tmp_path / "a.md", date="2020-12-20")
    assert (found.title, found.text[body(found) :]) == ("Talks in Tehran", "They ended.\n")


BLANK = [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", gzip.compress(b"")]
EMPTY = [(name, data) for name in ("a.txt", "a.md", "a.html", "a.jsonl") for data in BLANK]
EMPTY += [("a.txt", b"date 2020-12-20 \n"), ("a.md", b"---\ntitle: x\n---\n"), ("a.html", b"<html></html>")]


@pytest.mark.parametrize(("name", "data"), EMPTY)
def test_an_empty_file_is_an_issue(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    unread = why_unread(tmp_path / name)
    assert (unread.id, unread.issue.code, unread.document) == ("a", "LG403", None)


def test_a_line_of_five_megabytes_is_read_at_once(tmp_path: Path) -> None:
    text = "date 2020-12-20 " + "Iran and Russia held talks. " * 190_000
    (tmp_path / "long.txt").write_text(text)
    start = time.perf_counter()
    found = only(tmp_path / "long.txt")
    assert body(found) == 16
    assert issues(found) == ()
    assert time.perf_counter() - start < 3
    assert found.text == text


@pytest.mark.parametrize("unit", [" ", "#", "=", "a ", "<", "{", "[", "\n", '"', "\0", "é", "a="])
def test_five_megabytes_of_anything_take_bounded_time(unit: str) -> None:
    data = (unit * 5_000_000)[:5_000_000].encode()
    start = time.perf_counter()
    for found in read_or_refused(data):
        if isinstance(found, Document):
            body(found)
            issues(found)
    assert time.perf_counter() - start < 8


def test_a_document_too_large_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.read.origin.LIMIT", 1 << 20)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"a " * (1 << 20)))
    assert why_unread(tmp_path / "a.txt.gz").issue.code == "LG409"


def test_one_file_of_another_format_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('<?xml version="1.0"?><rss version="2.0"><channel/></rss>')
    with pytest.raises(InputError, match=r"a\.txt is an RSS feed") as caught:
        list(read(tmp_path / "a.txt"))
    assert "JSON Lines" in (caught.value.hint or "")


def test_a_broken_archive_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TALKS.encode() * 99)[:-20])
    with pytest.raises(InputError) as caught:
        list(read(tmp_path / "a.txt.gz"))
    assert caught.value.code == "LG302"


def test_the_caller_may_name_the_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<b>Talks</b> ended.")
    assert only(tmp_path / "a.txt", format="text").text == "<b>Talks</b> ended."
    with pytest.raises(UsageError, match="docx") as caught:
        read(tmp_path / "a.txt", format="docx")
    assert "markdown" in (caught.value.hint or "")
    with pytest.raises(UsageError):
        read(tmp_path / "a.txt", date="20.12.2020")


def test_a_stream_is_read_like_a_file() -> None:
    [found] = read(io.BytesIO(TALKS.encode()))
    assert isinstance(found, Document)
    assert found == document(TALKS)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(zstd.compress(TALKS.encode()))))
    assert list(read("-")) == [document(TALKS)]


def test_a_stream_of_text_is_refused() -> None:
    with pytest.raises(InputError, match="binary mode"):
        list(read(io.StringIO(TALKS)))  # type: ignore[arg-type]


HEADS = [b"", b"date 2020-12-20 ", b"<html><body><p>", b'{"text": "', b'[{"text":', b"---\ntitle: ", b"\xff\xfe"]
HEADS += [b"\x1f\x8b\x08\x00", b"\x28\xb5\x2f\xfd", b"BZh91AY&SY", b"\xfd7zXZ\x00", b"<?xml version='1.0'?>"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(HEADS), st.binary(max_size=400) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))
)
def test_any_bytes_give_documents_or_issues(head: bytes, rest: bytes) -> None:
    for item in read_or_refused(head + rest):
        encode(item)
        if isinstance(item, Unread):
            assert item.issue.code in CODES
            continue
        assert item.id
        assert item.text.strip()
        assert 0 <= body(item) < len(item.text)
        for issue in issues(item):
            assert issue.span is None or item.text[slice(*issue.span)]
