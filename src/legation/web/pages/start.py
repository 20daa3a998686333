"""The first page: the pairs, a box to find one, a box to paste a text, the state of the data."""

from __future__ import annotations

import csv
import io

import msgspec
from fastapi import APIRouter, Request, Response

from legation.web import rendering
from legation.web.addresses import meant
from legation.web.desk import PairCount
from legation.web.filters import PAGE
from legation.web.pages import desk

router = APIRouter()
LONGEST = 80


@router.get("/", include_in_schema=False)
def start(request: Request, q: str = "") -> Response:
    """The pairs that match what is asked for, those with the most events first."""
    found = _found(request, q)
    return rendering.page(
        request,
        "start.html.jinja",
        pairs=found[:PAGE],
        total=len(found),
        q=q[:LONGEST],
        health=desk(request).health(),
        text="",
        date="",
        most=PAGE,
    )


@router.get("/pairs.json")
def pairs_json(request: Request, q: str = "") -> Response:
    """All pairs with their counts."""
    return Response(msgspec.json.encode({"pairs": _found(request, q)}), media_type="application/json")


@router.get("/pairs.csv")
def pairs_csv(request: Request, q: str = "") -> Response:
    """All pairs with their counts as CSV."""
    text = io.StringIO()
    writer = csv.writer(text)
    columns = ("a", "b", "documents", "events", "statements", "claims", "first", "last")
    writer.writerow(columns)
    writer.writerows([getattr(pair, name) for name in columns] for pair in _found(request, q))
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8")


def _found(request: Request, q: str) -> list[PairCount]:
    asked = q[:LONGEST]
    words, sides = asked.casefold().replace("-", " ").split(), meant(asked)
    return [pair for pair in desk(request).pairs() if pair.matches(words, sides)]
