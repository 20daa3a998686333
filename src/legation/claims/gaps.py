"""Figures behind another one, whose words are said once: "rose by 16 percent, and imports by 14"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from legation.claims.draft import Draft
from legation.claims.joins import joins
from legation.claims.measures import Found
from legation.claims.source import Source
from legation.language.quantities import Quantity

GAP = 8


def trailing(found: Draft | None, last: Draft | None, source: Source) -> Draft | None:
    """ "Worth $5 bn, a rise of 16 percent": a change without a measure of its own is one of the figure before it."""
    if found is None or found.reason != "no measure" or found.rule.kind != "change" or last is None:
        return found
    words = source.parse.words
    if words[last.anchor].sentence != words[found.anchor].sentence or last.measure is None:
        return found
    fits = source.allowed(found.rule, last.measure) and last.measure.sort != "relation"
    return replace(found, measure=last.measure, reason=None) if fits else found


def with_units(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """ "Rose to 25 million tonnes from 21 million": the unit is said once for both ends of a way."""
    rows = list(drafts)
    units = {d.anchor: d.unit for d in rows if d.quantity and d.quantity.unit and _reached(d)}
    for draft in rows:
        lacks = _reached(draft) and draft.quantity is not None and draft.quantity.unit is None
        yield replace(draft, unit=units[draft.anchor]) if lacks and draft.anchor in units else draft


def _reached(draft: Draft) -> bool:
    """A figure that a change started from or ended at."""
    return draft.reason is None and draft.rule.kind == "change" and draft.kind == "level"


def worth(draft: Draft, value: float) -> float:
    """The value in the draft's unit: a third is 33.33 percent; threefold, as a change upwards, is 200 percent more."""
    unit = draft.quantity.unit if draft.quantity else None
    if unit == "fraction":
        return round(100 * value, 2)
    if draft.kind == "change":
        value = abs(value)
        if unit in ("fold", "times"):
            return round(100 * (value - 1) if draft.direction != "down" else 100 * (1 - 1 / max(value, 1)), 2)
    return value


def gapped(source: Source, quantity: Quantity, last: Draft | None) -> Draft | None:
    """The draft of a figure that goes on with the `last` one; None where it doesn't."""
    if last is None or last.quantity is None or not _near(source, quantity, last):
        return None
    if last.kind == "level" and last.quantity.unit == quantity.unit and quantity.unit and _before(source, quantity):
        return replace(_of(last, quantity, last.anchor, None), base=True)
    if last.quantity.unit == quantity.unit:
        return _repeated(source, quantity, last)
    lead = source.parse.words[quantity.lead].lower if quantity.lead is not None else ""
    if last.kind != "change" or not quantity.money or lead not in joins().reached:
        return None
    level = replace(last, kind="level", direction=None, unit=quantity.unit)  # "up 12 percent, at $2 bn"
    return _of(level, quantity, last.anchor, None)


def _before(source: Source, quantity: Quantity) -> bool:
    """ "…, compared with 280 million in 2017"."""
    said = [w.lower for w in source.parse.words[max(0, (quantity.lead or 0) - 1) : (quantity.lead or 0) + 1]]
    return " ".join(said) in joins().base


def _near(source: Source, quantity: Quantity, last: Draft) -> bool:
    """In the same sentence, a few words behind, with no verb between."""
    words = source.parse.words
    between = range(last.quantity.words[-1] + 1, quantity.words[0]) if last.quantity else range(0)
    return (
        words[last.anchor].sentence == words[quantity.head].sentence
        and len(between) <= GAP
        and not any(words[w].pos == "VERB" and w not in (quantity.lead, (quantity.lead or 0) - 1) for w in between)
    )


def _repeated(source: Source, quantity: Quantity, last: Draft) -> Draft | None:
    """The same said of another measure ("and imports by 14"), or of a part ("including 3 percent in May")."""
    part = quantity.lead is not None and source.parse.words[quantity.lead].lower in joins().within
    behind = range(last.quantity.words[-1] + 1, quantity.words[0]) if last.quantity else range(0)
    listed = (source.measures.listed(w) for w in behind if source.parse.words[w].pos != "VERB")
    found = next((f for f in listed if f and f.sort in ("flow", "stock")), None)
    if part:
        return _of(last, quantity, found.word if found else last.anchor, found)
    if last.kind == "level" and quantity.money and _joined(source, quantity, last):
        return _of(last, quantity, last.anchor, found)
    return _of(last, quantity, found.word, found) if found and quantity.relative else None


def _joined(source: Source, quantity: Quantity, last: Draft) -> bool:
    """ "$390 million in 2019, and at $800 million in 2020": the next sum of the same, each with its own time."""
    word, before = source.parse.words[quantity.head], last.quantity
    if word.dep != "conj" or before is None or word.head != before.head:
        return False
    end = source.parse.sentences[word.sentence].span[1]
    first, second = (source.parse.times_in((w.start, end)) for w in (source.parse.words[before.head], word))
    return bool(first and second) and first[0].start != second[0].start


def _of(last: Draft, quantity: Quantity, anchor: int, found: Found | None) -> Draft:
    words = tuple(sorted({*(found.words if found else ()), *quantity.shown}))
    draft = replace(
        last, anchor=anchor, words=words, measure=found or last.measure, quantity=quantity, bound=quantity.bound
    )
    return replace(draft, value=worth(draft, quantity.value))
