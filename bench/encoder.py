"""Words a second of the encoder by how sentences share runs: `python bench/encoder.py news.jsonl.gz --documents 30`.

Compared in one run, on the sentences of each document: all in one run, one run a sentence, and runs of like length as
the encoder makes them. Processor time of one thread; the ratio tells more than the figures where other work runs.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from legation.language import encoder, parse
from legation.language.embeddings import MAX_PIECES, runs
from legation.language.encoder import Encoder
from legation.language.pieces import Pieces
from legation.read import read
from legation.records import Document

Batches = Callable[[Sequence[Pieces]], Iterator[list[int]]]


def together(sentences: Sequence[Pieces]) -> Iterator[list[int]]:
    """One run for all."""
    yield [i for i, each in enumerate(sentences) if each.first and len(each.ids) <= MAX_PIECES]


def alone(sentences: Sequence[Pieces]) -> Iterator[list[int]]:
    """One run for each."""
    yield from ([i] for batch in together(sentences) for i in batch)


POLICIES: dict[str, Batches] = {"all in one": together, "one each": alone, "like length": runs}


def main() -> None:
    """Prints words a second for each policy, twice over, so that a drift of the machine shows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--documents", type=int, default=30)
    options = parser.parse_args()
    documents = [d for d in islice(read(options.source), options.documents) if isinstance(d, Document)]
    texts = [_sentences(d) for d in documents]
    words, own = sum(len(s) for text in texts for s in text), Encoder()
    for _ in range(2):
        for name, policy in POLICIES.items():
            encoder.runs = policy  # type: ignore[assignment]  # the bench compares what the encoder hides
            begun = time.process_time()
            for text in texts:
                own.analyse(text)
            print(f"{name:<12} {words / (time.process_time() - begun):,.0f} words per processor second")


def _sentences(document: Document) -> list[list[str]]:
    found = parse(document)
    return [[w.text for w in found.words[s.first : s.last]] for s in found.sentences]


if __name__ == "__main__":
    main()
