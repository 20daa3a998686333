"""How much there is of a pair: counted in the store, so that no row is read for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from legation.brief.dossier import BESIDE, FACTS, Reading, Totals
from legation.charts import Month
from legation.relations.acts import CHANNELS
from legation.store import Pair
from legation.store.selection import among
from legation.store.tables import Relation

_FACT = among("status", FACTS)
_BETWEEN = f"{_FACT} AND way <> '{BESIDE}'"
_UNSURE = "count(*) FILTER (confidence < 0.5) AS unsure"
_EVENTS = {
    "facts": f"count(*) FILTER ({_BETWEEN})",
    "acts": f"count(DISTINCT (type, quad, way, since)) FILTER ({_BETWEEN})",
    "beside": f"count(*) FILTER ({_FACT} AND way = '{BESIDE}')",
    **{
        name: f"count(DISTINCT (type, way, since)) FILTER ({_BETWEEN} AND quad = {quad})"
        for quad, name in CHANNELS.items()
    },
    **{status: f"count(*) FILTER (status = '{status}')" for status in ("planned", "possible", "denied")},
}
_SPEAKERS = "count(DISTINCT coalesce(who.actor, who.text)) AS speakers"
_READING = (
    "count(*) AS documents, min(published) AS first, max(published) AS last, "
    "list_sort(list_distinct(list(outlet) FILTER (outlet <> ''))) AS outlets, "
    "count(*) FILTER (outlet IS NULL) AS nameless, count(*) FILTER (published IS NULL) AS undated, "
    "count(duplicate_of) AS copies"
)
_FITS_A_MONTH = "coalesce(date_diff('day', TRY_CAST(since AS DATE), TRY_CAST(until AS DATE)), 0) < 31"
_ACTS = f"count(DISTINCT (way, since)) FILTER ({_BETWEEN} AND {_FITS_A_MONTH}) AS n"


class Act(NamedTuple):
    """How many events of a type and class fell in a month; 0 where none of them occurred between the two."""

    month: str | None
    quad: int | None
    type: str
    events: int


def totals(pair: Pair, frm: str | None, to: str | None) -> Totals:
    """The counts of a brief."""
    columns = ", ".join(f"{expression} AS {name}" for name, expression in _EVENTS.items())
    events = _row(pair.sql(f"{columns}, {_UNSURE}", "event_pairs", frm, to))
    statements = _row(pair.sql(f"count(*) AS statements, {_UNSURE}", "statement_pairs", frm, to))
    speakers = _row(pair.sql("unnest(speakers) AS who", "statement_pairs", frm, to).aggregate(_SPEAKERS))
    claims = _row(pair.sql(f"count(*) AS claims, {_UNSURE}", "claim_pairs", frm, to))
    unsure = events["unsure"] + statements["unsure"] + claims["unsure"]
    return Totals(**{**events, **statements, **speakers, **claims, "unsure": unsure})


def reading(pair: Pair, frm: str | None, to: str | None) -> Reading:
    """What was read on the pair."""
    found = _row(pair.documents(frm, to).aggregate(_READING))
    outlets = tuple(found.pop("outlets") or ())
    return Reading(**found, outlets=outlets, issues=tuple(pair.issues(frm, to).fetchall()))


def sizes(pair: Pair, frm: str | None, to: str | None) -> dict[str, int]:
    """Events, statements, claims and documents."""
    columns = ", ".join(f"count(*) FILTER (kind = '{kind}') AS {kind}s" for kind in ("event", "statement", "claim"))
    return _row(pair.sql(f"{columns}, count(DISTINCT document) AS documents", "pairs", frm, to))


def acts(pair: Pair) -> tuple[Act, ...]:
    """The events of a pair by month, class and type."""
    found = pair.sql(f"substr(since, 1, 7) AS month, quad, type, {_ACTS}", "event_pairs", group="month, quad, type")
    return tuple(Act._make(row) for row in found.fetchall())


def months(pair: Pair, frm: str | None, to: str | None, found: Iterable[Act] | None = None) -> tuple[Month, ...]:
    """Facts of the pair and documents of the store by month, from the pair's first month to its last.

    With a window, its months. Reports of one event count once, as in the panel of `legation.relations`. Events
    without a day, or longer than a month, have no month. `found` are the acts of the pair where they are at hand.
    """
    counts, read, published = _classes(acts(pair) if found is None else found), _read(pair), _published(pair)
    own = sorted({*counts, *published})
    first, last = (frm or (own or [""])[0])[:7], (to or (own or [""])[-1])[:7]
    known = sorted(month for month in {*counts, *read, first, last} if month and first <= month <= last)
    return tuple(Month(period=month, documents=read.get(month, 0), **counts.get(month, {})) for month in known)


def _classes(found: Iterable[Act]) -> Mapping[str, Mapping[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for act in found:
        if act.month and act.events and act.quad in CHANNELS:
            counts.setdefault(act.month, Counter())[CHANNELS[act.quad]] += act.events
    return counts


def _read(pair: Pair) -> Mapping[str, int]:
    days = pair.coverage().filter("published IS NOT NULL")
    return dict(days.aggregate("substr(published, 1, 7) AS month, sum(documents)::BIGINT", "month").fetchall())


def _published(pair: Pair) -> set[str]:
    days = pair.documents().filter("published IS NOT NULL")
    return {month for (month,) in days.aggregate("substr(published, 1, 7) AS month", "month").fetchall()}


def _row(relation: Relation) -> dict[str, Any]:
    return dict(zip(relation.columns, relation.fetchall()[0], strict=True))
