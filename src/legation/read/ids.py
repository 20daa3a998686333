"""Ids that are one document's only: two texts of a source under one id are told apart by their content."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.read.documents import Unread
from legation.records import Document, content_id


def distinct(items: Iterator[Document | Unread]) -> Iterator[Document | Unread]:
    """The same items, where the second text under an id gets `~` and eight hex digits of its content.

    The same text twice keeps its id, as it is the same document. Needs about 100 bytes for each id given.
    """
    seen: dict[str, int] = {}
    for item in items:
        found = item if isinstance(item, Document) else item.document
        if found is None:
            yield item
            continue
        digest = content_id("document", found.text, found.published)
        own = digest == found.id or seen.setdefault(found.id, hash(digest)) == hash(digest)
        yield item if own else _renamed(item, found, f"{found.id}~{digest[1:9]}")


def _renamed(item: Document | Unread, found: Document, id: str) -> Document | Unread:
    renamed = msgspec.structs.replace(found, id=id)
    return renamed if isinstance(item, Document) else msgspec.structs.replace(item, id=id, document=renamed)
