"""Plain text: one document a file, stored as it is; the first line may begin `date YYYY-MM-DD`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from legation.errors import DocumentError
from legation.read.documents import Unread, document, is_empty, unread
from legation.read.encoding import decode
from legation.read.opening import opening
from legation.read.origin import Origin, whole
from legation.records import Document


def read(stream: IO[bytes], origin: Origin) -> Iterator[Document | Unread]:
    """The one document of a text file, or why there is none."""
    yield stored(decode(whole(stream)), origin, id=origin.stem)


def stored(
    text: str,
    origin: Origin,
    *,
    date: str | None = None,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    label: str | None = None,
) -> Document | Unread:
    """A document of a text: of this `date`, else of its own, else of the caller's if its own isn't an impossible one.

    `label` is the id that an empty text is reported under.
    """
    found = opening(text)
    day = date or found.date or (None if found.issue else origin.date)
    result = document(text, date=day, id=id, title=title, outlet=outlet, url=url)
    return unread(label or origin.label, DocumentError("LG403", "no text")) if is_empty(result) else result
