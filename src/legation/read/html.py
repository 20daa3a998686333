"""HTML pages: trafilatura takes out the article, htmldate the date of publication."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import IO, Any

from legation.errors import DocumentError
from legation.read.dates import MONTHS
from legation.read.documents import Unread, document, unread
from legation.read.encoding import clean, decode
from legation.read.origin import Origin, whole
from legation.records import Document

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
EARLIEST, LATEST = "1990-01-01", "2199-12-31"  # not the day of the run: the same page gives the same date ever after
RUNNING_TEXT = 120  # a block longer than this is prose, and the dates in prose are not the page's

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # their warnings are our issue rows


def read(stream: IO[bytes], origin: Origin) -> Iterator[Document | Unread]:
    """The article of a page, or why there is none; the stored text is the extracted one."""
    data = whole(stream)
    declared = CHARSET.search(data[:4096])
    yield page(decode(data, declared[1].decode("ascii") if declared else None), origin)


def page(source: str, origin: Origin) -> Document | Unread:
    """The document of a page's source."""
    try:
        found = _extracted(source)
    except Exception as error:  # two libraries over hostile input: whatever they raise is this page's issue
        return unread(origin.label, DocumentError("LG403", f"the page can't be parsed ({type(error).__name__})"))
    text, date = found.pop("text"), found.pop("date")
    if not text or not text.strip():
        return unread(origin.label, DocumentError("LG403", "no article found in the page"))
    return document(text, date=date or origin.date, id=origin.stem, **found)


def published(source: str) -> str | None:
    """The day of publication that a page gives in metadata, address or dateline; None where it has none for certain.

    A date within the prose is never taken, nor one that the page writes only as 03/04/2020.
    """
    from htmldate import find_date
    from trafilatura import load_html

    tree = load_html(source)
    if tree is None:
        return None
    _drop_prose(tree)
    found = find_date(tree, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST)
    return found if found and attested(found, source) else None


def attested(date: str, source: str) -> bool:
    """Whether a page writes this day so that it can be read in one way only.

    >>> attested("2020-04-03", "am 03/04/2020"), attested("2020-04-03", "<time>3 April 2020</time>")
    (False, True)
    """
    year, month, day = date.split("-")
    names = "|".join(re.escape(name) for name, number in MONTHS.items() if number == int(month))
    # the month in English, or a word of another language
    word = rf"(?:{names}|(?!(?:{'|'.join(MONTHS)})\b)[^\W\d_]{{3,}})"
    forms = [
        rf"{year}[-/.年]?\s?0?{int(month)}[-/.月]?\s?0?{int(day)}(?!\d)",
        rf"{year}\W{word}\W0?{int(day)}(?!\d)",
        rf"(?<!\d)0?{int(day)}(?:st|nd|rd|th)?\W{{1,3}}(?:de )?{word}\W{{1,3}}(?:de )?{year}",
        rf"\b{word}\W{{1,2}}0?{int(day)}(?:st|nd|rd|th)?\W{{1,2}}{year}",
    ]
    if int(day) > 12:
        forms.append(rf"(?<!\d)(?:{day}[-/.]0?{int(month)}|0?{int(month)}[-/.]{day})[-/.]{year}")
    return re.search("|".join(forms), source, re.I) is not None


def _extracted(source: str) -> dict[str, str | None]:
    from trafilatura import bare_extraction

    quick = {"extensive_search": False, "original_date": True, "max_date": LATEST}
    found = bare_extraction(source, include_comments=False, with_metadata=True, date_extraction_params=quick)
    if found is None or isinstance(found, dict):
        return {"text": None, "date": None}
    outlet = found.sitename if found.sitename and "://" not in found.sitename else found.hostname
    return {
        "text": clean(found.text or ""),
        "date": published(source),
        "title": found.title,
        "outlet": outlet,
        "url": found.url,
    }


def _drop_prose(tree: Any) -> None:
    """Takes running text, pictures and what stands beside the article out of a page's tree, with the dates in them."""
    for element in list(tree.iter("p", "li", "td", "blockquote", "img", "figure", "aside", "footer")):
        if element.tag in ("img", "figure", "aside", "footer") or len(element.text_content()) > RUNNING_TEXT:
            element.drop_tree()
