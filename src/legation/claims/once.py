"""Of what a sentence says twice, the row that says more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.records import Claim

BARE = frozenset({"change", "trend"})


def said_once(rows: Iterable[Claim]) -> Iterator[Claim]:
    """Of rows of a sentence that say the same the longest; none that another row of the sentence says more fully."""
    best: dict[tuple[object, ...], Claim] = {}
    for row in rows:
        key = (row.sentence, row.kind, row.measure, row.dyad, row.direction, row.value, row.bound, row.period)
        if key not in best or _length(row) > _length(best[key]):
            best[key] = row
    fuller = _fuller(best.values())
    yield from (row for row in best.values() if not fuller & set(_less(row)))


def _fuller(rows: Iterable[Claim]) -> set[tuple[object, ...]]:
    """What rows say more fully than a movement without a number or a date would."""
    found: set[tuple[object, ...]] = set()
    for row in rows:
        if row.kind == "comparison":
            found.add((row.sentence, row.measure))
        elif row.kind == "rank":
            found |= {_movement(row), (*_movement(row)[:-1], "trend")}  # "sank to their worst level"
            found.add((row.sentence, row.measure, "first"))
        elif row.kind == "change" and row.value is not None:
            found |= {_movement(row), (row.sentence, row.measure, row.dyad, "dated")}  # "was cut in half in April 2020"
        elif row.kind == "count":
            found.add((row.sentence, row.measure, row.dyad, "dated"))  # "signed nine agreements this year"
    return found


def _less(row: Claim) -> Iterator[tuple[object, ...]]:
    """What must not be said more fully elsewhere for a row to stand."""
    if row.kind in BARE and row.value is None:
        yield from ((row.sentence, row.measure), _movement(row))
    if row.kind == "trend":
        yield (*_movement(row)[:-1], "trend")
    if row.kind == "count" and row.value == 1:
        yield row.sentence, row.measure, "first"  # "the first visit since 2007"
    if row.kind == "dated":
        yield row.sentence, row.measure, row.dyad, "dated"


def _movement(row: Claim) -> tuple[object, ...]:
    return row.sentence, row.measure, row.dyad, row.direction, row.period


def _length(row: Claim) -> int:
    return row.span[1] - row.span[0]
