"""From sources to records: what `code`, `why`, `ingest` and `demo` share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click
import msgspec

from legation.cli.interrupt import heeded
from legation.read import Unread, read
from legation.records import Document, Issue, Record

if TYPE_CHECKING:
    from legation.actors import Register

Item = Document | Unread


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--date` and `--from`."""
    date = click.option("--date", metavar="YYYY-MM-DD", help="Publication date where the input has none.")
    source = click.option("--from", "input_format", metavar="FORMAT", help="Format of the input if the guess is wrong.")
    return date(source(command))


def items(sources: Iterable[str], date: str | None = None, input_format: str | None = None) -> Iterator[Item]:
    """Every document of the sources, in order; `-` is standard input."""
    for source in sources:
        opened = sys.stdin.buffer if source == "-" else source
        yield from read(opened, date=date, format=input_format)


def records(found: Iterable[Item], processes: int = 1) -> Iterator[Record]:
    """A record for each item; what could not be read, or not wholly, carries its issue."""
    coding, unread = Coding(processes), list[Unread]()
    for record in heeded(coding.coded(_set_apart(coding.readable(found), unread))):
        yield from _drained(unread)
        yield record
    yield from _drained(unread)


def failed(record: Record) -> bool:
    """Whether nothing of the document could be coded."""
    return bool(record.issues) and not record.sentences


class Coding:
    """Codes documents in processes; a document read in part keeps the issue that reading gave it."""

    def __init__(self, processes: int, parties: int = 0, register: Register | None = None) -> None:
        self.processes, self.parties, self.register = processes, parties, register
        self._partly: dict[str, Issue] = {}

    def readable(self, found: Iterable[Item]) -> Iterator[Item]:
        """The same items, with what could be read of a document in its place."""
        for item in found:
            if isinstance(item, Document) or item.document is None:
                yield item
            else:
                self._partly[item.document.id] = item.issue
                yield item.document

    def coded(self, documents: Iterable[Document]) -> Iterator[Record]:
        """A record for each document, in order."""
        from legation.coder import Coder
        from legation.engine import code_many

        own = self.parties or self.register
        coder = Coder(self.parties, register=self.register) if own else None
        for record in code_many(documents, self.processes, coder):
            issue = self._partly.pop(record.document.id, None)
            told = issue is None or issue.code in {each.code for each in record.issues}
            yield record if told else msgspec.structs.replace(record, issues=(issue, *record.issues))


def _set_apart(found: Iterable[Item], unread: list[Unread]) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Document):
            yield item
        else:
            unread.append(item)


def _drained(unread: list[Unread]) -> Iterator[Record]:
    while unread:
        item = unread.pop(0)
        yield Record(document=Document(id=item.id, text=""), issues=(item.issue,))
