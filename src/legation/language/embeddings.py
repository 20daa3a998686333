"""Words of sentences → vectors of their pieces: what the parser and the relation head both read.

`training/language` builds the graph; its table of pieces is the largest part of the model, and ships once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from legation.language.pieces import Cutter, Pieces

MODEL = Path(__file__).parent / "model"
MAX_PIECES = 510
BATCH_PIECES = 4000
# Sentences share a run while padding stays below a tenth of it, or the run is still short: a quarter faster than one
# run a document (bench/encoder.py).
SMALL, PADDED = 200, 1.1


@dataclass(frozen=True, slots=True)
class Embedded:
    """Sentences as vectors, shape (sentences, pieces, 384), and the mask of their pieces; padded with 0."""

    vectors: NDArray[np.float32]
    mask: NDArray[np.int64]


class Embeddings:
    """Cuts words into pieces and embeds them."""

    def __init__(self, folder: Path = MODEL, threads: int = 1) -> None:
        self._graph = session(folder / "embeddings.onnx", threads)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.cut = Cutter(tokenizer)

    def __call__(self, batch: Sequence[Pieces]) -> Embedded:
        """The vectors of cut sentences."""
        shape = len(batch), max(len(p.ids) for p in batch)
        given = {"ids": filled([p.ids for p in batch], shape), "shapes": filled([p.shapes for p in batch], shape)}
        (vectors,) = self._graph.run(None, given)
        return Embedded(vectors, filled([[1] * len(p.ids) for p in batch], shape))


@lru_cache(maxsize=1)
def embeddings() -> Embeddings:
    """The shipped embeddings, loaded when first used."""
    return Embeddings()


def runs(sentences: Sequence[Pieces]) -> Iterator[list[int]]:
    """Indices of sentences of like length that run together; those without words or too long are left out."""
    lengths = [len(p.ids) if p.first and len(p.ids) <= MAX_PIECES else 0 for p in sentences]
    batch: list[int] = []
    total = 0
    for index in sorted((i for i, length in enumerate(lengths) if length), key=lengths.__getitem__):
        padded, total = lengths[index] * (len(batch) + 1), total + lengths[index]
        if batch and (padded > BATCH_PIECES or (padded > PADDED * total and total - lengths[index] >= SMALL)):
            yield batch
            batch, total = [], lengths[index]
        batch.append(index)
    if batch:
        yield batch


def session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """A graph on the CPU that never spins while it waits: the machine may be shared.

    Skips and norms run unfused: the fused kernel of onnxruntime 1.32 takes four times as long as the two it replaces.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(path), options, ["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def filled(rows: Sequence[Sequence[int]], shape: tuple[int, int]) -> NDArray[np.int64]:
    """The rows, padded with 0."""
    out = np.zeros(shape, np.int64)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return out
