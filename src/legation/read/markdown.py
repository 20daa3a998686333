"""Markdown: the source, marks included, is the stored text; front matter and first heading give the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from legation.read.documents import Unread
from legation.read.encoding import decode
from legation.read.opening import heading, opening
from legation.read.origin import Origin, whole
from legation.read.text import stored
from legation.records import Document

META = ("id", "title", "outlet", "url")


def read(stream: IO[bytes], origin: Origin) -> Iterator[Document | Unread]:
    """The one document of a Markdown file; its title is that of the front matter, else an opening heading."""
    text = decode(whole(stream))
    found = opening(text)
    first = heading(text, found.end)
    meta: dict[str, str | None] = {name: found.fields.get(name) for name in META}
    meta["title"] = meta["title"] or (first[0] if first else None)
    meta["id"] = meta["id"] or origin.stem
    yield stored(text, origin, **meta)
