"""When two documents are the same one, and when they have the same text."""

from __future__ import annotations

import hashlib

from legation.lexicon import in_use
from legation.records import Document, content_id


def fingerprint(document: Document) -> str:
    """What makes a version of a document: the text, what was told about it, and the overlay of the lexicon in use.

    Another one replaces it: a run with another overlay codes the document again.
    """
    said = (document.text, document.published, document.title, document.outlet, document.url)
    overlay = in_use().digest
    return content_id("version", *said, *([overlay] if overlay else []))


def digest(text: str) -> str | None:
    """The same for texts that differ in white space only; None for an empty text, which is nobody's duplicate.

    >>> digest("The minister  left.") == digest("The minister\\nleft.")
    True
    """
    words = " ".join(text.split())
    return hashlib.blake2b(words.encode(), digest_size=16).hexdigest() if words else None
