"""Words of sentences → vectors of their pieces: what the parser and the relation head both read.

`training/language` builds the graph; its table of pieces is the largest part of the model, and ships once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from legation.language.pieces import Cutter, Pieces

MODEL = Path(__file__).parent / "model"


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
