"""The shipped model: words of sentences → heads, labels, tags and name tags, by onnxruntime.

`training/language` builds its graphs. `syntax.onnx` reads embedded pieces and gives scores of arcs, tags and log
probabilities of name tags; `labels.onnx` labels the arcs that the tree takes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legation.language.embeddings import MODEL, Embeddings, embeddings, filled, runs, session
from legation.language.pieces import Pieces
from legation.language.tree import best_tree, lifted

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence: per word its head (0 root, else 1-based), label, UPOS and XPOS.

    `name_scores` are log probabilities, shape (words, 7), of the tags in `names.TAGS`.
    """

    heads: list[int]
    labels: list[str]
    upos: list[str]
    xpos: list[str]
    name_scores: NDArray[np.float32]


class Encoder:
    """The int8 encoder with its heads; `threads` for each run, one by default."""

    def __init__(self, folder: Path = MODEL, threads: int = 1) -> None:
        self._syntax, self._labeller = (session(folder / name, threads) for name in ("syntax.onnx", "labels.onnx"))
        self._embed = embeddings() if folder == MODEL and threads == 1 else Embeddings(folder, threads)
        self._labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text("utf8"))

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis | None]:
        """One Analysis per sentence, None where it has no words or more than 510 wordpieces."""
        out: list[Analysis | None] = [None] * len(sentences)
        cut = [self._embed.cut(words) for words in sentences]
        for batch in runs(cut):
            for index, analysis in zip(batch, self._run([cut[i] for i in batch]), strict=True):
                out[index] = analysis
        return out

    def _run(self, batch: Sequence[Pieces]) -> Iterator[Analysis]:
        wide = len(batch), max(len(p.first) for p in batch)
        first, last = filled([p.first for p in batch], wide), filled([p.last for p in batch], wide)
        given = self._embed(batch)
        arc, dependents, heads, upos, xpos, names = self._syntax.run(
            None, {"vectors": given.vectors, "mask": given.mask, "first": first, "last": last}
        )
        trees = [_tree(arc[row, : len(p.first), : len(p.first) + 1]) for row, p in enumerate(batch)]
        chosen = {"dependents": dependents, "heads": heads, "chosen": filled(trees, wide)}
        (labels,) = self._labeller.run(None, chosen)
        for row, tree in enumerate(trees):
            n = len(tree)
            named = self._read("label", labels[row, :n])
            yield Analysis(
                lifted(tree, named),
                named,
                self._read("upos", upos[row, :n]),
                self._read("xpos", xpos[row, :n]),
                names[row, :n],
            )

    def _read(self, key: str, ids: Sequence[int] | Array) -> list[str]:
        labels = self._labels[key]
        return [labels[i] for i in ids]

    def __reduce__(self) -> tuple[Any, ...]:
        return Encoder, ()


def _tree(arc: NDArray[np.float32]) -> list[int]:
    """The best tree over the scores of one sentence; no word is its own head."""
    n = len(arc)
    arc = arc - arc.max(1, keepdims=True)
    arc -= np.log(np.exp(arc).sum(1, keepdims=True))
    arc[np.arange(n), np.arange(n) + 1] = -1e4
    return best_tree(arc)
