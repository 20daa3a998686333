"""Status: whether predicates happened, against the readers' ratings of UDS "It Happened", from raw text.

Each sentence of the set is read as a text of its own, by our sentences, tree and rules. The gold gives a predicate's
`happened` (1 all raters say so, 0 none, between: they differ) and `norm`, the mean of the raters' signed, normalised
confidences. A predicate that we have no word for is taken to have happened.

- did not happen: precision, recall and F1 over the clear cases (`happened` 0 or 1); ours is a value below 0
- the same by the five-way status: ours is `denied`, `planned` or `possible`
- r: Pearson's correlation of our value with `norm`, over all predicates
The values of the rules were fitted on the dev set (`training/status/fit.py`, which also prints r and F1 across its two
halves, split by document): half 0 is where rules were developed; half 1 was not read.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from legation.evaluation.figure import Figure, f1
from legation.language import Factuality, Frames, Parse, parse
from legation.language.status import Cue, verdict
from legation.language.status.walk import Walk
from legation.records import Document, Span

SETS = {"dev": ("UDS dev", True), "test": ("UDS test", False)}
FLOORS = {"did not happen F1": 80.0, "Pearson r × 100": 70.0}
UNREAL = frozenset({"denied", "planned", "possible"})


@dataclass(frozen=True, slots=True)
class Rated:
    """A predicate with the readers' judgement, the cues we find, and the half of the set its document falls into."""

    happened: float
    rating: float
    cues: tuple[Cue, ...]
    half: int

    @property
    def found(self) -> Factuality:
        return verdict(self.cues)


def measure(data: Path) -> Iterator[Figure]:
    """F1 of "did not happen" and Pearson's r, in percent; the test set is measured where the folder has it."""
    for name, (title, needed) in SETS.items():
        path = data / f"status/factuality_uds_{name}.jsonl.gz"
        if needed or path.exists():
            yield from _figures(title, list(rated(path)), FLOORS)


def _figures(title: str, found: list[Rated], floors: dict[str, float]) -> Iterator[Figure]:
    scores = score(found)
    for measure, value in scores.items():
        yield Figure("status", title, measure, value, floors.get(measure))
    for half in sorted({each.half for each in found}):
        own = score([each for each in found if each.half == half])
        for measure in FLOORS:
            yield Figure("status", f"{title}, half {half}", measure, own[measure])


def score(found: list[Rated]) -> dict[str, float]:
    """Precision, recall, F1 and r, in percent."""
    by_value = unhappened(found, lambda each: each.found.value < 0)
    by_status = unhappened(found, lambda each: each.found.status in UNREAL)
    r = float(np.corrcoef([each.found.value for each in found], [each.rating for each in found])[0, 1])
    names = ("did not happen precision", "did not happen recall", "did not happen F1")
    return {
        **dict(zip(names, by_value, strict=True)),
        "did not happen F1, by status": by_status[2],
        "Pearson r × 100": 100 * r,
    }


def unhappened(found: Iterable[Rated], ours: Callable[[Rated], bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of "did not happen" over the clear cases, in percent."""
    clear = [each for each in found if each.happened in (0.0, 1.0)]
    gold = [each.happened == 0 for each in clear]
    said = [ours(each) for each in clear]
    right = sum(g and s for g, s in zip(gold, said, strict=True))
    return 100 * right / max(1, sum(said)), 100 * right / max(1, sum(gold)), f1(right, sum(said), sum(gold))


def rated(path: Path) -> Iterator[Rated]:
    """Every predicate of a set with what we find."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            yield from _sentence(row)


def _sentence(row: dict[str, Any]) -> Iterator[Rated]:
    parsed = parse(Document(id=row["sent_id"], text=row["text"]))
    frames, spans, half = Frames(parsed), list(_spans(row["text"], row["tokens"])), half_of(row["doc_id"])
    for predicate in row["preds"]:
        word = _word(parsed, spans[predicate["i"] - 1])
        cues = tuple(Walk(frames).cues(frames.at(word))) if word is not None else ()
        yield Rated(predicate["happened"], predicate["norm"], cues, half)


def half_of(document: str) -> int:
    """0 or 1, by a hash of the document's name, so that a document is in one half only."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2


def _spans(text: str, tokens: Iterable[str]) -> Iterator[Span | None]:
    """Where the tokens of the gold stand in its text."""
    at = 0
    for token in tokens:
        start = text.find(token, at)
        yield (start, start + len(token)) if start >= 0 else None
        at = start + len(token) if start >= 0 else at


def _word(parsed: Parse, span: Span | None) -> int | None:
    if span is None:
        return None
    return next((w.i for w in parsed.words if w.start < span[1] and span[0] < w.end), None)
