"""What the pages ask for; the only place where they meet the store and the coder."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from legation.brief import gathering, tallies
from legation.brief.dossier import Disputed
from legation.brief.gathering import checks, located, reporters, sentences
from legation.brief.notes import AnyFound
from legation.charts import Month
from legation.decisions import Trace
from legation.records import Check, Document, Record, Row, Statement
from legation.relations.names import name_of
from legation.store import Store
from legation.web.filters import Filters

Explain = Callable[[Document], Trace]
Version = tuple[int, ...]


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

    def matches(self, words: Iterable[str], meant: Iterable[frozenset[str]]) -> bool:
        """Whether every word stands in a name or a code, or the search means this pair, or one of its sides."""
        names = f"{' '.join(self.names)} {self.a} {self.b}".casefold()
        return all(word in names for word in words) or any(sides <= {self.a, self.b} for sides in meant)


class Health(Row, frozen=True, kw_only=True):
    """How much was read, from when to when, and what could not be read or coded, by error code."""

    documents: int
    duplicates: int
    first: str | None
    last: str | None
    issues: tuple[tuple[str, str, int], ...]
    runs: int
    finished: str | None


class Page(NamedTuple):
    """Some rows of a table with the statements that report them and their sentences, and how many rows there are."""

    name: str
    founds: tuple[AnyFound, ...]
    reporters: Mapping[str, Statement]
    sentences: Mapping[tuple[str, int], str]
    total: int
    checks: Mapping[str, Check]


class Overview(NamedTuple):
    """The names of a pair, how many rows and documents it has in a window, the types of its events, its timeline."""

    names: tuple[str, str]
    sizes: Mapping[str, int]
    types: frozenset[str]
    months: tuple[Month, ...]


class Desk:
    """Reads a store for the pages; may be used from several threads at once.

    `explain` codes one document with its trace; it is called for one document at a time.
    """

    def __init__(self, store: Store, explain: Explain) -> None:
        self.store = store
        self._explain, self._lock = explain, threading.Lock()
        # what is counted holds as long as nothing is written: the first argument is the version of the store
        self._pairs = lru_cache(maxsize=1)(self._count_pairs)
        self._overview = lru_cache(maxsize=256)(self._look_over)
        self._disputes = lru_cache(maxsize=256)(self._look_for_disputes)
        self._versions = lru_cache(maxsize=1)(self._look_up_versions)

    def pairs(self) -> tuple[PairCount, ...]:
        """All pairs, those with the most events first."""
        return self._pairs(self.store.version)

    def _count_pairs(self, version: Version) -> tuple[PairCount, ...]:
        years = self._years()
        return tuple(
            PairCount(
                **{name: getattr(pair, name) for name in _COUNTS},
                names=(name_of(pair.a), name_of(pair.b)),
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

    def overview(self, a: str, b: str, wanted: Filters) -> Overview:
        """What the head of a pair's page tells."""
        return self._overview(self.store.version, a, b, wanted.frm, wanted.to)

    def _look_over(self, version: Version, a: str, b: str, frm: str | None, to: str | None) -> Overview:
        pair = self.store.pair(a, b)
        acts = tallies.acts(pair)
        return Overview(
            names=(name_of(a), name_of(b)),
            sizes=tallies.sizes(pair, frm, to),
            types=frozenset(act.type for act in acts),
            months=tallies.months(pair, frm, to, acts),
        )

    def page(self, a: str, b: str, name: str, wanted: Filters, start: int, most: int) -> Page:
        """Some rows of one table of a pair, the newest first."""
        pair, listing = self.store.pair(a, b), wanted.listing(name)
        founds = located(pair.page(name, **listing, offset=start, limit=most))
        chosen = name == "events" and (wanted.types or wanted.statuses)
        total = pair.count(name, **listing) if chosen else self.overview(a, b, wanted).sizes[name]
        known = checks(self.store, founds) if name == "claims" else {}
        return Page(name, founds, reporters(self.store, founds), sentences(self.store, founds), total, known)

    def disputes(self, a: str, b: str, wanted: Filters) -> tuple[Disputed, ...]:
        """Where accounts of a pair differ."""
        return self._disputes(self.store.version, a, b, wanted.frm, wanted.to)

    def _look_for_disputes(
        self, version: Version, a: str, b: str, frm: str | None, to: str | None
    ) -> tuple[Disputed, ...]:
        return gathering.disputed(self.store, a, b, frm, to)

    def rows(self, a: str, b: str, name: str, wanted: Filters) -> Iterator[AnyFound]:
        """All rows of one table of a pair, one after another, the newest first."""
        for found in self.store.pair(a, b).stream(name, **wanted.listing(name)):
            yield from located([found])

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
        return self._versions(self.store.version)

    def _look_up_versions(self, version: Version) -> Mapping[str, str]:
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
