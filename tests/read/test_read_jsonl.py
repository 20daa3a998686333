"""JSON Lines and JSON arrays: a row a document, a bad row an issue."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.read import Unread, body, issues, read
from legation.records import Document, content_id


def rows(*lines: object, **options: str) -> list[Document | Unread]:
    data = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(read(io.BytesIO(data.encode()), **options))


FULL = {"id": "a1", "date": "2020-12-20", "text": "Talks ended.", "title": "Talks", "outlet": "Wire", "url": "u"}


def test_a_row_is_a_document() -> None:
    assert rows(FULL) == [
        Document(id="a1", text="Talks ended.", published="2020-12-20", title="Talks", outlet="Wire", url="u")
    ]


ALIASES = [
    ({"doc_id": "a1", "published": "20201220", "body": "x", "headline": "h", "source": "s", "link": "l"}),
    (
        {
            "guid": "a1",
            "publishedAt": "2020-12-20T01:02:03Z",
            "content": "x",
            "Headline": "h",
            "source": {"name": "s"},
            "URL": "l",
        }
    ),
    (
        {
            "_id": "a1",
            "pubDate": "Sun, 20 Dec 2020 10:00:00 GMT",
            "maintext": ["x"],
            "title": "h",
            "publisher": "s",
            "url": "l",
        }
    ),
    ({"id": "a1", "date": 20201220, "text": "", "full_text": "x", "title": "h", "outlet": "s", "url": " l "}),
    ({"ID": "a1", "date": "2020-12-20", "text": "x", "title": "h", "outlet": "s", "url": "l", "body": "not this one"}),
]


@pytest.mark.parametrize("row", ALIASES)
def test_other_names_for_the_fields_are_known(row: dict[str, object]) -> None:
    assert rows(row) == [Document(id="a1", text="x", published="2020-12-20", title="h", outlet="s", url="l")]


def test_paragraphs_in_a_list_are_joined_by_blank_lines() -> None:
    [found] = rows({"date": "2020-12-20", "content": ["Talks ended.", "They failed."]})
    assert isinstance(found, Document)
    assert found.text == "Talks ended.\n\nThey failed."


def test_the_text_is_the_row_s_text_alone_and_unaltered() -> None:
    [found] = rows({"title": "Talks", "text": "  Talks have\r\nended.\n"}, date="2020-12-20")
    assert isinstance(found, Document)
    assert (found.text, body(found), found.title) == ("  Talks have\r\nended.\n", 0, "Talks")


def test_without_an_id_it_derives_from_text_and_date() -> None:
    found = rows({"text": "x", "date": "2020-12-20"}, {"text": "x", "date": "2020-12-21"})
    assert [item.id for item in found] == [content_id("document", "x", f"2020-12-2{day}") for day in "01"]


DATES = [
    ({"text": "x"}, None, None, ["LG401"]),
    ({"text": "x", "date": None}, None, None, ["LG401"]),
    ({"text": "x", "date": ""}, "2018-01-02", "2018-01-02", []),
    ({"text": "x", "date": "2020-12-20"}, "2018-01-02", "2020-12-20", []),
    ({"text": "date 2019-01-02 x"}, "2018-01-02", "2019-01-02", []),
    ({"text": "date 2019-01-02 x", "date": "2020-12-20"}, None, "2020-12-20", []),
]


@pytest.mark.parametrize(("row", "default", "published", "codes"), DATES)
def test_the_row_s_date_then_the_text_s_then_the_caller_s(
    row: dict[str, object], default: str | None, published: str | None, codes: list[str]
) -> None:
    [found] = read(io.BytesIO(json.dumps(row).encode()), date=default)
    assert isinstance(found, Document)
    assert (found.published, [issue.code for issue in issues(found)]) == (published, codes)


@pytest.mark.parametrize("date", ["2020-02-30", "2020-13-01", "03/04/2020", "soon", 1608422400000, [2020, 12, 20]])
def test_a_wrong_date_is_an_issue_and_the_text_is_still_there_to_code(date: object) -> None:
    _, found = rows(FULL, {"id": "a2", "text": "Talks ended.", "date": date}, date="2018-01-02")
    assert isinstance(found, Unread)
    assert (found.id, found.issue.code) == ("a2", "LG402")
    assert found.issue.message.startswith("line 2: ")
    assert found.document == Document(id="a2", text="Talks ended.")


BAD = [
    ('{"text": "x"', "LG405", "line 2: not valid JSON"),
    ("no json", "LG405", "line 2: not valid JSON at column 1"),
    ('{"text": "\ufffd', "LG405", "line 2"),
    ("[1, 2]", "LG405", "line 2: not a JSON object but [1, 2]"),
    ("42", "LG405", "not a JSON object"),
    ('"Talks ended."', "LG405", "not a JSON object"),
    ("[" * 100_000, "LG405", "nested too deep"),
    ('{"n": ' + "9" * 5000 + "}", "LG405", "number too long"),
    ('{"txt": "x", "when": 1}', "LG405", "a row without a text (it has: txt, when)"),
    ('{"text": 42}', "LG405", "without a text"),
    ('{"text": {"en": "x"}}', "LG405", "without a text"),
    ('{"text": " \\n "}', "LG403", "line 2: no text"),
    ('{"text": null, "id": "a2"}', "LG403", "line 2: no text"),
]


@pytest.mark.parametrize(("line", "code", "message"), BAD)
def test_a_bad_line_is_an_issue_with_its_number_and_the_next_is_read(line: str, code: str, message: str) -> None:
    before, bad, after = rows(FULL, line, "", {"id": "a3", "text": "They failed."})
    assert isinstance(bad, Unread)
    assert (before.id, bad.id, after.id) == ("a1", "a2" if "a2" in line else "stdin:2", "a3")
    assert bad.issue.code == code
    assert message in bad.issue.message
    assert bad.document is None


def test_nan_is_null() -> None:
    [found] = rows('{"text": "x", "date": "2020-12-20", "title": NaN, "url": NaN}')
    assert isinstance(found, Document)
    assert (found.title, found.url) == (None, None)


def test_what_no_store_keeps_is_replaced_and_told() -> None:
    [found] = rows('{"text": "a\\u0000b\\ud800c", "date": "2020-12-20"}')
    assert isinstance(found, Document)
    assert found.text == "a\ufffdb\ufffdc"
    assert [issue.code for issue in issues(found)] == ["LG404"]


ONE, TWO = {"id": "1", "text": "x" * 70_000}, {"id": "2", "text": "y"}


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([ONE, TWO]),
        json.dumps([ONE, TWO], indent=2),
        f"[{json.dumps(ONE)},\n{json.dumps(TWO)}\n]\n",
        json.dumps(ONE, indent=1) + "\n" + json.dumps(TWO, indent=1),
        json.dumps(ONE) + "\r\n\r\n" + json.dumps(TWO) + "\r\n",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_lines_arrays_and_objects_over_several_lines(data: str, codec: str) -> None:
    found = list(read(io.BytesIO(data.encode(codec))))
    assert [(item.id, item.text[:1]) for item in found if isinstance(item, Document)] == [("1", "x"), ("2", "y")]


def test_a_broken_array_gives_what_stands_before_the_break() -> None:
    one, bad = rows('[{"id": "1", "text": "x"},\n {"id": "2", "text": oops}, {"id": "3", "text": "z"}]')
    assert one.id == "1"
    assert isinstance(bad, Unread)
    assert bad.issue.message.startswith("item 2 (line 2): not valid JSON")


def test_an_empty_array_is_an_issue() -> None:
    [found] = rows("[]")
    assert isinstance(found, Unread)
    assert found.issue.code == "LG403"


def test_the_one_row_of_a_file_has_the_file_s_stem_for_an_id(tmp_path: Path) -> None:
    (tmp_path / "talks.json").write_text('{\n "text": "x"\n}')
    assert [item.id for item in read(tmp_path / "talks.json")] == ["talks"]


def test_one_id_for_two_texts_is_told_apart_and_for_one_text_kept() -> None:
    x, y = {"id": "1", "text": "x", "date": "2020-12-20"}, {"id": "1", "text": "y", "date": "2020-12-20"}
    found = [item.id for item in rows(x, y, x, y)]
    assert found[0] == found[2] == "1"
    assert found[1] == found[3]
    assert found[1].startswith("1~")
    assert len(found[1]) == 10


def test_rows_are_read_one_by_one() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            line = b'{"text": "x"}\n'
            buffer[: len(line)] = line
            return len(line)

    found = read(io.BufferedReader(Endless()))  # type: ignore[type-var]
    assert [isinstance(next(found), Document) for _ in range(9)] == [True] * 9


def test_a_long_line_among_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.read.jsonl.LIMIT", 100_000)
    one, long, three = rows(FULL, {"id": "2", "text": "x" * 500_000}, {"id": "3", "text": "z"})
    assert isinstance(long, Unread)
    assert (one.id, long.issue.code, three.id) == ("a1", "LG409", "3")


def test_five_megabytes_in_a_row() -> None:
    start = time.perf_counter()
    for data in (json.dumps([{"text": "x " * 2_500_000}]), json.dumps({"text": "x " * 2_500_000})):
        [found] = read(io.BytesIO(data.encode()))
        assert isinstance(found, Document)
    assert time.perf_counter() - start < 5


TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=50)


@given(st.lists(st.tuples(TEXTS.filter(str.strip), st.dates()), min_size=1, max_size=8), st.booleans(), st.booleans())
def test_what_is_written_comes_back(given_rows: list[tuple[str, object]], array: bool, ascii_only: bool) -> None:
    objects = [{"id": str(i), "text": text, "date": "2020-12-20"} for i, (text, _) in enumerate(given_rows)]
    lines = [json.dumps(row, ensure_ascii=ascii_only) for row in objects]
    data = f"[{','.join(lines)}]" if array else "\n".join(lines)
    found = [item for item in read(io.BytesIO(data.encode())) if isinstance(item, Document)]
    assert [(item.id, item.text) for item in found] == [(row["id"], row["text"]) for row in objects]


JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "date", "text", "title", "source", "url", "x"]), inner)
    ),
)


@given(st.lists(JSONISH, max_size=5), st.booleans())
def test_any_json_gives_documents_or_issues(items: list[object], array: bool) -> None:
    data = json.dumps(items) if array else "\n".join(json.dumps(item) for item in items)
    for found in read(io.BytesIO(data.encode()), format="jsonl"):
        assert found.id
        assert isinstance(found, Unread) or (found.text.strip() and found.published != "")
