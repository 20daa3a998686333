"""The relation head: MiniLM's layers over the embeddings that the parser reads, with source and target marked.

The layers are its own: over the parser's first two or three, trained for syntax, the same sentences taught it less
(four to six points of accuracy on the development set).
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from training.language.model import HIDDEN, layers_above, pretrained


class Relations(nn.Module):
    """Scores of labels for a marked pair of spans.

    The roles of pieces enter as vectors added to the shared ones; the head reads the mean of the sentence, of the
    source and of the target.
    """

    def __init__(self, weights: Path, labels: int) -> None:
        super().__init__()
        self.layers = pretrained(weights).encoder.layer
        self.roles = nn.Embedding(3, HIDDEN)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(3 * HIDDEN, labels)

    def forward(self, vectors: Tensor, mask: Tensor, roles: Tensor) -> Tensor:
        """vectors (B, pieces, 384), mask and roles (B, pieces) → scores (B, labels)."""
        marked = vectors + self.roles(roles) * (roles > 0).unsqueeze(-1)
        hidden = layers_above(marked, mask, self.layers)[-1]
        pooled = [_mean(hidden, mask), _mean(hidden, roles == 1), _mean(hidden, roles == 2)]
        return self.out(self.drop(torch.cat(pooled, -1)))


def _mean(hidden: Tensor, where: Tensor) -> Tensor:
    share = where.to(hidden.dtype).unsqueeze(-1)
    return (hidden * share).sum(1) / share.sum(1).clamp(min=1)
