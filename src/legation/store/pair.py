"""One pair of countries in a store: its events, statements, claims, as relations and as typed rows.

A country is an alpha-3 code; an organisation (`IGO.EU`) may be a side too.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from legation.errors import UsageError
from legation.records import Claim, Event, Row, Statement
from legation.store.snapshot import Snapshot
from legation.store.tables import Relation, quote
from legation.store.tabulate import restore

T = TypeVar("T", bound=Row)
PERIODS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


class Found(Row, Generic[T], frozen=True, kw_only=True):
    """A row of a pair with the document it stands in.

    `direction` is that of the pair (column `way`): `forth`, `back`, `mutual`, `beside`; `source` acts or speaks
    toward `target`, both None where it goes neither way. `since` and `until` are the days it is placed at.
    """

    document: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    duplicate_of: str | None = None
    direction: str | None = None
    source: str | None = None
    target: str | None = None
    since: str | None = None
    until: str | None = None
    row: T


class PairSummary(Row, frozen=True, kw_only=True):
    """How much a store holds on a pair, and the first and last day of it."""

    pair: str
    a: str
    b: str
    documents: int
    events: int
    statements: int
    claims: int
    first: str | None = None
    last: str | None = None


class Pair:
    """The rows between two countries. Every listing is ordered by day, document and place in the text.

    `frm` and `to` pick the direction (mutual rows have both); `status`, `type`, `mode`, `kind` take one value or
    several; `since` and `until` are days, inclusive, and pick rows that touch them.
    """

    def __init__(self, snapshot: Snapshot, a: str, b: str) -> None:
        if a == b:
            raise UsageError("LG102", f"a pair has two sides, not {a} twice", "name another country")
        self.a, self.b = sorted((a, b))
        self.key = f"{self.a}-{self.b}"
        self._snapshot = snapshot

    def __repr__(self) -> str:
        return f"Pair({self.key})"

    def events(self, **filters: Any) -> Relation:
        """Events with both among their parties; filters: frm, to, status, type, since, until, limit."""
        return self._listing("event_pairs", {"status", "type"}, filters)

    def statements(self, **filters: Any) -> Relation:
        """Statements of one about or to the other; filters: frm, to, mode, since, until, limit."""
        return self._listing("statement_pairs", {"mode"}, filters)

    def claims(self, **filters: Any) -> Relation:
        """Claims about the pair; filters: kind, measure, since, until, limit."""
        return self._listing("claim_pairs", {"kind", "measure"}, filters)

    def event_rows(self, **filters: Any) -> tuple[Found[Event], ...]:
        """`events` as typed rows."""
        return found(self.events(**filters), Event)

    def statement_rows(self, **filters: Any) -> tuple[Found[Statement], ...]:
        """`statements` as typed rows."""
        return found(self.statements(**filters), Statement)

    def claim_rows(self, **filters: Any) -> tuple[Found[Claim], ...]:
        """`claims` as typed rows."""
        return found(self.claims(**filters), Claim)

    def documents(self) -> Relation:
        """The documents with a row of the pair, without their texts."""
        query = "SELECT * EXCLUDE (batch, row, run, text, sentences, fingerprint, digest) FROM documents"
        of_pair = f"(SELECT document FROM pairs WHERE {self._both()})"
        return self._snapshot.sql(f"{query} WHERE id IN {of_pair} ORDER BY published, id")

    def panel(self, by: str = "month") -> Relation:
        """Per period, quad class, way and status: distinct events, reports, documents, mean intensity.

        Events are one where type, way and first day are the same. Rows without a day, or of an interval longer
        than the period, are left out. `legation.relations.panel` adds balance, intervals and what is too few.
        """
        if by not in PERIODS:
            raise UsageError("LG102", f"no period {by!r}", f"one of {', '.join(PERIODS)}")
        return self._snapshot.sql(
            f"SELECT date_trunc('{by}', TRY_CAST(since AS DATE))::DATE AS period, quad, way AS direction, status, "
            "count(DISTINCT (type, since)) AS events, count(*) AS reports, "
            "count(DISTINCT coalesce(duplicate_of, document)) AS documents, avg(intensity) AS intensity "
            f"FROM event_pairs WHERE {self._both()} AND TRY_CAST(since AS DATE) IS NOT NULL "
            "AND coalesce(date_diff('day', TRY_CAST(since AS DATE), TRY_CAST(until AS DATE)), 0) "
            f"< {PERIODS[by]} GROUP BY ALL ORDER BY ALL"
        )

    def sql(self, columns: str, view: str) -> Relation:
        """Some columns of the pair's rows in `event_pairs`, `statement_pairs` or `claim_pairs`, unordered."""
        return self._snapshot.sql(f"SELECT {columns} FROM {view} WHERE {self._both()}")

    def coverage(self) -> Relation:
        """How many documents, duplicates left out, the whole store has of each day of publication."""
        query = "SELECT published, count(*) AS documents FROM documents WHERE duplicate_of IS NULL GROUP BY published"
        return self._snapshot.sql(query)

    def _both(self) -> str:
        return f"a = {quote(self.a)} AND b = {quote(self.b)}"

    def _listing(self, view: str, accepted: set[str], filters: dict[str, Any]) -> Relation:
        given = {name: value for name, value in filters.items() if value is not None}
        if unknown := given.keys() - accepted - _COMMON:
            raise TypeError(f"no filter {', '.join(sorted(unknown))} for {view}")
        conditions = [self._both(), *self._ways(given.get("frm"), given.get("to"))]
        conditions += [_within(name, given[name]) for name in sorted(accepted & given.keys())]
        if "since" in given:
            conditions.append(f"coalesce(until, since) >= {quote(given['since'])}")
        if "until" in given:
            conditions.append(f"since <= {quote(given['until'])}")
        limit = f"LIMIT {int(given['limit'])}" if "limit" in given else ""
        order = "ORDER BY since NULLS LAST, document, row"
        return self._snapshot.sql(f"SELECT * FROM {view} WHERE {' AND '.join(conditions)} {order} {limit}")

    def _ways(self, frm: str | None, to: str | None) -> list[str]:
        ways = []
        for side, first, second in ((frm, "forth", "back"), (to, "back", "forth")):
            if side is not None and side not in (self.a, self.b):
                raise UsageError("LG102", f"{side} is no side of {self.key}", f"{self.a} or {self.b}")
            if side is not None:
                ways.append(_within("way", [first if side == self.a else second, "mutual"]))
        return ways


_COMMON = frozenset({"frm", "to", "since", "until", "limit"})


def _within(column: str, values: str | list[str] | tuple[str, ...]) -> str:
    accepted = [values] if isinstance(values, str) else values
    return f'"{column}" IN ({", ".join(map(quote, accepted)) or "NULL"})'


def found(relation: Relation, kind: type[T]) -> tuple[Found[T], ...]:
    """The rows of a listing as typed rows with their documents."""
    names = relation.columns
    about = [name for name in names if name in _ABOUT]
    picked = []
    for values in relation.fetchall():
        row = dict(zip(names, values, strict=True))
        known = {name: row[name] for name in about}
        picked.append(Found(**known, direction=row.get("way"), row=restore(names, values, kind)))
    return tuple(picked)


_ABOUT = frozenset(Found.__struct_fields__) - {"row", "direction"}
