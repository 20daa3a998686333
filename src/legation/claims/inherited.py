"""Periods said once: a figure takes the period of the figure before it, where it has none of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from legation.claims.draft import Draft
from legation.claims.joins import joins
from legation.claims.periods import USED
from legation.claims.source import Source
from legation.records import Claim

FIGURES = frozenset({"change", "level"})
Row = tuple[Claim | None, Draft]


def inherited(source: Source, coded: Iterable[Row]) -> Iterator[Row]:
    """The rows in the order of the text: "exports were $48 bn in 2020, up 0.7 percent, while imports fell"."""
    last: tuple[Claim, Draft] | None = None
    for row, draft in sorted(coded, key=lambda pair: _place(pair[1])):
        kept = row
        if row is not None and last is not None and _lacks(source, row, draft) and _follows(source, (row, draft), last):
            kept = _dated(source, row, draft, last[0])
        if kept is not None and kept.kind in FIGURES and _flow(draft) and kept.period is not None and not draft.base:
            last = kept, draft
        yield kept, draft


def _place(draft: Draft) -> tuple[int, int]:
    return (draft.quantity.words[0] if draft.quantity else draft.anchor), draft.anchor


def _lacks(source: Source, row: Claim, draft: Draft) -> bool:
    """A figure of a flow without a period, not said of the day."""
    lacks = row.kind in FIGURES and row.period is None and not draft.base and _flow(draft)
    return lacks and not _current(source, draft)


def _current(source: Source, draft: Draft) -> bool:
    """ "Now exceeds": said of the day."""
    verb = source.frame(draft.anchor).verb
    return any(source.parse.words[c].lower in joins().now for c in source.parse.children(verb, "advmod"))


def _follows(source: Source, now: tuple[Claim, Draft], last: tuple[Claim, Draft]) -> bool:
    """In the same sentence, or in the next one where that says no time at all; between the same sides."""
    near = now[0].sentence - last[0].sentence
    if near > 1 or set(now[0].dyad) != set(last[0].dyad) or _place(now[1]) <= _place(last[1]):
        return False
    base, period = now[0].baseline, last[0].period
    if base is not None and (near or not (base.end and period and period.start and base.end < period.start)):
        return False
    span = source.parse.sentences[now[0].sentence].span
    return near == 0 or not any(t.kind in USED for t in source.parse.times_in(span))


def _dated(source: Source, row: Claim, draft: Draft, last: Claim) -> Claim:
    """ "Had since grown": the period before is the base."""
    parse = source.parse
    verb = source.frame(draft.anchor).verb
    if any(parse.words[c].lower in joins().since_then for c in parse.children(verb, "advmod")):
        return replace(row, baseline=last.period) if row.kind == "change" and row.baseline is None else row
    return row if row.value is None else replace(row, period=last.period)


def _flow(draft: Draft) -> bool:
    return draft.measure is not None and draft.measure.sort == "flow"
