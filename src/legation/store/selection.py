"""Which rows of a pair a listing asks for, in which order and how many: filters → SQL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from legation.errors import UsageError
from legation.store.tables import quote

COMMON = frozenset({"frm", "to", "way", "since", "until", "newest", "limit", "offset"})
OLDEST_FIRST = "since NULLS LAST, document, row"
NEWEST_FIRST = "since DESC NULLS LAST, published DESC NULLS LAST, document, row"


class View(NamedTuple):
    """A view over pairs with the filters of its own that it takes."""

    name: str
    filters: frozenset[str]


EVENTS = View("event_pairs", frozenset({"status", "type"}))
STATEMENTS = View("statement_pairs", frozenset({"mode"}))
CLAIMS = View("claim_pairs", frozenset({"kind", "measure"}))


def select(view: View, a: str, b: str, filters: Mapping[str, Any]) -> str:
    """The query of a listing; raises `TypeError` for a filter that the view lacks, `UsageError` LG102 for a side."""
    given = {name: value for name, value in filters.items() if value is not None}
    if unknown := given.keys() - view.filters - COMMON:
        raise TypeError(f"no filter {', '.join(sorted(unknown))} for {view.name}")
    conditions = [of_pair(a, b), *_ways(a, b, given), *window(given.get("since"), given.get("until"))]
    conditions += [among(name, given[name]) for name in sorted(view.filters & given.keys())]
    order = NEWEST_FIRST if given.get("newest") else OLDEST_FIRST
    part = "".join(f" {name} {int(given[name])}" for name in ("limit", "offset") if name in given)
    return f"SELECT * FROM {view.name} WHERE {' AND '.join(conditions)} ORDER BY {order}{part}"


def of_pair(a: str, b: str) -> str:
    """The condition that a row belongs to a pair, given in alphabetical order."""
    return f"a = {quote(a)} AND b = {quote(b)}"


def window(since: str | None, until: str | None) -> list[str]:
    """The conditions that a row touches the days from `since` to `until`, inclusive; None is open."""
    lower = [f"coalesce(until, since) >= {quote(since)}"] if since else []
    upper = [f"since <= {quote(until)}"] if until else []
    return lower + upper


def among(column: str, values: str | list[str] | tuple[str, ...]) -> str:
    """The condition that a column has one of some values."""
    accepted = [values] if isinstance(values, str) else values
    return f'"{column}" IN ({", ".join(map(quote, accepted)) or "NULL"})'


def _ways(a: str, b: str, given: Mapping[str, Any]) -> list[str]:
    ways = [among("way", given["way"])] if "way" in given else []
    for side, first, second in ((given.get("frm"), "forth", "back"), (given.get("to"), "back", "forth")):
        if side is None:
            continue
        if side not in (a, b):
            raise UsageError("LG102", f"{side} is no side of {a}-{b}", f"{a} or {b}")
        ways.append(among("way", [first if side == a else second, "mutual"]))
    return ways
