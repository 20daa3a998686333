"""The finder: MiniLM's layers over the embeddings that the parser reads; which word tells an act, who and to whom.

Starts from the layers of the relation head, which know PLOVER's types already.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from legation.events.finder import KINDS
from training.language.model import HIDDEN, layers_above, pretrained

LINK = 96
RARE = -3.0  # the log odds of a link before anything is learned


class Finder(nn.Module):
    """Kinds of pieces, and links from the piece of an act to those of its parties (a biaffine product)."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.layers = pretrained(weights).encoder.layer
        self.drop = nn.Dropout(0.1)
        self.kinds = nn.Linear(HIDDEN, len(KINDS))
        self.act, self.party = nn.Linear(HIDDEN, 2 * LINK), nn.Linear(HIDDEN, 2 * LINK)
        self.rare = nn.Parameter(torch.tensor(RARE))

    def forward(self, vectors: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """vectors (B, pieces, 384), mask (B, pieces) → kinds (B, pieces, 17), links (B, 2, act, party); all log odds.

        The first link is to an actor, the second to a recipient.
        """
        hidden = self.drop(layers_above(vectors, mask, self.layers)[-1])
        act, party = (_halves(layer(hidden)) for layer in (self.act, self.party))
        return self.kinds(hidden), act @ party.transpose(2, 3) / LINK**0.5 + self.rare


def _halves(both: Tensor) -> Tensor:
    """(B, pieces, 2 L) → (B, 2, pieces, L)."""
    return both.unflatten(-1, (2, LINK)).transpose(1, 2)
