"""The decision behind each draft of a claim, for `legation why`."""

from __future__ import annotations

from collections.abc import Iterator

from legation.claims.draft import Draft
from legation.claims.source import Source
from legation.decisions import Decision, Slot
from legation.records import Claim


def decision(source: Source, draft: Draft, row: Claim | None) -> Decision:
    """What became of a draft: its row, or why it fell."""
    parse = source.parse
    span = row.span if row else parse.span(draft.words)
    return Decision(
        kind="claim",
        kept=row is not None,
        reason=draft.reason or "coded",
        span=span,
        text=parse.slice(span),
        sentence=parse.words[draft.anchor].sentence,
        rule=draft.rule.id,
        source=draft.rule.at,
        row=row.id if row else None,
        slots=tuple(_slots(source, draft)),
        detail=draft.detail,
    )


def _slots(source: Source, draft: Draft) -> Iterator[Slot]:
    parse = source.parse
    word = parse.words[draft.anchor]
    yield Slot(name="trigger", text=word.text, span=(word.start, word.end), value=word.lemma)
    if draft.quantity:
        yield Slot(
            name="value",
            text=parse.slice(draft.quantity.span),
            span=draft.quantity.span,
            value=f"{draft.value if draft.value is not None else draft.quantity.value:g} {draft.unit or ''}".strip(),
        )
    for name, found in (("measure", draft.measure), ("second measure", draft.second)):
        if found:
            span = parse.span(found.words)
            yield Slot(name=name, text=parse.slice(span), span=span, value=found.name)
