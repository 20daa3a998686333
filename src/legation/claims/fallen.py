"""Why a draft is no claim: nobody it is about, nothing between states, not asserted, no date."""

from __future__ import annotations

from legation.claims.draft import Draft
from legation.claims.parties import Dyad
from legation.claims.periods import Dates
from legation.claims.source import Source
from legation.records import Status


def fallen(source: Source, draft: Draft, held: Status, dates: Dates, dyad: Dyad) -> str | None:
    """Why a draft is no claim: nobody it is about, not asserted, or a noun of no relation."""
    if len(dyad.ids) < _parties(draft):
        return "no party" if not dyad.ids else "one party only"
    if draft.rule.needs and not any(i.startswith(draft.rule.needs) for i in dyad.ids):
        return f"no {draft.rule.needs}"
    if reason := _unrelated(draft, dyad) or _vague(source, draft, dyad):
        return reason
    if draft.rule.dated and not (dates.period or dates.baseline):
        return "no date"
    moved = draft.kind == "change" and draft.direction != "flat"
    if held == "denied" and draft.kind != "exclusive" and (moved or not draft.rule.phrase) and not draft.rule.below:
        return "denied"
    return None if _asserted(source, draft, held, dates) else f"not asserted: {held}"


def _parties(draft: Draft) -> int:
    """How many sides a claim must have: both where something goes from one to the other, or is done together."""
    entry = draft.measure.entry if draft.measure else None
    if entry is None or draft.kind not in ("level", "change", "count"):
        return draft.rule.parties
    both = entry.name in ("share", "nationals", "contracts", "fines") or (
        entry.sort == "contact" and not entry.directed and draft.rule.name is None
    )
    given = entry.sort == "flow" and bool(entry.directed) and not entry.national
    return 2 if both or given else draft.rule.parties


def _vague(source: Source, draft: Draft, dyad: Dyad) -> str | None:
    """What is told of nobody in the sentence: a description, a first time, a measure from elsewhere."""
    measure = draft.measure
    if draft.kind == "comparison" and measure is not None and measure.far and not measure.pointed:
        return "no measure"
    if draft.kind == "count" and draft.value == 1 and (dyad.view or len(dyad.ids) < 2):
        return "no party"
    if not dyad.view:
        return None
    far = measure is not None and measure.far and not measure.pointed and (measure.sort != "flow" or len(dyad.ids) < 2)
    return "no party" if draft.rule.around or far or not source.parties.near(dyad.ids, draft.anchor) else None


def _unrelated(draft: Draft, dyad: Dyad) -> str | None:
    """What is no matter between states: an unlisted noun without its parties, a loose claim with none of its own."""
    entry = draft.measure.entry if draft.measure else None
    named = draft.kind in ("dated", "rank", "exclusive") and not dyad.view
    if draft.measure and entry is None and not named and (len(dyad.ids) < 2 or dyad.view):
        return "a measure of no relation"
    if not dyad.view:
        return None
    sort = entry.sort if entry else ""
    if entry and entry.national and not entry.directed:
        return "no party"
    if draft.kind in ("exclusive", "comparison"):
        return "no party"
    loose = draft.value is None and draft.kind in ("change", "trend") and sort in ("contact", "stock", "goods")
    return "no party" if loose or (sort == "stock" and draft.rule.sorts) else None


def _asserted(source: Source, draft: Draft, held: Status, dates: Dates) -> bool:
    """What is planned or possible is a claim where its time lies ahead (a target), or is over (an approval then)."""
    if held not in ("possible", "planned") or draft.kind in ("exclusive", "rank"):
        return True
    if held == "planned" and (draft.kind == "count" or (draft.kind == "level" and _past(source, dates))):
        return True
    return draft.kind != "dated" and _ahead(source, dates)


def _past(source: Source, dates: Dates) -> bool:
    """What was planned or approved for a time that is over by publication."""
    published = source.parse.document.published
    return bool(dates.period and dates.period.end and published and dates.period.end <= published)


def _ahead(source: Source, dates: Dates) -> bool:
    """A forecast or a target says its time: it ends after publication."""
    published = source.parse.document.published
    return bool(dates.period and published and (dates.period.end or dates.period.start or "") > published)
