"""JSON Lines → documents, one a line; a JSON array, or objects over several lines, are read too."""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import Iterator, Mapping

from legation.errors import DocumentError
from legation.read.dates import parse
from legation.read.documents import Unread, unread
from legation.read.encoding import decode, wide
from legation.read.fields import FIELDS, named_like, picked, string
from legation.read.json_values import Row, decoded, values
from legation.read.origin import LIMIT, Origin
from legation.read.text import stored
from legation.records import Document

HINT = f"a row needs a text under one of: {', '.join(FIELDS['text'])}"


def read(stream: io.BufferedReader, origin: Origin) -> Iterator[Document | Unread]:
    """The documents of a file of rows, read one by one; a bad row is its own issue, and the next one is read."""
    head = stream.peek(4)
    codec = wide(head)
    rows = values(stream, codec) if _over_lines(decode(head)) else _lines(stream, codec)
    first, second = next(rows, None), next(rows, None)
    if first is None:
        yield unread(origin.label, DocumentError("LG403", "no text"))
        return
    yield _document(first, origin, origin.stem if second is None else None)
    for row in itertools.chain((second,) if second else (), rows):
        yield _document(row, origin)


def _over_lines(head: str) -> bool:
    """Whether a file that begins so is an array, or an object written over several lines."""
    first, end, _ = head.lstrip().partition("\n")
    return first.startswith("[") or (end == "\n" and first.rstrip().endswith(("{", "[", ",", ":")))


def _lines(stream: io.BufferedReader, codec: str | None) -> Iterator[Row]:
    texts = io.TextIOWrapper(stream, codec, "replace", newline="\n") if codec else None
    number = 0
    while line := texts.readline(LIMIT) if texts else decode(stream.readline(LIMIT)):
        number, place = number + 1, f"line {number + 1}"
        if len(line) >= LIMIT and not line.endswith("\n"):
            _skip_line(texts or stream)
            error = DocumentError("LG409", f"{place}: more than {LIMIT >> 20} MB in one line")
            yield Row(place=place, number=number, error=error)
        elif line.strip("\ufeff \t\r\n"):
            yield decoded(line.lstrip("\ufeff"), place, number)


def _skip_line(stream: io.TextIOWrapper | io.BufferedReader) -> None:
    while (rest := stream.readline(LIMIT)) and rest[-1:] not in ("\n", b"\n"):
        pass


def _document(row: Row, origin: Origin, alone: str | None = None) -> Document | Unread:
    """The document of a row; `alone` is the id that the only row of a file has where it gives none."""
    given = picked(row.value) if isinstance(row.value, Mapping) else {}
    meta = {field: string(given.get(field)) for field in ("id", "title", "outlet", "url")}
    meta["id"] = meta["id"] or alone
    label = meta["id"] or f"{origin.label}:{row.number}"
    try:
        text = _text(row, given)
    except DocumentError as error:
        return unread(label, error)
    try:
        date = parse(given["date"]) if "date" in given else None
    except DocumentError as error:
        found = stored(text, origin.undated(), **meta)
        located = DocumentError(error.code, f"{row.place}: {error.message}", error.hint)
        return found if isinstance(found, Unread) else unread(found.id, located, found)
    return stored(text, origin, label=label, date=date, **meta)


def _text(row: Row, given: Mapping[str, object]) -> str:
    """The text of a row; paragraphs given as a list are joined by blank lines."""
    if row.error:
        raise row.error
    if not isinstance(row.value, Mapping):
        raise DocumentError("LG405", f"{row.place}: not a JSON object but {json.dumps(row.value)[:40]}", HINT)
    text = given.get("text")
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        return "\n\n".join(text)
    if isinstance(text, str):
        return text
    if named_like("text", row.value) and text is None:
        raise DocumentError("LG403", f"{row.place}: no text")
    keys = ", ".join(list(row.value)[:8])
    raise DocumentError("LG405", f"{row.place}: a row without a text (it has: {keys[:200]})", HINT)
