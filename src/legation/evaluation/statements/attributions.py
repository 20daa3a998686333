"""Attributions of PolNeAR dev by its scorer (measure only; no part of the set may be copied or trained on).

PolNeAR marks one level only, so statements that lie within another's content are left out, and a source is the whole
noun phrase as written. A crude rule reaches found 67.7, source + content 54.7, source exact 58.7; people among each
other 85.6, 79.2, 77.7.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from legation.evaluation.figure import Figure
from legation.evaluation.statements.coding import read, rows, statements
from legation.evaluation.statements.written import joined, sources
from legation.language import Parse
from legation.records import Span, Statement

# Scorer's row → our floor of its F1.
FLOORS = {"attr found": 77.0, "attr src+content": 70.4, "source exact": 69.8}
NAMES = {"attr found": "found F1", "attr src+content": "source and content F1", "source exact": "source exact F1"}
Attribution = dict[str, list[Span]]


def measure(data: Path) -> Iterator[Figure]:
    """F1 in percent of found, source and content together, and source alone; other rows of the scorer have no floor."""
    gold = rows(data / "attribution/polnear_dev.jsonl.gz")
    pairs = ((row, attributions(read(row["doc_id"], row["text"], row["dct"]))) for row in gold)
    for name, row in scored(data / "scorers/score_attribution.py", pairs).items():
        if isinstance(row, tuple):
            note = f"P {row[0]} R {row[1]}"
            yield Figure("attributions", "PolNeAR dev", NAMES.get(name, f"{name} F1"), row[2], FLOORS.get(name), note)


def attributions(parsed: Parse) -> list[Attribution]:
    """The outermost statements of a parse as source, cue and content spans."""
    return [attribution(parsed, s) for s in statements(parsed) if s.parent is None and s.cue is not None]


def attribution(parsed: Parse, statement: Statement) -> Attribution:
    """One statement in the form of the scorer."""
    cue = [statement.cue.span] if statement.cue else []
    content = [(joined(parsed, a), b) for a, b in statement.content.spans]
    return {"source": sources(parsed, statement), "cue": cue, "content": content}


def scored(path: Path, pairs: Iterable[tuple[dict[str, Any], list[Attribution]]]) -> dict[str, Any]:
    """The report of the scorer at `path` over documents and their predictions; FileNotFoundError without it."""
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(2, "no scorer", str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scorer = module.Scorer()
    for gold, found in pairs:
        scorer.doc(gold["text"], found, gold["attributions"])
    report: dict[str, Any] = scorer.report()
    return report
