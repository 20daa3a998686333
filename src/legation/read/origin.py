"""Where a stream of bytes comes from, and what its caller says of it."""

from __future__ import annotations

from pathlib import PurePath
from typing import IO

import msgspec

from legation.errors import DocumentError
from legation.read.compressed import SUFFIXES as COMPRESSED
from legation.read.encoding import clean

LIMIT = 64 * 1024 * 1024  # bytes of one document; a text of that size is a mistake, or an attack


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """`name` for messages, `stem` for ids, `suffix` of the format; `date` is for texts that have none of their own."""

    name: str = "standard input"
    stem: str | None = None
    suffix: str = ""
    date: str | None = None
    format: str | None = None

    @property
    def label(self) -> str:
        """What an id is made of where the document has no id and can't be read."""
        return self.stem or "stdin"

    def undated(self) -> Origin:
        """The same without the caller's date, for a document whose own date is wrong."""
        return msgspec.structs.replace(self, date=None)


def named(path: PurePath, date: str | None, format: str | None) -> Origin:
    """The origin of a file; the stem is its name without the suffixes of format and compression.

    >>> named(PurePath("news/a.b.txt.gz"), None, None).stem
    'a.b'
    """
    inner = PurePath(path.stem) if path.suffix.casefold() in COMPRESSED and path.stem else PurePath(path.name)
    stem, suffix = clean(inner.stem or path.name), inner.suffix.casefold()
    return Origin(name=clean(str(path)), stem=stem, suffix=suffix, date=date, format=format)


def whole(stream: IO[bytes]) -> bytes:
    """All bytes of a stream that is one document; raises DocumentError LG409 beyond 64 MB."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise DocumentError("LG409", f"more than {LIMIT >> 20} MB in one document", "give many documents as JSON Lines")
    return data
