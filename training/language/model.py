"""The shared encoder (MiniLM, 6 layers × 384) with heads for arcs, labels, UPOS, XPOS and names.

What capitals say enters as the segment of each piece (`legation.language.pieces.SHAPES`): segment 0 is MiniLM's own.
Tags and names read a learned mix of all layers (Peters et al. 2018), the tree reads the last one.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from legation.language.pieces import SHAPES
from training.language.running import Running

HIDDEN, ARC, LABEL = 384, 256, 80


class Network(nn.Module):
    """Biaffine parser (Dozat & Manning 2017) and linear taggers over first-wordpiece vectors."""

    def __init__(self, weights: Path, labels: int, upos: int, xpos: int, names: int) -> None:
        super().__init__()
        self.encoder = pretrained(weights)
        self.root = nn.Parameter(torch.zeros(HIDDEN))
        self.drop = nn.Dropout(0.15)
        self.arc_dependent, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.label_dependent, self.label_head = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.arc_weight = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.label_weight = nn.Parameter(torch.randn(labels, LABEL + 1, LABEL + 1) * 0.02)
        layers = self.encoder.config.num_hidden_layers + 1
        self.tag_mix, self.name_mix = nn.Parameter(torch.zeros(layers)), nn.Parameter(torch.zeros(layers))
        self.upos, self.xpos, self.names = nn.Linear(HIDDEN, upos), nn.Linear(HIDDEN, xpos), nn.Linear(HIDDEN, names)

    def layers(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> tuple[Tensor, ...]:
        """Piece vectors of the embedding and of each layer, each (batch, pieces, 384)."""
        return self.encoder(
            input_ids=ids, attention_mask=mask, token_type_ids=shapes, output_hidden_states=True
        ).hidden_states

    def words(self, vectors: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Word vectors (batch, words, 384): the mean of a word's first and last piece."""
        take = lambda at: torch.gather(vectors, 1, at.unsqueeze(-1).expand(-1, -1, HIDDEN))  # noqa: E731
        return self.drop((take(first) + take(last)) * 0.5)

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """`heads` over all layers of the encoder."""
        return self.heads(self.layers(ids, mask, shapes), first, last)

    def heads(self, layers: tuple[Tensor, ...], first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """arc (B, N, N+1), label dependents (B, N, 81), label heads (B, N+1, 81), upos, xpos, names."""
        words = self.words(layers[-1], first, last)
        tagged, named = (self.words(mixed(layers, mix), first, last) for mix in (self.tag_mix, self.name_mix))
        rooted = torch.cat([self.root.expand(words.size(0), 1, -1).to(words.dtype), words], 1)
        act = lambda layer, x: self.drop(functional.gelu(layer(x)))  # noqa: E731
        one = lambda x: torch.cat([x, torch.ones_like(x[..., :1])], -1)  # noqa: E731
        dependent, head = act(self.arc_dependent, words), act(self.arc_head, rooted)
        arc = one(dependent) @ self.arc_weight.to(dependent.dtype) @ head.transpose(1, 2)
        labels = one(act(self.label_dependent, words)), one(act(self.label_head, rooted))
        return (arc, *labels, self.upos(tagged), self.xpos(tagged), self.names(named))

    def label_scores(self, dependents: Tensor, heads: Tensor, gold: Tensor) -> Tensor:
        """Scores (B, N, labels) for the arc from each word to its head `gold`."""
        heads = torch.gather(heads, 1, gold.unsqueeze(-1).expand(-1, -1, heads.size(-1)))
        return torch.einsum("bni,kij,bnj->bnk", dependents, self.label_weight.to(dependents.dtype), heads)


def layers_above(vectors: Tensor, mask: Tensor, layers: Iterable[nn.Module]) -> tuple[Tensor, ...]:
    """The vectors (B, T, 384) given, and those that each layer makes of the ones below it."""
    if isinstance(layers, Running):
        return layers.above(vectors, mask)
    bias = (1.0 - mask[:, None, None, :].to(vectors.dtype)) * -1e4
    found = [vectors]
    for layer in layers:
        made = layer(found[-1], attention_mask=bias)
        found.append(made[0] if isinstance(made, tuple) else made)
    return tuple(found)


def mixed(layers: tuple[Tensor, ...], mix: Tensor) -> Tensor:
    """The layers by their learned shares; a layer without a share costs nothing."""
    shares = torch.softmax(mix, 0)
    return sum(w * x for w, x in zip(shares, layers, strict=True) if w > 0)  # type: ignore[return-value]


def pretrained(weights: Path) -> BertModel:
    """MiniLM with one segment for each shape; all start from its own first segment."""
    config = BertConfig.from_json_file(str(weights / "config.json"))
    config._attn_implementation, config.type_vocab_size = "sdpa", len(SHAPES)
    config.attention_probs_dropout_prob = 0.0  # with it, attention leaves its fast path: a quarter of the time
    encoder = BertModel(config, add_pooling_layer=False)
    state = {k.removeprefix("bert."): v for k, v in load_file(weights / "model.safetensors").items()}
    segments = "embeddings.token_type_embeddings.weight"
    state[segments] = state[segments][:1].repeat(len(SHAPES), 1)
    missing = encoder.load_state_dict({k: v for k, v in state.items() if "pooler" not in k}, strict=False).missing_keys
    if missing:
        raise ValueError(f"weights lack {missing[:3]}")
    return encoder
