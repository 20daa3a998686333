"""The box to paste a text into: its record at once, with every decision; nothing is stored."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.decisions import Trace
from legation.errors import LegationError
from legation.read import document
from legation.records import Document
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
    trace = _explained(request, pasted)
    return rendering.page(
        request,
        "document.html.jinja",
        reading=reading(trace.record, trace),
        chosen="",
        failure=None,
        stored=False,
        recoded=False,
    )


def _explained(request: Request, pasted: Document) -> Trace:
    try:
        return desk(request).explain(pasted)
    except LegationError:
        raise
    except Exception as error:  # whatever a text does to the coder, the page says so
        message = f"this text could not be coded: {type(error).__name__}: {error}"
        raise PageError(HTTPStatus.UNPROCESSABLE_ENTITY, "LG408", message, "report the text as a bug") from error


def _document(text: str, day: str) -> Document:
    if not text.strip():
        raise PageError(HTTPStatus.BAD_REQUEST, "LG403", "there is no text in the box", "paste a few sentences")
    if len(text) > MOST:
        message = f"a pasted text has at most {MOST:,} characters"
        raise PageError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "LG102", message, "read longer ones with `legation code`")
    return document(text.replace("\r\n", "\n"), date=day or None)
