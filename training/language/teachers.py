"""Trees by several states: python -m training.language.teachers DATA --weights DIR --states DIR… --out FILE.jsonl

What they agree on over our own marked sentences and those of free sets (`training/events/annotated.py`): of the mean of
their probabilities the best tree, and the best tags. A state learns from it what the others know (Kim & Rush 2016).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from legation.language.embeddings import embeddings, filled, runs
from legation.language.pieces import Pieces
from legation.language.tree import best_tree
from training.events.annotated import free, ours
from training.language.model import Network

LONGEST = 120
"""words in a sentence that is taught."""


def taught(states: Sequence[Network], cut: Sequence[Pieces]) -> Iterator[list[list[int]]]:
    """Columns heads, labels, UPOS and XPOS of each sentence of a run."""
    long, wide = max(len(p.ids) for p in cut), max(len(p.first) for p in cut)
    rows = [[p.ids for p in cut], [[1] * len(p.ids) for p in cut], [p.shapes for p in cut]]
    given = [torch.from_numpy(filled(row, (len(cut), long))) for row in rows]
    given += [
        torch.from_numpy(filled(row, (len(cut), wide))) for row in ([p.first for p in cut], [p.last for p in cut])
    ]
    with torch.no_grad():
        read = [state(*given) for state in states]
        arcs = _mean([_masked(arc, cut) for arc, *_ in read])
        tags = [_mean([one[at] for one in read]).argmax(-1) for at in (3, 4)]
        trees = [best_tree(_scores(arc, len(p.first))) for arc, p in zip(arcs, cut, strict=True)]
        chosen = torch.from_numpy(filled(trees, (len(cut), wide)))
        named = _mean([s.label_scores(one[1], one[2], chosen) for s, one in zip(states, read, strict=True)]).argmax(-1)
    for n, tree in enumerate(trees):
        yield [tree, *(column[n, : len(tree)].tolist() for column in (named, *tags))]


def _masked(arc: Tensor, cut: Sequence[Pieces]) -> Tensor:
    """The scores without heads behind the sentence's end."""
    for row, pieces in zip(arc, cut, strict=True):
        row[:, len(pieces.first) + 1 :] = -1e4
    return arc


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return sum((torch.softmax(s.float(), -1) for s in scores), torch.zeros(())) / len(scores)


def _scores(arc: Tensor, n: int) -> NDArray[np.float32]:
    """Log probabilities of heads; no word is its own."""
    scores: NDArray[np.float32] = np.log(arc[:n, : n + 1].numpy() + 1e-9)
    scores[np.arange(n), np.arange(n) + 1] = -1e4
    return scores


def main() -> None:
    """Writes one JSON line per sentence: words and columns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--states", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    labels = json.loads((args.states[0] / "labels.json").read_text("utf8"))
    networks = []
    for folder in args.states:
        network = Network(args.weights, *(len(labels[k]) for k in ("label", "upos", "xpos", "names")))
        network.load_state_dict(torch.load(folder / "state.pt"))
        networks.append(network.eval())
    rows = [row.words for row in (*ours(), *free(args.data)) if len(row.words) <= LONGEST]
    cut = [embeddings().cut(words) for words in rows]
    with args.out.open("w", encoding="utf8") as file:
        for batch in runs(cut):
            for i, columns in zip(batch, taught(networks, [cut[i] for i in batch]), strict=True):
                file.write(json.dumps({"words": rows[i], "columns": columns}) + "\n")


if __name__ == "__main__":
    main()
