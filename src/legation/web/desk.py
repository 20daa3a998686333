"""What the pages ask for; the only place where they meet the store and the coder."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping

from legation.brief import dossier, gathering
from legation.brief.dossier import Dossier
from legation.brief.names import country_name
from legation.decisions import Trace
from legation.records import Document, Record, Row
from legation.store import Store

Explain = Callable[[Document], Trace]


class PairCount(Row, frozen=True, kw_only=True):
    """A pair with its counts; `years` are its events by year, gaps as zero, for the sparkline."""

    a: str
    b: str
    names: tuple[str, str]
    documents: int
    events: int
    statements: int
    claims: int
    first: str | None = None
    last: str | None = None
    years: tuple[int, ...] = ()

    def matches(self, words: list[str]) -> bool:
        """Whether every word stands in a name or a code."""
        names = f"{' '.join(self.names)} {self.a} {self.b}".casefold()
        return all(word in names for word in words)


class Health(Row, frozen=True, kw_only=True):
    """How much was read, from when to when, and what could not be read or coded, by error code."""

    documents: int
    duplicates: int
    first: str | None
    last: str | None
    issues: tuple[tuple[str, str, int], ...]
    runs: int
    finished: str | None


class Desk:
    """Reads a store for the pages; may be used from several threads at once.

    `explain` codes one document with its trace; it is called for one document at a time.
    """

    def __init__(self, store: Store, explain: Explain) -> None:
        self.store = store
        self._explain, self._lock = explain, threading.Lock()

    def pairs(self) -> tuple[PairCount, ...]:
        """All pairs, those with the most events first."""
        years = self._years()
        return tuple(
            PairCount(
                **{name: getattr(pair, name) for name in _COUNTS},
                names=(country_name(pair.a), country_name(pair.b)),
                years=years.get((pair.a, pair.b), ()),
            )
            for pair in self.store.pairs()
        )

    def codes(self) -> set[str]:
        """The ids of all sides of pairs."""
        return {side for row in self.store.sql("SELECT DISTINCT a, b FROM pairs").fetchall() for side in row}

    def has(self, a: str, b: str) -> bool:
        """Whether there is any row on a pair, given in alphabetical order."""
        return bool(self.store.sql("SELECT 1 FROM pairs WHERE a = $1 AND b = $2 LIMIT 1", [a, b]).fetchall())

    def dossier(self, a: str, b: str, frm: str | None = None, to: str | None = None) -> Dossier:
        """All rows of a pair in a window."""
        return dossier(self.store, a, b, frm=frm, to=to)

    def record(self, document: str) -> Record | None:
        """The record of a document; None where it isn't stored."""
        return self.store.document(document)

    def explain(self, document: Document) -> Trace:
        """A document coded now, with every decision; raises what the coder raises."""
        with self._lock:
            return self._explain(document)

    def health(self) -> Health:
        """The state of the data."""
        days = self.store.sql("SELECT min(published), max(published) FROM documents").fetchall()[0]
        query = "SELECT code, any_value(message), count(*) AS n FROM issues GROUP BY code ORDER BY n DESC, code"
        counts, runs = self.store.counts(), self.store.runs()
        return Health(
            documents=counts["documents"],
            duplicates=counts["duplicates"],
            first=days[0],
            last=days[1],
            issues=tuple(self.store.sql(query).fetchall()),
            runs=len(runs),
            finished=max((run.finished or "" for run in runs), default="") or None,
        )

    def versions(self) -> Mapping[str, str]:
        """The versions that made the rows."""
        return gathering.versions(self.store)

    def _years(self) -> dict[tuple[str, str], tuple[int, ...]]:
        query = (
            "SELECT a, b, TRY_CAST(substr(since, 1, 4) AS INT) AS year, count(*) FROM pairs "
            "WHERE kind = 'event' AND since IS NOT NULL GROUP BY a, b, year"
        )
        counts: dict[tuple[str, str], Counter[int]] = {}
        for a, b, year, n in self.store.sql(query).fetchall():
            if year:
                counts.setdefault((a, b), Counter())[year] += n
        return {pair: _filled(found) for pair, found in counts.items()}


_COUNTS = ("a", "b", "documents", "events", "statements", "claims", "first", "last")
_LATEST = 24


def _filled(found: Counter[int]) -> tuple[int, ...]:
    last = max(found)
    first = max(min(found), last - _LATEST + 1)
    return tuple(found[year] for year in range(first, last + 1))
