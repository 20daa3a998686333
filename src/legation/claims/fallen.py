"""Why a draft is no claim: nobody it is about, nothing between states, not asserted, no date."""

from __future__ import annotations

from legation.claims.draft import Draft, Source
from legation.claims.parties import Dyad
from legation.claims.periods import Dates
from legation.records import Status


def fallen(source: Source, draft: Draft, held: Status, dates: Dates, dyad: Dyad) -> str | None:
    """Why a draft is no claim: nobody it is about, not asserted, or a noun of no relation."""
    if len(dyad.ids) < draft.rule.parties:
        return "no party" if not dyad.ids else "one party only"
    if draft.rule.needs and not any(i.startswith(draft.rule.needs) for i in dyad.ids):
        return f"no {draft.rule.needs}"
    if reason := _unrelated(draft, dyad):
        return reason
    if draft.rule.dated and not (dates.period or dates.baseline):
        return "no date"
    if held == "denied" and draft.kind != "exclusive" and not (draft.rule.phrase or draft.rule.below):
        return "denied"
    return None if _asserted(source, draft, held, dates) else f"not asserted: {held}"


def _unrelated(draft: Draft, dyad: Dyad) -> str | None:
    """What is no matter between states: an unlisted noun without its parties, a loose claim with none of its own."""
    entry = draft.measure.entry if draft.measure else None
    named = draft.kind in ("dated", "rank", "exclusive")
    if draft.measure and entry is None and not named and (len(dyad.ids) < 2 or dyad.view):
        return "a measure of no relation"
    if not dyad.view:
        return None
    sort = entry.sort if entry else ""
    if entry and entry.national and not entry.directed:
        return "no party"
    if draft.kind == "exclusive" or (draft.kind == "comparison" and sort not in ("flow", "relation")):
        return "no party"
    loose = draft.value is None and draft.kind in ("change", "trend") and sort in ("contact", "stock", "goods")
    return "no party" if loose or (sort == "stock" and draft.rule.sorts) else None


def _asserted(source: Source, draft: Draft, held: Status, dates: Dates) -> bool:
    """What is planned or possible is a claim where its time lies ahead (a target), or is over (an approval then)."""
    if held not in ("possible", "planned") or draft.kind in ("exclusive", "rank"):
        return True
    if held == "planned" and (draft.kind == "count" or (draft.kind != "dated" and _past(source, dates))):
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
