"""One pair of countries in a store: its events, statements, claims, as relations and as typed rows.

A country is an alpha-3 code; an organisation (`IGO.EU`) may be a side too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.errors import UsageError
from legation.records import Claim, Event, Row, Statement
from legation.store.found import Found, found, typed
from legation.store.selection import CLAIMS, EVENTS, STATEMENTS, View, of_pair, select, window
from legation.store.snapshot import Snapshot
from legation.store.tables import Relation

PERIODS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
VIEWS: dict[str, tuple[View, type[Row]]] = {
    "events": (EVENTS, Event),
    "statements": (STATEMENTS, Statement),
    "claims": (CLAIMS, Claim),
}


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

    `frm` and `to` pick the direction (mutual rows have both), `way` the directions by name; `status`, `type`, `mode`,
    `kind` take one value or several; `since` and `until` are days, inclusive, and pick rows that touch them. `newest`
    puts the last day first; `offset` and `limit` pick a page, cut where the rows are read.
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
        """Events with both among their parties; filters: status, type, and those of every listing."""
        return self._snapshot.sql(select(EVENTS, self.a, self.b, filters))

    def statements(self, **filters: Any) -> Relation:
        """Statements of one about or to the other; filters: mode, and those of every listing."""
        return self._snapshot.sql(select(STATEMENTS, self.a, self.b, filters))

    def claims(self, **filters: Any) -> Relation:
        """Claims about the pair; filters: kind, measure, and those of every listing."""
        return self._snapshot.sql(select(CLAIMS, self.a, self.b, filters))

    def event_rows(self, **filters: Any) -> tuple[Found[Event], ...]:
        """`events` as typed rows."""
        return found(self.events(**filters), Event)

    def statement_rows(self, **filters: Any) -> tuple[Found[Statement], ...]:
        """`statements` as typed rows."""
        return found(self.statements(**filters), Statement)

    def claim_rows(self, **filters: Any) -> tuple[Found[Claim], ...]:
        """`claims` as typed rows."""
        return found(self.claims(**filters), Claim)

    def page(self, table: str, **filters: Any) -> tuple[Found[Any], ...]:
        """The typed rows of `events`, `statements` or `claims`."""
        view, kind = VIEWS[table]
        return found(self._snapshot.sql(select(view, self.a, self.b, filters)), kind)

    def stream(self, table: str, **filters: Any) -> Iterator[Found[Any]]:
        """The same one after another, for more rows than should be held; seen as of the first."""
        view, kind = VIEWS[table]
        for names, rows in self._snapshot.chunks(select(view, self.a, self.b, filters)):
            yield from typed(names, rows, kind)

    def count(self, table: str, **filters: Any) -> int:
        """How many rows a listing has."""
        view, _ = VIEWS[table]
        query = select(view, self.a, self.b, filters)
        return int(self._snapshot.rows(f"SELECT count(*) FROM ({query})")[0][0])

    def documents(self, since: str | None = None, until: str | None = None) -> Relation:
        """The documents with a row of the pair in a window, without their texts."""
        query = "SELECT * EXCLUDE (batch, row, run, text, sentences, fingerprint, digest) FROM documents"
        of = f"(SELECT document FROM pairs WHERE {self._in(since, until)})"
        return self._snapshot.sql(f"{query} WHERE id IN {of} ORDER BY published, id")

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
            f"FROM event_pairs WHERE {of_pair(self.a, self.b)} AND TRY_CAST(since AS DATE) IS NOT NULL "
            "AND coalesce(date_diff('day', TRY_CAST(since AS DATE), TRY_CAST(until AS DATE)), 0) "
            f"< {PERIODS[by]} GROUP BY ALL ORDER BY ALL"
        )

    def issues(self, since: str | None = None, until: str | None = None) -> Relation:
        """Code, text and number of what could not be read or coded in the pair's documents, the most frequent first."""
        query = "SELECT code, message, count(*) AS n FROM issues WHERE document IN"
        of = f"(SELECT document FROM pairs WHERE {self._in(since, until)})"
        return self._snapshot.sql(f"{query} {of} GROUP BY code, message ORDER BY n DESC, code, message")

    def sql(
        self, columns: str, view: str, since: str | None = None, until: str | None = None, group: str = ""
    ) -> Relation:
        """Some columns of the pair's rows in `pairs` or one of the views over it, in a window and grouped if asked."""
        by = f"GROUP BY {group}" if group else ""
        return self._snapshot.sql(f"SELECT {columns} FROM {view} WHERE {self._in(since, until)} {by}")

    def _in(self, since: str | None, until: str | None) -> str:
        return " AND ".join([of_pair(self.a, self.b), *window(since, until)])

    def coverage(self) -> Relation:
        """How many documents, duplicates left out, the whole store has of each day of publication."""
        query = "SELECT published, count(*) AS documents FROM documents WHERE duplicate_of IS NULL GROUP BY published"
        return self._snapshot.sql(query)
