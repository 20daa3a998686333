"""What the query of an address asks for; the address is the whole state of a page."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import msgspec
from fastapi import Request

from legation.brief.phrases import phrases
from legation.records import Row
from legation.web.failures import PageError

PAGE = 50
STATUSES = ("occurred", "ongoing", "planned", "possible", "denied")


class Chip(Row, frozen=True, kw_only=True):
    """One active filter and the query that is left when it is taken away."""

    label: str
    without: str


class Filters(Row, frozen=True, kw_only=True):
    """Days (inclusive), types and statuses of events, and the page of a long table."""

    frm: str | None = None
    to: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    page: int = 1

    @property
    def query(self) -> str:
        """The query string, with `?`; what is at its default is left out."""
        pairs = [("from", self.frm), ("to", self.to), *(("type", t) for t in self.types)]
        pairs += [("status", s) for s in self.statuses]
        pairs += [("page", str(self.page))] if self.page > 1 else []
        found = urlencode([(name, value) for name, value in pairs if value])
        return f"?{found}" if found else ""

    @property
    def window(self) -> str:
        """The query string of the days alone."""
        return Filters(frm=self.frm, to=self.to).query

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The active filters, each with the query without it."""
        first = msgspec.structs.replace(self, page=1)
        without: list[tuple[str, dict[str, Any]]] = [
            *((f"from {self.frm}", {"frm": None}) for _ in [0] if self.frm),
            *((f"to {self.to}", {"to": None}) for _ in [0] if self.to),
            *((t, {"types": tuple(x for x in self.types if x != t)}) for t in self.types),
            *((s, {"statuses": tuple(x for x in self.statuses if x != s)}) for s in self.statuses),
        ]
        return tuple(
            Chip(label=label, without=msgspec.structs.replace(first, **change).query or "?")
            for label, change in without
        )

    def at(self, page: int) -> str:
        """The query of another page of the same rows."""
        return msgspec.structs.replace(self, page=page).query or "?"

    def listing(self, table: str) -> dict[str, Any]:
        """The filters of a table of the store: the days, and of events the types and statuses."""
        own = {"type": self.types or None, "status": self.statuses or None} if table == "events" else {}
        return {"since": self.frm, "until": self.to, "newest": True, **own}


def filters(request: Request) -> Filters:
    """The filters of a request; raises `PageError` (400) that names the parameter and its valid values."""
    query = request.query_params
    known = tuple(phrases()["events"])
    asked = Filters(
        frm=_day("from", query.get("from")),
        to=_day("to", query.get("to")),
        types=_among("type", query.getlist("type"), known),
        statuses=_among("status", query.getlist("status"), STATUSES),
        page=_number("page", query.get("page")),
    )
    if asked.frm and asked.to and asked.frm > asked.to:
        raise _wrong("from", asked.frm, f"a day not after to={asked.to}", "LG102")
    return asked


def _day(name: str, value: str | None) -> str | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise _wrong(name, value, "a day as YYYY-MM-DD", "LG103") from None


def _among(name: str, values: list[str], known: tuple[str, ...]) -> tuple[str, ...]:
    for value in filter(None, values):
        if value not in known:
            raise _wrong(name, value, f"one of {', '.join(known)}", "LG102")
    return tuple(dict.fromkeys(value for value in values if value))


def _number(name: str, value: str | None) -> int:
    if not value:
        return 1
    if not value.isdecimal() or not 1 <= int(value) <= 1_000_000:
        raise _wrong(name, value, "a number from 1", "LG102")
    return int(value)


def _wrong(name: str, value: str, wanted: str, code: str) -> PageError:
    return PageError(HTTPStatus.BAD_REQUEST, code, f"{name}={value[:60]!r} is not {wanted}", f"give {name} as {wanted}")
