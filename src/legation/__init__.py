"""Legation reads dated news text about countries and keeps the record of their relations.

>>> import legation
>>> record = legation.code("Wang Yi visited Islamabad on Tuesday.", date="2019-03-07")
>>> [(e.type, e.mode, e.date.start) for e in record.events]
[('CONSULT', 'visit', '2019-03-05')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from legation.decisions import Trace
    from legation.lexicon import Lexicon
    from legation.records import Check, Document, Record, Span
    from legation.relation import Relation
    from legation.store import Store

__all__ = ["__version__", "check", "code", "code_many", "open", "relate", "why"]
__version__ = "0.1.0"


def code(text: str, *, date: str | None = None, lexicon: Lexicon | str | Path | None = None, **about: Any) -> Record:
    """The record of one text; `date` is its day of publication (YYYY-MM-DD), `about` may give id, title, outlet, url.

    `lexicon` is a folder that overlays the shipped one (docs/extending.md).
    Raises `UsageError` LG103 where the date is not a day, `LexiconError` LG201–LG204 where the overlay is wrong.
    """
    from legation.coder import Coder
    from legation.read import document

    return Coder(lexicon=lexicon).code(document(text, date=date, **about))


def code_many(
    documents: Iterable[Document], processes: int = 1, lexicon: Lexicon | str | Path | None = None
) -> Iterator[Record]:
    """The records of many documents, in their order, coded by `processes` processes; `lexicon` as in `code`."""
    from legation.coder import Coder
    from legation.engine import code_many as run

    return run(documents, processes=processes, coder=None if lexicon is None else Coder(lexicon=lexicon))


def check(
    store: Store | str | Path, a: str | None = None, b: str | None = None, *, claim: str | None = None
) -> list[Check]:
    """Whether the claims of a pair hold, or one claim, or all, by the record and the statistics of a store.

    Each check has its verdict, the rows it rests on, all readings tried and a sentence to print (docs/checks.md).
    Nothing is written. Raises `StoreError` where the folder is no store, `UsageError` LG102 for one side twice.
    """
    from legation.relations.checks import check_store
    from legation.store import Store as Opened

    held = store if isinstance(store, Opened) else open(store)
    return [each.check for each in check_store(held, a, b, claim=claim)]


def why(text: str, date: str | None = None, lexicon: Lexicon | str | Path | None = None) -> Trace:
    """The record of a text with every decision behind it: what was coded, what was not, and why."""
    from legation.coder import Coder
    from legation.read import document

    return Coder(lexicon=lexicon).explain(document(text, date=date))


def relate(
    text: str, source: Span | None, target: Span | None, lexicon: Lexicon | str | Path | None = None
) -> Relation:
    """What one marked party does to another: scores of the 16 PLOVER types, and the rule that agrees or not.

    `source` and `target` are spans [start, end) of `text`; one may be None. `lexicon` as in `code`: it holds the rules.
    Raises `UsageError` LG102 where a span is none of the text.
    """
    from legation.relation import relate as run

    return run(text, source, target, lexicon)


def open(store: str | Path) -> Store:
    """An existing store; raises `StoreError` where the folder is none, or of another version."""
    from legation.store import open_store

    return open_store(store)
