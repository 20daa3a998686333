"""From the store to a dossier: the rows of a pair, their documents, the months, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from legation.brief.dossier import FACTS, Dossier, Found
from legation.brief.names import country_name
from legation.brief.notes import AnyFound
from legation.charts import Month
from legation.records import Claim, Document, Event, Issue, Statement
from legation.relations.acts import OTHER, happenings, reports
from legation.relations.panel import coverage
from legation.relations.periods import place
from legation.store import Found as Stored
from legation.store import Pair, Store

T = TypeVar("T", Event, Statement, Claim)


def dossier(store: Store, a: str, b: str, *, frm: str | None = None, to: str | None = None) -> Dossier:
    """All rows of a pair between two days, inclusive (`YYYY-MM-DD`, None for open), newest first.

    Raises `UsageError` LG102 where both sides are the same.
    """
    pair = store.pair(a, b)
    window = {"since": frm, "until": to}
    rows = (pair.event_rows(**window), pair.statement_rows(**window), pair.claim_rows(**window))
    documents = _documents(pair, {found.document for founds in rows for found in founds})
    return Dossier(
        a=pair.a,
        b=pair.b,
        names=(country_name(pair.a), country_name(pair.b)),
        frm=frm,
        to=to,
        events=_newest(rows[0], documents),
        statements=_newest(rows[1], documents),
        claims=_newest(rows[2], documents),
        documents=tuple(documents.values()),
        issues=_issues(store, documents),
        months=months(pair, frm, to),
        versions=versions(store),
    )


def sentences(store: Store, founds: Iterable[AnyFound]) -> dict[tuple[str, int], str]:
    """The whole sentences of some rows, by document and number."""
    wanted = {(found.document.id, found.row.sentence) for found in founds}
    query = "SELECT id, text, sentences FROM documents WHERE id IN (SELECT unnest($1))"
    stored = store.sql(query, [sorted({document for document, _ in wanted})]).fetchall() if wanted else []
    texts = {id: (text, spans) for id, text, spans in stored}
    return {
        (document, n): texts[document][0][slice(*texts[document][1][n])]
        for document, n in wanted
        if document in texts and n < len(texts[document][1] or ())
    }


def versions(store: Store) -> dict[str, str]:
    """The versions that made the rows of a store."""
    made = {run.legation for run in store.runs()} or {store.manifest.legation}
    return {"legation": ", ".join(sorted(made)), "schema": store.manifest.schema}


def months(pair: Pair, frm: str | None, to: str | None) -> tuple[Month, ...]:
    """Facts of the pair and documents of the store by month, from the pair's first month to its last.

    With a window, its months. Reports of one event count once, as in the panel of `legation.relations`. Events
    without a day, or longer than a month, have no month.
    """
    counts, read = _counts(pair), coverage(pair, "month")
    own = sorted({*counts, *_published(pair)})
    first, last = (frm or (own or [""])[0])[:7], (to or (own or [""])[-1])[:7]
    known = sorted(month for month in {*counts, *read, first, last} if month and first <= month <= last)
    return tuple(Month(period=month, documents=read[month], **counts.get(month, Counter())) for month in known)


def _counts(pair: Pair) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for act in happenings(report for report in reports(pair) if report.status in FACTS):
        first = act.reports[0]
        span = place(first.since, first.until, "month")
        if span and act.channel != OTHER:
            counts.setdefault(span.label, Counter())[act.channel] += 1
    return counts


def _published(pair: Pair) -> set[str]:
    return {day[:7] for (day,) in pair.documents().project("published").fetchall() if day}


def _newest(founds: Iterable[Stored[T]], documents: Mapping[str, Document]) -> tuple[Found[T], ...]:
    ordered = sorted(founds, key=lambda found: (found.since or "", found.published or ""), reverse=True)
    return tuple(Found(found.row, documents[found.document], found.direction, found.since) for found in ordered)


def _documents(pair: Pair, ids: set[str]) -> dict[str, Document]:
    relation = pair.documents()
    names = relation.columns
    rows: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in relation.fetchall()]
    return {row["id"]: msgspec.convert({**row, "text": ""}, Document) for row in rows if row["id"] in ids}


def _issues(store: Store, documents: Mapping[str, Document]) -> tuple[tuple[Document, Issue], ...]:
    query = "SELECT document, code, message FROM issues WHERE document IN (SELECT unnest($1)) ORDER BY document, row"
    found = store.sql(query, [list(documents)]).fetchall() if documents else []
    return tuple((documents[id], Issue(code=code, message=message)) for id, code, message in found)
