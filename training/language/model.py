"""The shared encoder (MiniLM, 6 layers × 384) with heads for arcs, labels, UPOS, XPOS and names."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

HIDDEN, ARC, LABEL = 384, 256, 128


class Network(nn.Module):
    """Biaffine parser (Dozat & Manning 2017) and linear taggers over first-wordpiece vectors."""

    def __init__(self, weights: Path, labels: int, upos: int, xpos: int, names: int) -> None:
        super().__init__()
        config = BertConfig.from_json_file(str(weights / "config.json"))
        config._attn_implementation = "sdpa"
        self.encoder = BertModel(config, add_pooling_layer=False)
        state = load_file(weights / "model.safetensors")
        missing = self.encoder.load_state_dict(
            {k.removeprefix("bert."): v for k, v in state.items() if "pooler" not in k}, strict=False
        ).missing_keys
        if missing:
            raise ValueError(f"weights lack {missing[:3]}")
        self.root = nn.Parameter(torch.zeros(HIDDEN))
        self.drop = nn.Dropout(0.15)
        self.arc_dependent, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.label_dependent, self.label_head = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.arc_weight = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.label_weight = nn.Parameter(torch.randn(labels, LABEL + 1, LABEL + 1) * 0.02)
        self.upos, self.xpos, self.names = nn.Linear(HIDDEN, upos), nn.Linear(HIDDEN, xpos), nn.Linear(HIDDEN, names)

    def words(self, ids: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Word vectors (batch, words, 384)."""
        vectors = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.drop(torch.gather(vectors, 1, first.unsqueeze(-1).expand(-1, -1, HIDDEN)))

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """arc (B, N, N+1), label dependents (B, N, 129), label heads (B, N+1, 129), upos, xpos, names."""
        words = self.words(ids, mask, first)
        rooted = torch.cat([self.root.expand(words.size(0), 1, -1).to(words.dtype), words], 1)
        act = lambda layer, x: self.drop(functional.gelu(layer(x)))  # noqa: E731
        one = lambda x: torch.cat([x, torch.ones_like(x[..., :1])], -1)  # noqa: E731
        dependent, head = act(self.arc_dependent, words), act(self.arc_head, rooted)
        arc = one(dependent) @ self.arc_weight.to(dependent.dtype) @ head.transpose(1, 2)
        labels = one(act(self.label_dependent, words)), one(act(self.label_head, rooted))
        return (arc, *labels, self.upos(words), self.xpos(words), self.names(words))

    def label_scores(self, dependents: Tensor, heads: Tensor, gold: Tensor) -> Tensor:
        """Scores (B, N, labels) for the arc from each word to its head `gold`."""
        heads = torch.gather(heads, 1, gold.unsqueeze(-1).expand(-1, -1, heads.size(-1)))
        return torch.einsum("bni,kij,bnj->bnk", dependents, self.label_weight.to(dependents.dtype), heads)
