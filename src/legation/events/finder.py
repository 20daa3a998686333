"""The finder: the words of a sentence → which tells an act of which type, and whom it joins as actor and recipient.

`training/events/find.py` builds the graph: layers of its own over the embeddings that the parser reads, trained on
sentences in which every act is marked. It knows no rule and no actor, so it sees what no rule says, and doubts rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legation.events.classifier import MODEL, NONE
from legation.language.embeddings import embeddings, runs, session
from legation.language.pieces import Pieces
from legation.ontology import TYPES

KINDS = (*TYPES, NONE)
NO_ACT = len(TYPES)


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities for n words: `kinds` (n, 17) of the act a word tells, `links` (2, n, n) from an act's word to each
    word as its actor (0) and as its recipient (1)."""

    kinds: NDArray[np.float32]
    links: NDArray[np.float32]

    def acts(self, least: float = 0.5) -> Iterator[tuple[int, str]]:
        """The words that tell an act with at least that probability, each with its likeliest type."""
        for word in np.flatnonzero(self.kinds[:, NO_ACT] <= 1 - least).tolist():
            yield word, KINDS[int(self.kinds[word, :NO_ACT].argmax())]


class Finder:
    """The shipped finder; pickles to a new process as itself."""

    def __init__(self, folder: Path = MODEL, threads: int = 1) -> None:
        self._graph = session(folder / "finder.onnx", threads)
        self._embed = embeddings()
        self._order = [json.loads((folder / "kinds.json").read_text("utf8")).index(kind) for kind in KINDS]

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Reading | None]:
        """What each sentence, given as words, tells; None where it has more than 510 wordpieces or no word."""
        out: list[Reading | None] = [None] * len(sentences)
        cut = [self._embed.cut(words) for words in sentences]
        for batch in runs(cut):
            for i, reading in zip(batch, self._read([cut[i] for i in batch]), strict=True):
                out[i] = reading
        return out

    def _read(self, cut: Sequence[Pieces]) -> Iterator[Reading]:
        given = self._embed(cut)
        kinds, links = self._graph.run(None, {"vectors": given.vectors, "mask": given.mask})
        kinds = np.exp(kinds - kinds.max(-1, keepdims=True))
        kinds = (kinds / kinds.sum(-1, keepdims=True))[..., self._order]
        for n, pieces in enumerate(cut):
            at = np.array(pieces.first)
            linked = links[n][:, at[:, None], at[None, :]]
            yield Reading(kinds[n][at], 1 / (1 + np.exp(-linked)))

    def __reduce__(self) -> tuple[type[Finder], tuple[()]]:
        return Finder, ()


@lru_cache(maxsize=1)
def finder() -> Finder:
    """The shipped finder, loaded when first used."""
    return Finder()
