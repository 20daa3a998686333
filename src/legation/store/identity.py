"""When two documents are the same one, and when they have the same text."""

from __future__ import annotations

import hashlib

from legation.records import Document, content_id


def fingerprint(document: Document) -> str:
    """What makes a version of a document: the text and what was told about it; another one replaces it."""
    said = (document.text, document.published, document.title, document.outlet, document.url)
    return content_id("version", *said)


def digest(text: str) -> str | None:
    """The same for texts that differ in white space only; None for an empty text, which is nobody's duplicate.

    >>> digest("The minister  left.") == digest("The minister\\nleft.")
    True
    """
    words = " ".join(text.split())
    return hashlib.blake2b(words.encode(), digest_size=16).hexdigest() if words else None
