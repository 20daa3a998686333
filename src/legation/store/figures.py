"""Figures of statistics in a store: each vintage of a figure once, vintages side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from legation.observations import Observation, Reject
from legation.records import Row
from legation.store.store import Store
from legation.store.writer import Writer

BATCH = 20_000


class Loaded(Row, frozen=True, kw_only=True):
    """What a load did: figures added, and already stored; rows rejected; vintages of figures that were there before."""

    added: int = 0
    known: int = 0
    rejected: int = 0
    revised: int = 0

    def __add__(self, other: Loaded) -> Loaded:
        return Loaded(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


def add_figures(store: Store, items: Iterable[Observation | Reject], *, confirm: bool = False) -> Loaded:
    """Add what is not stored yet, a batch per commit.

    A figure whose newest vintage has the same value is not stored again, unless `confirm` says that the vintage was
    named. Another value for the same vintage is a reject (LG415). Raises `StoreError` LG503 while another run writes.
    """
    source, total = iter(items), Loaded()
    with store.writing() as writer:
        while batch := list(islice(source, BATCH)):
            total += _add(store, writer, batch, confirm)
    return total


def _add(store: Store, writer: Writer, batch: Sequence[Observation | Reject], confirm: bool) -> Loaded:
    figures = [item for item in batch if isinstance(item, Observation)]
    rejects = [item for item in batch if isinstance(item, Reject)]
    stored = _stored(store, figures)
    fresh: list[Observation] = []
    known = revised = 0
    for item in figures:
        vintages = stored.setdefault(item.figure, {})
        if item.vintage in vintages:
            known += 1
            if vintages[item.vintage] != item.value:
                rejects.append(_contradicted(item, vintages[item.vintage]))
                known -= 1
            continue
        if vintages and not confirm and vintages[max(vintages)] == item.value:
            known += 1
            continue
        revised += bool(vintages)
        vintages[item.vintage] = item.value
        fresh.append(item)
    known_rejects = _rejected(store, rejects)
    new = [each for each in rejects if (each.file, each.line, each.vintage, each.message) not in known_rejects]
    writer.add("rejects", new)
    writer.add("series", fresh)
    return Loaded(added=len(fresh), known=known, rejected=len(rejects), revised=revised)


def _stored(store: Store, figures: Sequence[Observation]) -> dict[str, dict[str, float]]:
    query = "SELECT figure, vintage, value FROM series WHERE figure IN (SELECT unnest($1))"
    found: dict[str, dict[str, float]] = {}
    for figure, vintage, value in store.sql(query, [[each.figure for each in figures]]).fetchall():
        found.setdefault(figure, {})[vintage] = value
    return found


def _rejected(store: Store, rejects: Sequence[Reject]) -> set[tuple[str, int, str, str]]:
    query = "SELECT file, line, vintage, message FROM rejects WHERE file IN (SELECT unnest($1))"
    return set(store.sql(query, [sorted({each.file for each in rejects})]).fetchall()) if rejects else set()


def _contradicted(item: Observation, stored: float) -> Reject:
    what = f"{item.flow} of {item.reporter} with {item.partner or 'all'}, {item.period}, {item.vintage}"
    message = f"{what}: {item.value:.10g} beside {stored:.10g}; the first is kept"
    return Reject(source=item.source, file="", line=0, vintage=item.vintage, code="LG415", message=message)
