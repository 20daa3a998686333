"""The names under which sources give the fields of a document: one table for JSON rows and front matter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

# compared without case, "_", "-", "." and blanks; the first name of a row that has a value is taken
FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "docid", "documentid", "guid", "uuid", "identifier"),
    "date": (
        *("date", "published", "publisheddate", "publishedat", "publishedon", "publishedtime"),
        *("datepublished", "datepublish", "publicationdate", "publishdate", "publishtime", "pubdate"),
    ),
    "text": ("text", "body", "content", "maintext", "fulltext", "bodytext", "articlebody", "articletext"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "sourcename", "publisher", "publication", "sitename", "sourcedomain", "newspaper"),
    "url": ("url", "link", "weburl", "sourceurl", "canonicalurl", "permalink", "uri"),
}


def picked(row: Mapping[str, object]) -> dict[str, object]:
    """The fields of a document that a row gives, by our names; what is null, "" or blank is left out.

    >>> picked({"Headline": "Talks end", "pub_date": "2020-12-20", "body": "", "content": "They ended."})
    {'date': '2020-12-20', 'text': 'They ended.', 'title': 'Talks end'}
    """
    given = {_plain(key): value for key, value in reversed(list(row.items())) if not _blank(value)}
    found = ((field, next((given[name] for name in names if name in given), None)) for field, names in FIELDS.items())
    return {field: value for field, value in found if value is not None}


def named_like(field: str, row: Mapping[str, object]) -> bool:
    """Whether a row has a key that names this field, with a value or without."""
    return any(_plain(key) in FIELDS[field] for key in row)


def string(value: object) -> str | None:
    """A field that is one string; `{"name": …}` gives its name, a number its digits, all else None."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None


@lru_cache(maxsize=1000)  # the rows of a file have the same keys
def _plain(key: str) -> str:
    return key.casefold().translate({ord(mark): None for mark in "_-. "})


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], {})
