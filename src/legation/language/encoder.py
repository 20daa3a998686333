"""The shipped model: words of sentences → heads, labels, tags and name tags, by onnxruntime.

The graph has inputs `ids`, `mask`, `first` and outputs `arc`, `dependents`, `heads`, `upos`, `xpos`, `names`;
`training/language` builds it. Labels are scored outside the graph, for the chosen heads only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from legation.language.tree import best_tree

MODEL = Path(__file__).parent / "model"
MAX_PIECES = 510
BATCH_PIECES = 4000
# Marks that news prints and the training text doesn't: read as their plain twins, for the model only.
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence: per word its head (0 root, else 1-based), label, UPOS, XPOS and name tag (BIO)."""

    heads: list[int]
    labels: list[str]
    upos: list[str]
    xpos: list[str]
    names: list[str]


@dataclass(frozen=True, slots=True)
class _Pieces:
    index: int
    ids: list[int]
    first: list[int]


class Encoder:
    """The int8 encoder with its heads; one thread, batches of sentences of like length."""

    def __init__(self, folder: Path = MODEL, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, ["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text("utf8"))
        weights = np.load(folder / "label_weights.npy").astype(np.float32)
        self._count, self._width = weights.shape[0], weights.shape[2]
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(weights.shape[1], -1))

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis | None]:
        """One Analysis per sentence, None where it has no words or more than 510 wordpieces."""
        out: list[Analysis | None] = [None] * len(sentences)
        for batch in _batches([self._pieces(i, words) for i, words in enumerate(sentences)]):
            for pieces, analysis in zip(batch, self._run(batch), strict=True):
                out[pieces.index] = analysis
        return out

    def _pieces(self, index: int, words: Sequence[str]) -> _Pieces:
        encoding = self._tokenizer.encode([w.translate(PLAIN) for w in words], is_pretokenized=True)
        first = [0] * len(words)
        for at, word in reversed(list(enumerate(encoding.word_ids))):
            if word is not None:
                first[word] = at
        return _Pieces(index, encoding.ids, first)

    def _run(self, batch: Sequence[_Pieces]) -> Iterator[Analysis]:
        long, wide = max(len(p.ids) for p in batch), max(len(p.first) for p in batch)
        ids, mask = np.zeros((len(batch), long), np.int64), np.zeros((len(batch), long), np.int64)
        first = np.zeros((len(batch), wide), np.int64)
        for row, p in enumerate(batch):
            ids[row, : len(p.ids)], mask[row, : len(p.ids)], first[row, : len(p.first)] = p.ids, 1, p.first
        arc, *rest = self._session.run(None, {"ids": ids, "mask": mask, "first": first})
        for row, p in enumerate(batch):
            n = len(p.first)
            yield self._decode(n, arc[row, :n, : n + 1], *(r[row] for r in rest))

    def _decode(self, n: int, arc: NDArray[np.float32], *rest: NDArray[np.float32]) -> Analysis:
        dependents, head_vectors, upos, xpos, names = rest
        arc = arc - arc.max(1, keepdims=True)
        arc -= np.log(np.exp(arc).sum(1, keepdims=True))
        arc[np.arange(n), np.arange(n) + 1] = -1e4
        heads = best_tree(arc)
        scores = (dependents[:n] @ self._weights).reshape(n, self._count, self._width)
        labels = (scores @ head_vectors[heads][:, :, None])[:, :, 0].argmax(1)
        return Analysis(
            heads,
            self._read("label", labels),
            self._read("upos", upos[:n].argmax(1)),
            self._read("xpos", xpos[:n].argmax(1)),
            self._read("names", names[:n].argmax(1)),
        )

    def _read(self, key: str, ids: NDArray[np.int64]) -> list[str]:
        return [self._labels[key][i] for i in ids]

    def __reduce__(self) -> tuple[Any, ...]:
        return Encoder, ()


def _batches(sentences: Sequence[_Pieces]) -> Iterator[list[_Pieces]]:
    """Batches sorted by length, each at most 4,000 padded pieces."""
    batch: list[_Pieces] = []
    for pieces in sorted((p for p in sentences if p.first and len(p.ids) <= MAX_PIECES), key=lambda p: len(p.ids)):
        if batch and len(pieces.ids) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(pieces)
    if batch:
        yield batch
