"""BERT's layers as they run: the same numbers as those of `transformers`, in a graph that a CPU gets through faster.

Sentences of a batch lie one behind the other: only where pieces attend to each other do they stand in rows of one
length, so padding costs next to nothing elsewhere. One product gives queries, keys and values; the attention's weights
are exponentials whose sum divides the result, not each weight; padding is left out by multiplying values with 0, not by
a term added to every pair of pieces. `onnxruntime`'s own fusion of skips and norms is switched off
(`legation.language.embeddings.session`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

LARGEST = 80.0  # exp of more overflows fp32; trained scores stay below 30


class Packing:
    """Where the P pieces of a batch (B sentences, T places each) stand, for layers of H heads.

    `rows` (B, T) is the piece at each place, any at padding; `places` (P,) the place of each piece among B T; `real`
    (B, 1, T, 1) is 1 for a piece, 0 for padding; `parts` three of (B, H, T): the rows of queries, keys and values when
    each piece's are cut by heads; `back` (P, H) the rows of the pieces in what attention makes.
    """

    def __init__(self, mask: Tensor, heads: int) -> None:
        flat, width = mask.flatten(), mask.shape[1]
        self.rows = (flat.cumsum(0) - 1).clamp(min=0).view_as(mask)
        self.places = flat.nonzero().squeeze(1)
        self.real = mask.to(torch.float32)[:, None, :, None]
        head = torch.arange(heads)
        first = self.rows[:, None, :] * (3 * heads) + head[:, None]
        self.parts = first, first + heads, first + 2 * heads
        self.back = (self.places // width)[:, None] * (heads * width) + head * width + (self.places % width)[:, None]


class Layer(nn.Module):
    """A trained `BertLayer` for export."""

    def __init__(self, trained: Any) -> None:
        super().__init__()
        own = trained.attention.self
        self.heads = own.num_attention_heads
        scale = own.attention_head_size**-0.5
        parts = (own.query, scale), (own.key, 1.0), (own.value, 1.0)
        self.all = nn.Linear(own.query.in_features, 3 * own.query.out_features)
        self.all.weight = nn.Parameter(torch.cat([part.weight * by for part, by in parts]).detach())
        self.all.bias = nn.Parameter(torch.cat([part.bias * by for part, by in parts]).detach())
        self.dense, self.first_norm = trained.attention.output.dense, trained.attention.output.LayerNorm
        self.up, self.down, self.second_norm = (
            trained.intermediate.dense,
            trained.output.dense,
            trained.output.LayerNorm,
        )

    def forward(self, hidden: Tensor, packing: Packing) -> Tensor:
        """hidden (P, D) → (P, D)."""
        hidden = self.first_norm(hidden + self.dense(self._context(hidden, packing)))
        return self.second_norm(hidden + self.down(functional.gelu(self.up(hidden))))  # type: ignore[no-any-return]

    def _context(self, hidden: Tensor, packing: Packing) -> Tensor:
        width = hidden.shape[-1]
        cut = self.all(hidden).view(-1, width // self.heads)
        query, key, value = (cut[part] for part in packing.parts)
        weights = torch.exp(torch.clamp(query @ key.transpose(2, 3), max=LARGEST))
        context = (weights @ (value * packing.real)) / (weights @ packing.real)
        return context.reshape(-1, width // self.heads)[packing.back].view(-1, width)


class Running(nn.ModuleList):
    """The layers as they run, over packed pieces; takes the place of an encoder's layers."""

    def __init__(self, trained: Iterable[Any]) -> None:
        super().__init__(Layer(layer) for layer in trained)

    def above(self, vectors: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """As `model.layers_above`; at padding stands some piece's vector."""
        packing = Packing(mask, self[0].heads)
        hidden, found = vectors.flatten(0, 1)[packing.places], [vectors]
        for layer in self:
            hidden = layer(hidden, packing)
            found.append(hidden[packing.rows])
        return tuple(found)
