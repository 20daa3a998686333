"""What another lexicon codes otherwise: rows gained, lost and changed, with their rule and their sentence."""

from __future__ import annotations

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

import msgspec

from legation.coder import Coder
from legation.evaluation.examples.told import claim, event, statement
from legation.records import Document, Record, Span

Kind = Literal["event", "statement", "claim"]


class Change(msgspec.Struct, frozen=True):
    """A row that only the new lexicon gives (`before` is None), only the old one (`after` is None), or both unlike.

    `rule` is the new row's, of a lost row the old one's.
    """

    change: Literal["gained", "lost", "changed"]
    kind: Kind
    rule: str
    before: str | None
    after: str | None
    document: str
    sentence: str


class _Row(NamedTuple):
    kind: Kind
    span: Span
    rule: str
    told: str
    sentence: int


def changes(documents: Iterable[Document], old: Coder, new: Coder) -> Iterator[Change]:
    """The differences of each document, in the order of its text."""
    for document in documents:
        yield from compared(old.code(document), new.code(document))


def compared(old: Record, new: Record) -> Iterator[Change]:
    """The differences of two records of one document."""
    before, after = list(_rows(old)), list(_rows(new))
    gone = [row for row in before if row not in after]
    for row in [row for row in after if row not in before]:
        twin = next((g for g in gone if g.kind == row.kind and g.sentence == row.sentence and _meet(g, row)), None)
        if twin is not None:
            gone.remove(twin)
        yield _change(new, "changed" if twin else "gained", row, twin.told if twin else None, row.told)
    yield from (_change(old, "lost", row, row.told, None) for row in gone)


def by_rule(found: Iterable[Change]) -> list[dict[str, Any]]:
    """For each rule how many rows it gained, lost and changed; those that moved most come first."""
    counts: dict[str, Counter[str]] = {}
    for each in found:
        counts.setdefault(each.rule, Counter())[each.change] += 1
    ordered = sorted(counts.items(), key=lambda c: (-c[1].total(), c[0]))
    return [{"rule": rule, **{k: c[k] for k in ("gained", "lost", "changed")}} for rule, c in ordered]


def sample(documents: Iterable[Document], size: int) -> list[Document]:
    """So many documents, chosen by a hash of their ids: the same ones from the same corpus, in any order of it."""
    return heapq.nsmallest(size, documents, key=lambda d: hashlib.blake2b(d.id.encode(), digest_size=8).digest())


def _rows(record: Record) -> Iterator[_Row]:
    yield from (_Row("event", e.span, e.why[0], event(e), e.sentence) for e in record.events)
    yield from (_Row("statement", s.span, s.why[0], statement(s), s.sentence) for s in record.statements)
    yield from (_Row("claim", c.span, c.why[0], claim(c), c.sentence) for c in record.claims)


def _meet(one: _Row, two: _Row) -> bool:
    return one.span[0] < two.span[1] and two.span[0] < one.span[1]


def _change(
    record: Record, change: Literal["gained", "lost", "changed"], row: _Row, before: str | None, after: str | None
) -> Change:
    words = record.document.text[slice(*record.sentences[row.sentence])]
    return Change(change, row.kind, row.rule, before, after, record.document.id, " ".join(words.split()))
