"""What the trainers share: batches of like length, rates by layer, a warmed and clipped step."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

T = TypeVar("T")
DECAY = 0.9
"""What a layer moves of what the one above it does."""


def batches(rows: Sequence[T], size: int, length: Callable[[T], int], chance: random.Random) -> list[list[T]]:
    """All rows once, by chance, those of like length together.

    >>> [sorted(b) for b in batches(["aaa", "b"], 2, len, random.Random(0))]
    [['aaa', 'b']]
    """
    own = list(rows)
    chance.shuffle(own)
    chunks = [sorted(own[i : i + 20 * size], key=length) for i in range(0, len(own), 20 * size)]
    out = [chunk[i : i + size] for chunk in chunks for i in range(0, len(chunk), size)]
    chance.shuffle(out)
    return out


def groups(
    layers: Sequence[nn.Module], heads: Iterable[nn.Parameter], rate: float, high: float
) -> list[dict[str, Any]]:
    """Optimiser groups with their peak rates: the top layer's, less for each below it, and the heads'."""
    own = [
        {"params": list(layer.parameters()), "peak": rate * DECAY ** (len(layers) - 1 - at)}
        for at, layer in enumerate(layers)
    ]
    return [*own, {"params": list(heads), "peak": high}]


def descend(network: nn.Module, optimiser: torch.optim.Optimizer, loss: Tensor, scale: float) -> float:
    """One step at a share of the peak rates, the gradient clipped to 1; the loss."""
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * scale
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return float(loss.item())
