"""The box to paste a text into: its record at once, with every decision; nothing is stored."""

from __future__ import annotations

from datetime import date as calendar_day
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.records import Document, content_id
from legation.web import rendering
from legation.web.failures import PageError
from legation.web.pages import desk
from legation.web.reading import reading

router = APIRouter()
MOST = 100_000


@router.get("/code", include_in_schema=False)
def form() -> Response:
    """The box stands on the first page."""
    return RedirectResponse("/#paste", HTTPStatus.SEE_OTHER)


@router.post("/code")
def code(request: Request, text: Annotated[str, Form()] = "", date: Annotated[str, Form()] = "") -> Response:
    """The record of a pasted text, marked and explained; nothing is stored."""
    pasted = _document(text, date)
    trace = desk(request).explain(pasted)
    return rendering.page(
        request,
        "document.html.jinja",
        reading=reading(trace.record, trace),
        chosen="",
        failure=None,
        stored=False,
        recoded=False,
    )


def _document(text: str, day: str) -> Document:
    if not text.strip():
        raise PageError(HTTPStatus.BAD_REQUEST, "LG403", "there is no text in the box", "paste a few sentences")
    if len(text) > MOST:
        hint = "ingest long texts with `legation ingest`"
        raise PageError(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "LG102", f"a pasted text has at most {MOST:,} characters", hint
        )
    clean = text.replace("\r\n", "\n")
    return Document(id=content_id("document", clean, day or None), text=clean, published=_day(day))


def _day(day: str) -> str | None:
    if not day:
        return None
    try:
        return calendar_day.fromisoformat(day).isoformat()
    except ValueError:
        raise PageError(
            HTTPStatus.BAD_REQUEST, "LG103", f"date={day[:40]!r} is no day", "write it YYYY-MM-DD"
        ) from None
