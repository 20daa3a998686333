"""To whom and when: the recipients and the times of saying that FactAppeal val marks.

One is found where some statement whose content shares text with the appeal of its sentence has an addressee, or a
time, that shares text with it. The set is small (13 recipients, 11 times), so these figures have no floor. Its
texts have no date; they are read as of one day, as "last month" tells no days without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from legation.evaluation.figure import Figure
from legation.evaluation.statements.chains import PUBLISHED
from legation.evaluation.statements.coding import overlap, read, rows, statements
from legation.records import Span, Statement

TAGS = {"Recipient": "recipients found", "Appeal_Time": "times of saying found", "Source": "sources found"}


def measure(data: Path) -> Iterator[Figure]:
    """Percent of the marked recipients, times and sources that our statements give."""
    seen: dict[str, list[bool]] = {tag: [] for tag in TAGS}
    for row in rows(data / "attribution/factappeal_val.jsonl.gz"):
        if not any(span["tag"] in TAGS for span in row["spans"]):
            continue
        found = statements(read(row["id"], row["text"], PUBLISHED))
        for span in row["spans"]:
            if span["tag"] in TAGS:
                seen[span["tag"]].append(_given(span, found))
    for tag, held in seen.items():
        value = 100 * sum(held) / max(1, len(held))
        yield Figure("told", f"FactAppeal val ({len(held)})", TAGS[tag], value)


def _given(span: dict[str, Any], found: Sequence[Statement]) -> bool:
    wanted = [(span["s"], span["e"])]
    return any(overlap(_spans(span["tag"], s), wanted) for s in found)


def _spans(tag: str, statement: Statement) -> list[Span]:
    if tag == "Appeal_Time":
        return [statement.date.span] if statement.date.span else []
    refs = statement.addressees if tag == "Recipient" else (*statement.speakers, *statement.via)
    return [ref.span for ref in refs]
