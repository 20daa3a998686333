"""From the store to a dossier: the newest rows of a pair, how many there are, and the sentences they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from legation.brief import tallies
from legation.brief.dossier import BESIDE, FACTS, TOWARD, UNREAL, Disputed, Dossier, Found
from legation.records import Check, Document, Row, Statement
from legation.relations.checks.case import case
from legation.relations.disputes import disputes
from legation.relations.names import name_of
from legation.store import Found as Stored
from legation.store import Store

T = TypeVar("T", bound=Row)

MOST = 200
"""A section shows at most so many rows, the newest; the tables hold the rest."""

COMPARED = 2000
"""So many of the newest rows are compared with each other to find where accounts differ."""

_SECTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "facts": ("events", {"status": FACTS, "way": TOWARD}),
    "beside": ("events", {"status": FACTS, "way": BESIDE}),
    "others": ("events", {"status": UNREAL}),
    "statements": ("statements", {}),
    "claims": ("claims", {}),
}


def dossier(
    store: Store, a: str, b: str, *, frm: str | None = None, to: str | None = None, most: int = MOST
) -> Dossier:
    """The newest rows of a pair between two days, inclusive (`YYYY-MM-DD`, None for open), `most` of each section.

    Raises `UsageError` LG102 where both sides are the same.
    """
    pair = store.pair(a, b)
    page: dict[str, Any] = {"since": frm, "until": to, "newest": True, "limit": most}
    rows: dict[str, Any] = {name: located(pair.page(table, **page, **own)) for name, (table, own) in _SECTIONS.items()}
    return Dossier(
        a=pair.a,
        b=pair.b,
        names=(name_of(pair.a), name_of(pair.b)),
        frm=frm,
        to=to,
        **rows,
        checks=checks(store, rows["claims"]),
        disputes=disputed(store, a, b, frm, to),
        reporters=reporters(store, (found for founds in rows.values() for found in founds)),
        totals=tallies.totals(pair, frm, to),
        reading=tallies.reading(pair, frm, to),
        months=tallies.months(pair, frm, to),
        versions=versions(store),
    )


def located(founds: Iterable[Stored[T]]) -> tuple[Found[T], ...]:
    """Rows from the store with what is known of their documents."""
    return tuple(Found(found.row, _document(found), found.direction, found.since) for found in founds)


def _document(found: Stored[T]) -> Document:
    return Document(
        id=found.document,
        text="",
        published=found.published,
        outlet=found.outlet,
        title=found.title,
        url=found.url,
        duplicate_of=found.duplicate_of,
    )


def reporters(store: Store, founds: Iterable[Found[Any]]) -> dict[str, Statement]:
    """The statements that some rows were said in, by id."""
    wanted = [(found.document.id, said) for found in founds if (said := getattr(found.row, "statement", None))]
    documents, ids = {document for document, _ in wanted}, {id for _, id in wanted}
    query = "SELECT * FROM statements WHERE document IN (SELECT unnest($1)) AND id IN (SELECT unnest($2))"
    return {said.id: said for said in store.rows(Statement, query, [sorted(documents), sorted(ids)])} if wanted else {}


def checks(store: Store, founds: Iterable[Found[Any]]) -> dict[str, Check]:
    """The stored checks of some claims, by claim."""
    ids = sorted({found.row.id for found in founds})
    query = "SELECT * EXCLUDE (document, checked) FROM checks WHERE claim IN (SELECT unnest($1))"
    return {check.claim: check for check in store.rows(Check, query, [ids])} if ids else {}


def disputed(store: Store, a: str, b: str, frm: str | None = None, to: str | None = None) -> tuple[Disputed, ...]:
    """The disputes of a pair with a side that was said between two days, with their rows."""
    pair = store.pair(a, b)
    known = case(store, a, b, most=COMPARED)
    every: tuple[Stored[Any], ...] = (*known.claims, *known.events, *pair.statement_rows(newest=True, limit=COMPARED))
    rows: dict[tuple[str, str], Any] = {(found.document, found.row.id): found for found in every}
    return tuple(
        Disputed(each.note, each.kind, located(rows[side.document, side.row] for side in each.sides))
        for each in disputes(pair, known, most=COMPARED)
        if any((frm or "") <= (side.said or "") <= (to or "9999") for side in each.sides)
    )


def sentences(store: Store, founds: Iterable[Found[Any]]) -> dict[tuple[str, int], str]:
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
