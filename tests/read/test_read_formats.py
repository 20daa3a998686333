"""Which format a file is in, told by its content."""

from __future__ import annotations

import time

import pytest

from legation.errors import InputError
from legation.read.sniff import format_of

TOLD = [
    (b"date 2020-12-20 Talks ended.", ".txt", "text"),
    (b"Talks ended.", "", "text"),
    (b"Talks <b>ended</b>, he wrote.", "", "text"),
    (b"<3 is a heart", "", "text"),
    (b"[Text] Police said so.", "", "text"),
    (b"{ a note } by the editor", "", "text"),
    (b"Title and text of the note were changed, said the editor, and so was the date.", "", "text"),
    (b"# Talks\n\nThey ended.", ".md", "markdown"),
    (b"---\ntitle: Talks\n---\nThey ended.", ".txt", "markdown"),
    (b"<!DOCTYPE html><title>x</title>", "", "html"),
    (b"<!doctype html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x'>\n<html>", ".txt", "html"),
    (b"<?xml version='1.0'?>\n<!-- a --><html xmlns='http://www.w3.org/1999/xhtml'>", ".xml", "html"),
    (b"\xef\xbb\xbf  <html><body>", "", "html"),
    ("<html><body>é".encode("utf-16"), "", "html"),
    (b"saved from somewhere\n<html><body>", "", "html"),
    (b"<h1>Talks</h1>", "", "html"),
    (b'{"text": "Talks ended."}\n', "", "jsonl"),
    (b'[\n  {"text": "Talks ended."}]', ".txt", "jsonl"),
    (b"not json at all", ".jsonl", "jsonl"),
    (b"<html><body>", ".json", "html"),
]


@pytest.mark.parametrize(("head", "suffix", "format"), TOLD)
def test_content_tells_the_format(head: bytes, suffix: str, format: str) -> None:
    assert format_of(head, suffix, "a file") == format


REFUSED = [
    (b'<?xml version="1.0"?>\n<rss version="2.0"><channel>', "RSS"),
    (b"<rss version='2.0'>", "RSS"),
    (b'<rdf:RDF xmlns:rdf="x">', "RDF"),
    (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "Atom"),
    (b'<?xml version="1.0"?><!-- c --><urlset>', "sitemap"),
    (b'<?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "x" "y" [ <!ENTITY % z SYSTEM "q"> %z; ]><NewsML>', "NewsML 1"),
    (b'<newsItem guid="x">', "NewsML-G2"),
    (b'<nitf version="x">', "NITF"),
    (b"<?xml version='1.0'?><anything/>", "XML"),
    (b'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS>', "SGML"),
    (b"<DOC>\n<DOCNO> 1 </DOCNO>", "SGML"),
    (b"WARC/1.0\r\nWARC-Type: warcinfo", "WARC"),
    (b"PK\x03\x04\x14\x00word/document.xml", "Word"),
    (b"%PDF-1.7", "PDF"),
    (b"{\\rtf1\\ansi", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"PAR1\x15\x04", "Parquet"),
    (bytes(range(256)) * 4, "binary"),
    (b'{"version": "https://jsonfeed.org/version/1", "items": []}', "JSON Feed"),
    (b"title,date,text\nTalks,2020-12-20,They ended.", "table"),
    (b'"","date","text","source"\n"1",2020-12-20,"They ended.","x"', "table"),
]


@pytest.mark.parametrize(("head", "kind"), REFUSED)
def test_other_formats_are_named_and_refused(head: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind) as caught:
        format_of(head, "", "a file")
    assert caught.value.code == "LG303"
    assert "JSON Lines" in (caught.value.hint or "")


def test_a_table_without_a_header_is_told_by_its_name() -> None:
    with pytest.raises(InputError, match="CSV"):
        format_of(b"2020-12-20,Talks ended", ".csv", "a file")


@pytest.mark.parametrize("head", [b"<!DOCTYPE x " + b"[]" * 20000, b"<!--" * 16000, b"<" * 65536, b" " * 65536 + b"<"])
def test_hostile_openings_are_told_quickly(head: bytes) -> None:
    start = time.perf_counter()
    try:
        outcome = format_of(head, "", "a file")
    except InputError as error:
        outcome = error.code
    assert outcome in ("text", "html", "LG303")
    assert time.perf_counter() - start < 2
