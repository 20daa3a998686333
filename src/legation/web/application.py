"""The application: its pages, its headers, its errors; and the server that runs it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from legation.decisions import Trace
from legation.errors import LegationError
from legation.records import Document
from legation.store import Store, open_store
from legation.web import failures, rendering
from legation.web.desk import Desk, Explain
from legation.web.failures import PageError
from legation.web.pages import brief, document, pair, paste, site, start

LOCAL = ("127.0.0.1", "localhost", "[::1]")


def app(store: Store | str | Path, *, explain: Explain | None = None, hosts: Sequence[str] = LOCAL) -> FastAPI:
    """The pages over a store, given open or by its folder; `explain` codes a pasted text (the default: our coder).

    Only requests that name one of `hosts` are answered, so that no foreign page can read the store through a
    rebound name; `["*"]` answers all. Raises `StoreError` where the folder is no store.
    """
    opened = store if isinstance(store, Store) else open_store(store)
    made = FastAPI(title="Legation", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    made.state.desk = Desk(opened, explain or _explain)
    for pages in (start, paste, site, brief, pair, document):
        made.include_router(pages.router)
    made.mount("/static", StaticFiles(directory=str(files("legation.web") / "static")), name="static")
    made.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    made.middleware("http")(_headers)
    for kind in (LegationError, HTTPException, RequestValidationError, Exception):
        made.add_exception_handler(kind, _failed)
    return made


def serve(store: Store | str | Path, host: str = "127.0.0.1", port: int = 8765) -> None:
    """Serve the pages until interrupted; on another address than this machine's, for all who can reach it."""
    hosts = LOCAL if host in ("127.0.0.1", "localhost", "::1") else ("*",)
    uvicorn.run(app(store, hosts=hosts), host=host, port=port, log_level="warning")


@cache
def _coder() -> Explain:
    from legation.coder import Coder  # the model behind it is loaded when the first text is explained

    explain: Explain = Coder().explain
    return explain


def _explain(text: Document) -> Trace:
    return _coder()(text)


async def _headers(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    return _guarded(await answer(request))


def _guarded(response: Response) -> Response:
    for name, value in rendering.HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _failed(request: Request, error: Exception) -> Response:
    found = _named(error)
    status = failures.status(found)
    if _wants_json(request):
        return _guarded(JSONResponse(failures.shape(found.code, found.message, found.hint), status))
    ways = getattr(found, "ways", ())
    return _guarded(rendering.page(request, "failure.html.jinja", status, error=found, ways=ways))


def _named(error: Exception) -> LegationError:
    if isinstance(error, LegationError):
        return error
    if isinstance(error, HTTPException):
        status = HTTPStatus(error.status_code)
        return PageError(status, f"HTTP{status.value}", status.phrase, "start from the list of pairs")
    if isinstance(error, RequestValidationError):
        return PageError(HTTPStatus.BAD_REQUEST, "LG102", "a field is missing or of the wrong kind", "see the API")
    return PageError(HTTPStatus.INTERNAL_SERVER_ERROR, "HTTP500", "this page failed", "the log of the server says why")


def _wants_json(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return request.url.path.endswith((".json", ".csv")) or (
        "application/json" in accepted and "text/html" not in accepted
    )
