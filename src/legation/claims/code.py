"""Drafts → claims: one row for one assertion, with its dyad, dates and the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from msgspec.structs import replace as replace_

from legation.actors import Actors
from legation.claims.confidence import confidence
from legation.claims.counts import counts
from legation.claims.draft import Draft
from legation.claims.dyad import Dyad
from legation.claims.fallen import fallen, wished
from legation.claims.inherited import inherited
from legation.claims.money import currency
from legation.claims.once import said_once
from legation.claims.periods import Clock, Dates
from legation.claims.source import Source
from legation.claims.trace import decision
from legation.claims.values import Values
from legation.claims.wordings import Wordings
from legation.decisions import Decision
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.status import status
from legation.records import Claim, content_id

SPREAD = 14
# Kinds that have a base period.
COMPARED = frozenset({"change", "trend", "rank", "comparison"})


@dataclass(frozen=True, slots=True)
class Coded:
    """The claims of a document and every decision behind them."""

    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]


def code(frames: Frames, actors: Actors) -> Coded:
    """The claims of a parse; `statement` and `event` are set by the coder, which knows all stages."""
    source = Source(frames, actors)
    coded = drafted(source)
    decisions = [decision(source, draft, row) for row, draft in coded]
    kept = {r.id: r for r in said_once(row for row, _ in coded if row is not None)}
    decisions = [
        d if d.row is None or d.row in kept else replace_(d, kept=False, row=None, reason="said by another claim")
        for d in decisions
    ]
    return Coded(tuple(sorted(kept.values(), key=lambda r: (r.span, r.id))), tuple(decisions))


def drafted(source: Source) -> list[tuple[Claim | None, Draft]]:
    """Each draft of a parse with its row, None where it fell; two may say the same."""
    clock = Clock(source.parse)
    coded = [_row(source, clock, draft) for draft in _distinct(_drafts(source))]
    return list(inherited(source, _with_figures(coded)))


def _with_figures(coded: list[tuple[Claim | None, Draft]]) -> Iterator[tuple[Claim | None, Draft]]:
    """A change told by two figures ("from $2bn in 2018 to $4bn in 2019") has the periods of both."""
    figures = {
        (d.anchor, d.base): row
        for row, d in coded
        if row is not None and row.kind == "level" and d.rule.kind == "change"
    }
    for row, draft in coded:
        after, before = figures.get((draft.anchor, False)), figures.get((draft.anchor, True))
        if row is not None and row.kind == "change" and (after or before):
            period = after.period if after and row.value is None and after.period else row.period
            row = replace_(row, period=period, baseline=row.baseline or (before.period if before else None))
        yield row, draft


def _drafts(source: Source) -> Iterator[Draft]:
    values = Values(source)
    numbered = list(values.drafts())
    counted = list(counts(source, {d.quantity.head for d in numbered if d.quantity and not d.reason}))
    used = frozenset(
        w for d in (*numbered, *counted) if not d.reason for w in d.words if w != d.anchor or d.kind == d.rule.kind
    )
    yield from (*numbered, *counted, *Wordings(source, used).drafts())


def _distinct(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Of two drafts of one kind over the same words the first; what fell is kept for the trace."""
    taken: dict[tuple[str, object], set[int]] = {}
    for draft in drafts:
        key = (draft.kind, (draft.value, draft.bound) if draft.quantity else None)
        same = taken.setdefault(key, set())
        if draft.reason is None and same & set(draft.words):
            yield replace(draft, reason="same words as another claim")
            continue
        if draft.reason is None:
            same.update(draft.words)
        yield draft


# --- one row


def _row(source: Source, clock: Clock, draft: Draft) -> tuple[Claim | None, Draft]:
    """The claim of a draft, or None and the draft with the reason why it was dropped."""
    if draft.reason:
        return None, draft
    parse, frame = source.parse, source.frame(draft.anchor)
    factuality = status(source.frames, frame)
    held, cues = factuality.status, factuality.cues
    if held in ("occurred", "ongoing") and wished(source, draft):
        held = "planned"
    dates = _dates(source, clock, draft, frame, ahead=held in ("possible", "planned"))
    dyad = _dyad(source, draft)
    if draft.kind == "comparison" and len(dyad.ids) == 1:
        dyad = source.parties.around(draft.anchor)
    reason = fallen(source, draft, held, dates, dyad)
    if reason:
        return None, replace(draft, reason=reason)
    unit = currency(parse, draft.quantity, dyad.ids) or draft.unit
    draft = replace(draft, unit=unit, view=dyad.view, held=held)
    words = sorted({*draft.words, *_near(source, draft), *dates.words})
    span = parse.span(w for w in words if parse.words[w].sentence == frame.sentence)
    claim = Claim(
        id=content_id(
            "claim",
            parse.document.id,
            draft.kind,
            draft.measure and draft.measure.name,
            dyad.ids,
            draft.value,
            draft.bound,
            span,
        ),
        kind=draft.kind,
        measure=draft.measure.name if draft.measure else None,
        dyad=dyad.ids,
        direction=draft.direction,
        value=draft.value,
        unit=draft.unit,
        bound=draft.bound if draft.value is not None else None,
        period=dates.period,
        baseline=dates.baseline if draft.kind in COMPARED else None,
        span=span,
        sentence=frame.sentence,
        text=parse.slice(span),
        confidence=confidence(draft, len(dyad.ids), dates.period is not None),
        why=(draft.rule.id, *dict.fromkeys(c.rule.id for c in cues)),
    )
    return claim, draft


def _dates(source: Source, clock: Clock, draft: Draft, frame: Frame, *, ahead: bool) -> Dates:
    """The dates of a draft: its own, else those of its measure, else of the verb whose noun it describes."""
    others = {w for q in source.quantities if q is not draft.quantity for w in q.words}
    shown = draft.quantity.words if draft.quantity else draft.words
    if draft.base:
        return clock.own(shown, others)
    bases = [q.words[-1] for q in source.quantities if q is not draft.quantity and source.begins(q)]
    dates = clock.dates(draft.rule, frame, shown, others, bases=bases, than=draft.than, ahead=ahead)
    if not draft.measure or dates.period:
        return dates
    if dates.baseline:  # "exports in 2020 were the highest since 2008"
        own = clock.within(draft.measure.word, calendar=True).period
        return replace(dates, period=own) if own and own.text != dates.baseline.text else dates
    found = clock.within(draft.measure.word, calendar=draft.rule.dated)
    if not found.period and source.parse.words[frame.verb].dep == "acl:relcl":  # "the raid last year that killed"
        found = clock.within(source.parse.words[frame.verb].head, calendar=draft.rule.dated)
    carrier = source.carrier(draft.anchor)
    if found.period or carrier is None:
        return found
    return clock.dates(draft.rule, source.frame(carrier), shown, others, bases=bases, ahead=ahead)


def _dyad(source: Source, draft: Draft) -> Dyad:
    parties = source.parties
    if draft.rule.whole:
        subjects = [w for w in source.subjects(draft.anchor) if source.measures.listed(w)]
        whole = draft.quantity and (source.of(draft.quantity) or subjects or source.counted(draft.quantity))
        return parties.share(draft.anchor, whole) if whole else Dyad(())
    return (
        parties.around(draft.anchor)
        if draft.rule.around
        else parties.of(draft.measure, draft.anchor, source.earlier(draft))
    )


def _near(source: Source, draft: Draft) -> Iterator[int]:
    """The measure's words, where they stand in the claim's sentence and near it."""
    for found in (draft.measure, draft.second):
        if found and not found.far and all(abs(w - draft.anchor) < SPREAD for w in found.words):
            yield from (
                w for w in found.words if source.parse.words[w].sentence == source.parse.words[draft.anchor].sentence
            )
