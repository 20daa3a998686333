"""A document: its text with every coded span marked, and beside it the rows and why they were coded so."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from legation.decisions import Trace
from legation.records import Document, encode
from legation.web import rendering
from legation.web.failures import PageError
from legation.web.pages import desk
from legation.web.reading import reading

router = APIRouter()
_JSON = ".json"


@router.get("/doc/{id:path}")
def document(request: Request, id: str, row: str = "", why: str = "") -> Response:
    """The document; with `.json` after its id, its record. `row` marks one row, `why=now` codes it again."""
    record = desk(request).record(id)
    if record is None and id.endswith(_JSON) and (record := desk(request).record(id.removesuffix(_JSON))):
        return Response(encode(record), media_type="application/json")
    if record is None:
        hint = "ids are those of the records; look it up from a pair"
        raise PageError(HTTPStatus.NOT_FOUND, "LG102", f"no document {id[:80]!r} is stored", hint)
    trace, failure = _traced(request, record.document) if why == "now" else (None, None)
    return rendering.page(
        request,
        "document.html.jinja",
        reading=reading(record, trace),
        chosen=row,
        failure=failure,
        stored=True,
        recoded=bool(trace and trace.record != record),
    )


def _traced(request: Request, text: Document) -> tuple[Trace | None, str | None]:
    try:
        return desk(request).explain(text), None
    except Exception as error:  # the coder's failure is shown, it does not take the page away
        return None, f"{type(error).__name__}: {error}"
