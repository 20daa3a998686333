"""A text → a Document, and what is wrong with it → Issue rows."""

from __future__ import annotations

from legation.errors import DocumentError
from legation.read.dates import exact
from legation.read.encoding import REPLACEMENT, clean
from legation.read.opening import body_start, opening
from legation.records import Document, Issue, Row, content_id


class Unread(Row, frozen=True, kw_only=True):
    """A document that can't be read, or not wholly: `issue` says why.

    `document` is what could be read of it (a text whose date is none, for instance): it can be coded, and its
    record carries `issue`. None where there is nothing to code.
    """

    id: str
    issue: Issue
    document: Document | None = None


def document(
    text: str,
    *,
    date: str | None = None,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Document:
    """A document of a text, which is stored as given, its `date YYYY-MM-DD` header included.

    `date` (YYYY-MM-DD) goes before a date in the header. Without `id`, the id derives from text and date.
    NUL and lone surrogates, which can't be stored, become U+FFFD. Raises UsageError LG103 for a wrong `date`.

    >>> document("date 2020-12-20 Talks ended.").published
    '2020-12-20'
    """
    stored = clean(text)
    published = exact(date) or opening(stored).date
    return Document(
        id=clean(id) if id else content_id("document", stored, published),
        text=stored,
        published=published,
        title=clean(title) if title else None,
        outlet=clean(outlet) if outlet else None,
        url=clean(url) if url else None,
    )


def body(document: Document) -> int:
    """The offset where the body begins, behind a `date` header, front matter or the title as a heading; else 0.

    >>> given = document("date 2020-12-20 Talks ended.")
    >>> given.text[body(given) :]
    'Talks ended.'
    """
    return body_start(document.text, document.published, document.title)


def issues(document: Document) -> tuple[Issue, ...]:
    """What is wrong with a document as it was read.

    No date (LG401) or an impossible one in its header (LG402), no text (LG403), replaced bytes (LG404).
    """
    found = []
    if document.published is None:
        found.append(opening(document.text).issue or Issue(code="LG401", message="no publication date"))
    if is_empty(document):
        found.append(Issue(code="LG403", message="no text"))
    if lost := document.text.count(REPLACEMENT):
        first = document.text.index(REPLACEMENT)
        message = f"bytes that are no text were replaced by U+FFFD: {lost} in all, the first here"
        found.append(Issue(code="LG404", message=message, span=(first, first + 1)))
    return tuple(found)


def is_empty(document: Document) -> bool:
    """Whether the document says nothing: its body is empty or blank."""
    return not document.text[body(document) :].strip()


def unread(id: str, error: DocumentError, document: Document | None = None) -> Unread:
    """The row for a document that raised `error`; the hint goes with the message."""
    message = f"{error.message}; {error.hint}" if error.hint else error.message
    return Unread(id=clean(id), issue=Issue(code=error.code, message=clean(message)), document=document)
