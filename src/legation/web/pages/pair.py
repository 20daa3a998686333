"""A pair: its timeline and its tables, filtered by the address; and the same rows as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from itertools import islice

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse

from legation.brief.composition import timed
from legation.brief.phrases import phrases
from legation.relations.names import name_of
from legation.web import addresses, rendering, tables
from legation.web.failures import PageError
from legation.web.filters import PAGE, STATUSES, filters
from legation.web.pages import desk

router = APIRouter()
GLANCE = 10
AT_ONCE = 500


def asked(request: Request, key: str) -> tuple[str, str]:
    """The two sides of a key; raises `PageError` 404, with the pairs that may be meant, where there are no rows."""
    a, _, b = key.partition("-")
    if a < b and desk(request).has(a, b):
        return a, b
    read = addresses.read_pair(key, desk(request).codes())
    if read and desk(request).has(*read):
        return read
    known = [(pair.a, pair.b) for pair in desk(request).pairs()]
    ways = tuple((f"{name_of(a)} – {name_of(b)}", addresses.pair_url(a, b)) for a, b in near(key, read, known))
    message = f"nothing is recorded on {key[:60]!r}" if read else f"{key[:60]!r} is no pair of countries"
    raise PageError(HTTPStatus.NOT_FOUND, "LG101", message, "write it as IRN-RUS or iran-russia", ways)


def near(key: str, read: tuple[str, str] | None, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs with one of the sides asked for, or pairs whose names look like the key."""
    sharing = [pair for pair in known if read and set(read) & set(pair)][:5]
    return sharing or addresses.near(key, known)


def moved(request: Request, key: str, a: str, b: str) -> Response | None:
    """A redirect to the one address of a pair (308), None where it was asked for by that."""
    canonical = f"{a}-{b}"
    if key == canonical:
        return None
    head, _, tail = request.url.path.partition(f"/pair/{key}")
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{head}/pair/{canonical}{tail}{query}", HTTPStatus.PERMANENT_REDIRECT)


@router.get("/pair/{key}.json")
def pair_json(request: Request, key: str) -> Response:
    """All rows of a pair, the newest first, filtered by `from`, `to`, `type`, `status`."""
    a, b = asked(request, key)
    return moved(request, key, a, b) or _json(request, a, b, tables.NAMES)


@router.get("/pair/{key}/{name}.json")
def table_json(request: Request, key: str, name: str) -> Response:
    """The rows of one table: `events`, `statements` or `claims`."""
    a, b = asked(request, key)
    return moved(request, key, a, b) or _json(request, a, b, (_table(name),))


@router.get("/pair/{key}/{name}.csv")
def table_csv(request: Request, key: str, name: str) -> Response:
    """The rows of one table as CSV."""
    a, b = asked(request, key)
    if away := moved(request, key, a, b):
        return away
    lines = tables.lines_of_csv(_table(name), desk(request).rows(a, b, name, filters(request)))
    disposition = {"Content-Disposition": f'inline; filename="{a}-{b}-{name}.csv"'}
    return StreamingResponse(_joined(lines), media_type="text/csv; charset=utf-8", headers=disposition)


@router.get("/pair/{key}/{name}", include_in_schema=False)
def one_table(request: Request, key: str, name: str) -> Response:
    """One table in full, page by page."""
    a, b = asked(request, key)
    return moved(request, key, a, b) or _page(request, a, b, (_table(name),), PAGE)


@router.get("/pair/{key}", include_in_schema=False)
def pair(request: Request, key: str) -> Response:
    """The timeline, and the newest rows of each table."""
    a, b = asked(request, key)
    return moved(request, key, a, b) or _page(request, a, b, tables.NAMES, GLANCE)


def _page(request: Request, a: str, b: str, names: tuple[str, ...], most: int) -> Response:
    wanted, at = filters(request), desk(request)
    overview = at.overview(a, b, wanted)
    full = len(names) == 1
    start = (wanted.page - 1) * most if full else 0
    return rendering.page(
        request,
        "pair.html.jinja",
        chart=None if full else timed(overview.names, overview.months),
        a=a,
        b=b,
        names=overview.names,
        sizes=overview.sizes,
        filters=wanted,
        tables=[tables.table(at.page(a, b, name, wanted, start, most)) for name in names],
        disputes=() if full else at.disputes(a, b, wanted),
        full=full,
        most=most,
        types=[name for name in phrases()["events"] if name in overview.types.union(wanted.types)],
        statuses=STATUSES,
    )


def _json(request: Request, a: str, b: str, names: tuple[str, ...]) -> Response:
    wanted, at = filters(request), desk(request)
    countries = [name_of(a), name_of(b)]
    head = {"pair": [a, b], "names": countries, "from": wanted.frm, "to": wanted.to, "versions": dict(at.versions())}
    rows = {name: at.rows(a, b, name, wanted) for name in names}
    return StreamingResponse(_joined(tables.whole(head, rows)), media_type="application/json")


def _joined(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Many pieces at a time: each that is sent costs a change of threads."""
    for first in pieces:
        yield b"".join((first, *islice(pieces, AT_ONCE)))


def _table(name: str) -> str:
    if name in tables.NAMES:
        return name
    hint = f"one of {', '.join(tables.NAMES)}, brief"
    raise PageError(HTTPStatus.NOT_FOUND, "LG102", f"a pair has no page {name[:60]!r}", hint)
