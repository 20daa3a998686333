"""Which format some bytes are in: told by content first, by the file's name only where content leaves it open."""

from __future__ import annotations

import re

from legation.errors import InputError
from legation.read.compressed import HEAD
from legation.read.encoding import decode

SUPPORTED = "plain text, Markdown, HTML, JSON Lines (or a JSON array), each also as .gz, .zst, .bz2 or .xz"

# what a file of another kind is called in the message; later formats move from here into the readers
BINARY = (
    (rb"PK\x03\x04.{0,4000}?word/", "a Word document (.docx)"),
    (rb"PK\x03\x04.{0,4000}?xl/", "an Excel workbook (.xlsx)"),
    (rb"PK\x03\x04.{0,60}?opendocument", "an OpenDocument file"),
    (rb"PK\x03\x04.{0,60}?epub", "an EPUB book"),
    (rb"PK(\x03\x04|\x05\x06)", "a ZIP archive"),
    (rb"%PDF-", "a PDF"),
    (rb"WARC/\d", "a WARC archive"),
    (rb"PAR1", "a Parquet file"),
    (rb"ARROW1", "an Arrow file"),
    (rb"SQLite format 3\0", "a SQLite database"),
    (rb"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (rb"\{\\rtf", "an RTF file"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*", "an image"),
    (rb"ID3|OggS|fLaC|RIFF....WAVE|....ftyp", "a sound or video file"),
    (rb"\x7fELF|MZ.{30,100}?PE\0\0|\xca\xfe\xba\xbe", "a program"),
    (rb"7z\xbc\xaf|Rar!", "an archive"),
    (rb".{257}ustar", "a TAR archive"),
)
MAGIC = tuple((re.compile(pattern, re.DOTALL), name) for pattern, name in BINARY)

ROOTS = {
    "rss": "an RSS feed",
    "rdf": "an RDF or RSS 1.0 feed",
    "feed": "an Atom feed",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "newsml": "NewsML 1",
    "newsmessage": "NewsML-G2",
    "newsitem": "NewsML-G2",
    "packageitem": "NewsML-G2",
    "contentset": "NewsML-G2",
    "nitf": "NITF",
    "lewis": "SGML (Reuters-21578)",
    "reuters": "SGML (Reuters-21578)",
    "doc": "SGML (TREC)",
    "docs": "SGML (TREC)",
    "svg": "an image",
    "opml": "an OPML list",
}
PROLOG = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?P<doctype>[\w:.-]+)(?:\[[^\]]*+\]|[^>\[])*+>)*+", re.S | re.I
)
ROOT = re.compile(r"<(?:[\w-]+:)?(?P<name>[A-Za-z][\w.-]*)(?=[\s/>])")
PAGE = re.compile(r"^[ \t]*<(?:!doctype\s+html|html[\s>])", re.I | re.M)
TAGS = re.compile(
    r"html|head|body|title|meta|link|script|style|h[1-6]|p|div|span|a|b|i|u|em|strong|small|font|center|br|hr|img|ul|ol"
    r"|li|dl|table|tr|td|section|article|main|header|footer|nav|aside|figure|blockquote|pre|form"
)
JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[{\]])")
FEED = re.compile(r"\s*\{[^{]{0,400}?\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org")
COLUMNS = re.compile("date|text|title|url|link|content|body|headline|source|published|description|author|category")
CELL = re.compile(r'"(?:[^"]|"")*"|[^,;\t"]*')

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
}
REFUSED = {".csv": "a CSV table", ".tsv": "a TSV table", ".xml": "XML", ".sgm": "SGML", ".sgml": "SGML"}
# files that begin like this in a text encoding are none: more than one control character in ten
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def format_of(head: bytes, suffix: str, name: str) -> str:
    """`text`, `markdown`, `html` or `jsonl`; raises InputError LG303 for any other format.

    `head` is the first 64 KB (decompressed), `suffix` the file's extension with its dot, lower case, or "".
    """
    for magic, kind in MAGIC:
        if magic.match(head):
            raise _unknown(name, kind)
    text = decode(head[:-4] if len(head) >= HEAD else head)  # a character may be cut at the end
    if len(CONTROL.findall(text)) > 0.1 * len(text):
        raise _unknown(name, "a binary file")
    return _marked_up(text, name) or _lines(text, suffix, name) or SUFFIXES.get(suffix) or _plain(text)


def _marked_up(text: str, name: str) -> str | None:
    """The format of a text that begins with markup, HTML or XML."""
    prolog = PROLOG.match(text)
    assert prolog is not None
    root = ROOT.match(text, prolog.end())
    tags = [tag.casefold() for tag in (prolog["doctype"], root and root["name"]) if tag]
    if "html" in tags or PAGE.search(text[:2048]):
        return "html"
    if known := next((ROOTS[tag] for tag in tags if tag in ROOTS), None):
        raise _unknown(name, known)
    if text.lstrip().startswith("<?xml") or (prolog["doctype"] and root):
        raise _unknown(name, "XML")
    return "html" if root and TAGS.fullmatch(tags[-1]) else None


def _lines(text: str, suffix: str, name: str) -> str | None:
    """The format of a text whose first line shows rows: JSON, or a table."""
    if FEED.match(text):
        raise _unknown(name, "a JSON Feed")
    if JSON.match(text):
        return "jsonl"
    if suffix in REFUSED:
        raise _unknown(name, REFUSED[suffix])
    cells = [cell.strip(' "').casefold() for cell in CELL.findall(text.lstrip().split("\n", 1)[0][:2000])]
    if sum(bool(COLUMNS.fullmatch(cell)) for cell in set(cells)) >= 2 and all(len(cell) < 40 for cell in cells):
        raise _unknown(name, "a table (CSV)")
    return None


def _plain(text: str) -> str:
    return "markdown" if re.match(r"---[ \t]*\r?\n[A-Za-z]\w*:|\+\+\+[ \t]*\r?\n", text) else "text"


def _unknown(name: str, kind: str) -> InputError:
    return InputError("LG303", f"{name} is {kind}, which is not read", f"read are {SUPPORTED}")
