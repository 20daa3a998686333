"""Chains: a statement inside another's content gets it as parent, and media above it as its channel."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from legation.records import Span, Statement


def nested(statements: Sequence[Statement]) -> list[Statement]:
    """The same statements with `parent` and `via` set; via runs from the outermost outlet inwards."""
    by_id = {s.id: s for s in statements}
    parents = {s.id: _parent(s, statements) for s in statements}
    out = []
    for s in statements:
        chain, above = [], parents[s.id]
        while above is not None and len(chain) < 8:
            chain.append(by_id[above])
            above = parents[above]
        media = [r for p in reversed(chain) for r in (*p.via, *p.speakers) if r.sector == "MED"]
        via = tuple({r.actor or r.text: r for r in (*media, *s.via)}.values())
        out.append(msgspec.structs.replace(s, parent=parents[s.id], via=via))
    return out


def _parent(statement: Statement, others: Sequence[Statement]) -> str | None:
    """The smallest other statement whose content holds this one's cue and content."""
    if statement.cue is None:
        return None
    holding = [o for o in others if o.id != statement.id and o.cue is not None and _within(statement.cue.span, o.content.spans)]
    return min(holding, key=lambda o: sum(b - a for a, b in o.content.spans)).id if holding else None


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in spans)
