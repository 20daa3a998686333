"""A file, a folder, a glob, standard input or an open stream → its documents."""

from __future__ import annotations

import difflib
import glob
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from legation.errors import DocumentError, InputError, UsageError
from legation.read import html, jsonl, markdown, text
from legation.read.compressed import opened, readable
from legation.read.dates import exact
from legation.read.documents import Unread, unread
from legation.read.ids import distinct
from legation.read.origin import Origin, named
from legation.read.sniff import format_of
from legation.records import Document

Reader = Callable[[io.BufferedReader, Origin], Iterator[Document | Unread]]
READERS: dict[str, Reader] = {"text": text.read, "markdown": markdown.read, "html": html.read, "jsonl": jsonl.read}
ALIASES = {"txt": "text", "md": "markdown", "json": "jsonl", "ndjson": "jsonl"}


def read(
    source: str | Path | IO[bytes], *, date: str | None = None, format: str | None = None
) -> Iterator[Document | Unread]:
    """The documents of a source, one by one, in the order of its files' names; `-` is standard input.

    `date` (YYYY-MM-DD) is for documents without one of their own. `format` is text, markdown, html or jsonl; without
    it, each file's content tells. What can't be read comes as `Unread`.
    Raises UsageError LG102, LG103 for `format`, `date`; InputError LG301 for a source that doesn't exist, and, while
    reading, LG302 (can't be read) or LG303 (of another format) where the source is one file. In a folder such a file
    is an `Unread`.
    """
    date, format = exact(date), _format(format)
    if not isinstance(source, str | Path):
        return distinct(_stream(source, Origin(date=date, format=format)))
    if str(source) == "-":
        return distinct(_stream(sys.stdin.buffer, Origin(date=date, format=format)))
    path = Path(source)
    if os.path.lexists(path) and not path.is_dir():
        return distinct(_file(path, named(path, date, format)))
    return distinct(_each(_paths(source), date, format))


def _format(name: str | None) -> str | None:
    known = ALIASES.get(name, name) if name else None
    if known is None or known in READERS:
        return known
    raise UsageError("LG102", f"no reader for the format {name!r}", f"one of: {', '.join(READERS)}")


def _paths(source: str | Path) -> Iterator[Path]:
    """The files below a folder, or that match a glob; raises InputError LG301 where there is nothing."""
    path = Path(source)
    if path.is_dir():
        return _nonempty(
            _walk(path), f"no file in the folder {path}", "files whose names begin with a dot are left out"
        )
    if glob.has_magic(str(source)):
        matches = (Path(match) for match in sorted(glob.glob(str(source), recursive=True)))
        found = (file for match in matches for file in (_walk(match) if match.is_dir() else (match,)))
        return _nonempty(iter(dict.fromkeys(found)), f"no file matches {source}", _nearest(path))
    raise InputError("LG301", f"no such file or folder: {source}", _nearest(path))


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(files) if not name.startswith("."))


def _nonempty(paths: Iterator[Path], message: str, hint: str | None) -> Iterator[Path]:
    first = next(paths, None)
    if first is None:
        raise InputError("LG301", message, hint)

    def all_of_them() -> Iterator[Path]:
        yield first
        yield from paths

    return all_of_them()


def _nearest(path: Path) -> str | None:
    """What the user may have meant: the first part of the path that doesn't exist, and the names like it beside it."""
    missing = next((part for part in reversed((path, *path.parents)) if not part.exists()), path)
    try:
        beside = sorted(os.listdir(missing.parent))
    except OSError:
        return None
    close = difflib.get_close_matches(missing.name, beside, n=1, cutoff=0.6)
    return f"did you mean {missing.parent / close[0]}?" if close else None


def _each(paths: Iterator[Path], date: str | None, format: str | None) -> Iterator[Document | Unread]:
    for path in paths:
        origin = named(path, date, format)
        try:
            yield from _file(path, origin)
        except InputError as error:
            yield unread(origin.label, DocumentError(error.code, error.message, error.hint))


def _file(path: Path, origin: Origin) -> Iterator[Document | Unread]:
    with readable(origin.name), path.open("rb") as stream:
        yield from _stream(stream, origin)


def _stream(stream: IO[bytes], origin: Origin) -> Iterator[Document | Unread]:
    """The documents of a stream by the reader of its format."""
    with readable(origin.name):
        head, whole = opened(stream)
        format = origin.format or format_of(head, origin.suffix, origin.name)
        if format == "jsonl" and not head.strip():
            format = "text"  # an empty file is an issue, whatever its name
        try:
            yield from READERS[format](whole, msgspec.structs.replace(origin, format=format))
        except DocumentError as error:
            yield unread(origin.label, error)
