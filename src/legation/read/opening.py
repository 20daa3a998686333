"""What may stand before the body of a text: front matter, a `date YYYY-MM-DD` header, a title as heading.

The text is stored with all of it; only `body` tells the later stages where to begin.
"""

from __future__ import annotations

import re

import msgspec

from legation.errors import DocumentError
from legation.read.dates import parse
from legation.read.fields import picked, string
from legation.records import Issue, Span

HEADER = re.compile(r"[ \t]*date:?[ \t]+(?P<date>\d{1,4}([-/.])\d{1,2}\2\d{1,4}(?:T[\d:.+Z-]+)?)(?=\s|\Z)", re.I | re.A)
FRONT = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<lines>.*?)^(?P=fence)[ \t]*(?:\r?\n|\Z)", re.M | re.S)
FIELD = re.compile(r"^([A-Za-z][\w-]*)[ \t]*[:=](.*)$", re.M)
HEADING = re.compile(r"\s*+(?:#[ \t]+(?P<atx>[^\r\n]*+)|(?P<setext>[^\s#][^\r\n]*+)\r?\n=+[ \t]*)(?:\r?\n|\Z)")
LINE = re.compile(r"\s*+([^\r\n]++)[\r\n]")
SPACE = re.compile(r"\s*")
FRONT_LIMIT = 16384


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says of itself before its body; `end` is the offset behind it, before the heading.

    `issue` tells of a date that is none, with its place in the text.
    """

    end: int = 0
    date: str | None = None
    issue: Issue | None = None
    fields: dict[str, str] = {}


def opening(text: str) -> Opening:
    """Reads front matter (`---` or `+++`), or a first line that begins `date YYYY-MM-DD`.

    >>> opening("date 2020-12-20 Talks ended.").date
    '2020-12-20'
    """
    if match := HEADER.match(text):
        return _dated(match["date"], match.span("date"), match.end(), {})
    front = FRONT.match(text[:FRONT_LIMIT])
    rows = {row[1]: _unquoted(row[2].strip()) for row in FIELD.finditer(front["lines"])} if front else {}
    if not front or not rows:
        return Opening()
    fields = {field: value for field, given in picked(rows).items() if (value := string(given))}
    if "date" not in fields:
        return Opening(end=front.end(), fields=fields)
    start = text.index(fields["date"], front.start("lines"))
    return _dated(fields["date"], (start, start + len(fields["date"])), front.end(), fields)


def heading(text: str, start: int = 0) -> tuple[str, int] | None:
    """The title a text gives as its first heading (`# …`, or a line underlined with `=`), and the offset behind it."""
    match = HEADING.match(text, start)
    title = (match["atx"] or match["setext"] or "").strip().rstrip("#").rstrip() if match else ""
    return (title, match.end()) if match and title else None


def body_start(text: str, published: str | None, title: str | None) -> int:
    """The offset where the body begins: behind the opening, and behind a first line that is the title.

    A title is skipped only where something follows it.
    A header counts as one only if its date is the document's, so a text about "date 2019-05-01" loses no words.
    """
    found = opening(text)
    start = found.end if found.fields or found.date in (None, published) else 0
    for first in (heading(text, start), _first_line(text, start)) if title else ():
        if first and first[0].split() == str(title).split() and text[first[1] :].strip():
            start = first[1]
            break
    return SPACE.match(text, start).end() if start else 0  # type: ignore[union-attr]


def _first_line(text: str, start: int) -> tuple[str, int] | None:
    match = LINE.match(text, start)
    return (match[1], match.end()) if match else None


def _dated(written: str, span: Span, end: int, fields: dict[str, str]) -> Opening:
    try:
        return Opening(end=end, date=parse(written), fields=fields)
    except DocumentError as error:
        return Opening(end=end, issue=Issue(code=error.code, message=error.message, span=span), fields=fields)


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
