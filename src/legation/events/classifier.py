"""The relation head: a sentence with a marked source and target → how likely each type and mode is.

`training/events` builds the graph: layers of its own over the embeddings that the parser reads, trained on sentences
written for it. It knows no actors and no rules, so it can doubt what a rule says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legation.language.embeddings import embeddings, filled, runs, session
from legation.language.pieces import Pieces
from legation.ontology import TYPES
from legation.records import Span

MODEL = Path(__file__).parent / "model"
NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of a sentence and the words, first and past the last, of its source and of its target (0, 0: none)."""

    words: tuple[str, ...]
    source: tuple[int, int]
    target: tuple[int, int] = (0, 0)

    @property
    def roles(self) -> list[int]:
        """Per word 1 in the source, 2 in the target, else 0."""
        out = [0] * len(self.words)
        for role, (first, last) in ((1, self.source), (2, self.target)):
            out[first:last] = [role] * (last - first)
        return out


@dataclass(frozen=True, slots=True)
class Scores:
    """Probabilities of each (type, mode) – mode "" is the type as such –, given an act; and that there is no act."""

    labels: dict[tuple[str, str], float]
    none: float

    def summed(self, by: Callable[[str, str | None], str]) -> dict[str, float]:
        """Probabilities, which sum to 1, of what `by` makes of type and mode."""
        out = dict.fromkeys(TYPES, 0.0)
        for (kind, mode), value in self.labels.items():
            out[by(kind, mode or None)] += value
        return out

    def of(self, type: str) -> float:
        """The probability of a type."""
        return sum(value for (kind, _), value in self.labels.items() if kind == type)

    def weighed(self, by: Callable[[str, str | None], float]) -> Scores:
        """The scores after the odds of each type and mode are multiplied by `by` of them."""
        raised = {(kind, mode): value * by(kind, mode or None) for (kind, mode), value in self.labels.items()}
        total = sum(raised.values())
        return Scores({label: value / total for label, value in raised.items()}, self.none)

    @property
    def type(self) -> str:
        """The likeliest type."""
        totals = self.summed(lambda kind, _: kind)
        return max(totals, key=totals.__getitem__)

    def mode(self, type: str) -> str | None:
        """The likeliest mode of a type; None where it has none."""
        modes = {mode: value for (kind, mode), value in self.labels.items() if kind == type and mode}
        return max(modes, key=modes.__getitem__, default=None)


class Classifier:
    """The shipped relation head; pickles to a new process as itself."""

    def __init__(self, folder: Path = MODEL, threads: int = 1) -> None:
        self._graph = session(folder / "classifier.onnx", threads)
        self._embed = embeddings()
        labels = json.loads((folder / "labels.json").read_text("utf8"))
        self._labels: list[tuple[str, str]] = [label.partition("/")[::2] for label in labels]

    def __call__(self, pairs: Sequence[Pair]) -> list[Scores | None]:
        """The scores of each pair, None where the sentence has more than 510 wordpieces."""
        out: list[Scores | None] = [None] * len(pairs)
        cut = [self._embed.cut(pair.words) for pair in pairs]
        for batch in runs(cut):
            for i, row in zip(batch, self._run([cut[i] for i in batch], [pairs[i] for i in batch]), strict=True):
                out[i] = self._read(row)
        return out

    def _run(self, cut: Sequence[Pieces], pairs: Sequence[Pair]) -> NDArray[np.float64]:
        given = self._embed(cut)
        roles = filled([piece_roles(p, pair.roles) for p, pair in zip(cut, pairs, strict=True)], given.mask.shape)
        (scores,) = self._graph.run(None, {"vectors": given.vectors, "mask": given.mask, "roles": roles})
        scores = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
        return scores / scores.sum(1, keepdims=True)  # type: ignore[no-any-return]

    def _read(self, row: NDArray[np.float64]) -> Scores:
        found = dict(zip(self._labels, row.tolist(), strict=True))
        none = sum(value for (kind, _), value in found.items() if kind == NONE)
        return Scores({label: v / max(1 - none, 1e-9) for label, v in found.items() if label[0] != NONE}, none)

    def __reduce__(self) -> tuple[type[Classifier], tuple[()]]:
        return Classifier, ()


def piece_roles(cut: Pieces, roles: Sequence[int]) -> list[int]:
    """The roles of words as those of their pieces."""
    out = [0] * len(cut.ids)
    for first, last, role in zip(cut.first, cut.last, roles, strict=True):
        if first:
            out[first : last + 1] = [role] * (last + 1 - first)
    return out


def words_in(span: Span | None, words: Sequence[Span]) -> tuple[int, int]:
    """Which of the words, each [start, end), a span touches: the first and past the last; (0, 0) where none.

    >>> words_in((6, 14), [(0, 5), (6, 13), (14, 18)])
    (1, 2)
    """
    inside = span and [i for i, (start, end) in enumerate(words) if start < span[1] and span[0] < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


@lru_cache(maxsize=1)
def classifier() -> Classifier:
    """The shipped head, loaded when first used."""
    return Classifier()
