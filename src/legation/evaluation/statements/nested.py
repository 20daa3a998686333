"""Nested attributions: those of GUM's discourse layer, in its 24 news documents, that lie within another's content.

An attribution is found where a statement shares text with its frame ("the minister said") by cue or speaker and half
of the two contents is the same text; GUM's contents are whole clauses, so their edges are only near ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from legation.evaluation.figure import Figure
from legation.evaluation.statements.coding import characters, overlap, read, rows, statements
from legation.records import Span, Statement

FLOOR = 60.0
SHARED = 0.5


def measure(data: Path) -> Iterator[Figure]:
    """Percent found of all attributions and of the nested ones, and of those also given as nested."""
    every, nested, placed = list[bool](), list[bool](), list[bool]()
    for row in rows(data / "attribution/attribution_gum.jsonl.gz"):
        if row["genre"] != "news":
            continue
        found = statements(read(row["doc_id"], row["text"], row["dct"]))
        for gold in row["attributions"]:
            fits = [s for s in found if _fits(gold, s)]
            every.append(bool(fits))
            if any(_within(gold, other) for other in row["attributions"]):
                nested.append(bool(fits))
                placed.append(any(s.parent for s in fits))
    for name, held, floor in (
        ("found", every, None),
        ("nested found", nested, FLOOR),
        ("nested as such", placed, None),
    ):
        yield Figure("nested", f"GUM news ({len(held)})", name, 100 * sum(held) / max(1, len(held)), floor)


def _within(gold: dict[str, Any], other: dict[str, Any]) -> bool:
    own = characters(_spans(gold, "cue"))
    return other is not gold and bool(own) and own <= characters(_spans(other, "content"))


def _spans(gold: dict[str, Any], role: str) -> Sequence[Span]:
    return [(a, b) for a, b in gold[role]]


def _fits(gold: dict[str, Any], statement: Statement) -> bool:
    told = [ref.span for ref in statement.speakers] + ([statement.cue.span] if statement.cue else [])
    ours, theirs = characters(statement.content.spans), characters(_spans(gold, "content"))
    return overlap(told, _spans(gold, "frame")) and len(ours & theirs) >= SHARED * min(len(ours), len(theirs)) > 0
