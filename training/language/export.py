"""Exports the trained network: python -m training.language.export --weights DIR --state DIR --out DIR

Writes embeddings.onnx (int8 rows), syntax.onnx (layers int8, heads fp32), labels.onnx (the labels of chosen arcs,
int8), labels.json and tokenizer.json: the files of `legation/language/model`. The embeddings stand alone because
the relation head of `training/events` reads them too.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.language.model import HIDDEN, LABEL, Network, layers_above
from training.language.running import Running

INPUTS = ["vectors", "mask", "first", "last"]
OUTPUTS = ["arc", "dependents", "heads", "upos", "xpos", "names"]


class Reader(nn.Module):
    """The network with the best tags in place of their scores; names keep their log probabilities."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """As `Network.heads` over the layers above the embedded pieces; upos and xpos (B, N) as indices."""
        layers = layers_above(vectors, mask, self.network.encoder.encoder.layer)
        arc, dependents, heads, upos, xpos, names = self.network.heads(layers, first, last)
        return arc, dependents, heads, upos.argmax(-1), xpos.argmax(-1), torch.log_softmax(names, -1)


def sparse(mix: nn.Parameter) -> None:
    """Leaves out layers whose share of a mix is below a fiftieth: each costs two passes over all pieces."""
    shares = torch.softmax(mix.detach(), 0)
    mix.data[shares < 0.02] = -torch.inf


class Bytes(nn.Module):
    """A frozen embedding in int8 with a scale for each row: an eighth of the error of one scale for all."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Vectors of the ids, shape (..., 384)."""
        return self.rows[ids].float() * self.scale[ids]


class Labels(nn.Module):
    """The best label of each arc, as an index, given each word's head (0 the root)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        weights = network.label_weight.detach().permute(1, 2, 0)  # (dependent, head, label)
        self.shape = weights.shape[1:]
        self.weight = nn.Parameter(weights.reshape(weights.size(0), -1).contiguous())

    def forward(self, dependents: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """dependents (B, N, D), heads (B, N+1, D), chosen (B, N) → labels (B, N)."""
        scores = (dependents @ self.weight).unflatten(-1, self.shape)
        heads = torch.gather(heads, 1, chosen.unsqueeze(-1).expand(-1, -1, self.shape[0]))
        return (heads.unsqueeze(-2) @ scores).squeeze(-2).argmax(-1)


class Embedded(nn.Module):
    """Pieces and their shapes as the vectors that the first layer reads."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.embeddings = network.encoder.embeddings
        self.embeddings.word_embeddings = Bytes(self.embeddings.word_embeddings)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """ids and shapes (B, T) → vectors (B, T, 384)."""
        return self.embeddings(input_ids=ids, token_type_ids=shapes)


def export_embeddings(network: Network, path: Path) -> None:
    """The graph of the embeddings, its table in int8."""
    pieces = torch.ones(2, 12, dtype=torch.long)
    axes = {name: {0: "b", 1: "t"} for name in ("ids", "shapes", "vectors")}
    write_graph(Embedded(network), (pieces, pieces * 0), path, ["ids", "shapes"], ["vectors"], axes)


def export(network: Network, path: Path) -> None:
    """The fp32 graph from embedded pieces to the heads; batch, pieces and words are dynamic."""
    pieces, words = torch.ones(2, 12, dtype=torch.long), torch.arange(9).repeat(2, 1)
    axes = {name: {0: "b", 1: "t"} for name in INPUTS[:2]} | {name: {0: "b", 1: "w"} for name in INPUTS[2:]}
    axes |= {name: {0: "b", 1: "w"} for name in OUTPUTS} | {"arc": {0: "b", 1: "w", 2: "v"}, "heads": {0: "b", 1: "v"}}
    write_graph(Reader(network), (torch.ones(2, 12, HIDDEN), pieces, words, words), path, INPUTS, OUTPUTS, axes)


def export_labels(network: Network, path: Path) -> None:
    """The graph that labels arcs."""
    given = torch.ones(2, 9, LABEL + 1), torch.ones(2, 10, LABEL + 1), torch.ones(2, 9, dtype=torch.long)
    axes = {"dependents": {0: "b", 1: "w"}, "heads": {0: "b", 1: "v"}, "chosen": {0: "b", 1: "w"}}
    write_graph(Labels(network), given, path, list(axes), ["labels"], axes | {"labels": {0: "b", 1: "w"}})


def write_graph(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    """Exports a module in fp32, opset 17."""
    torch.onnx.export(
        module.eval(),
        example,
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantized(full: Path, out: Path, within: str = "/layer") -> None:
    """The graph with the matrix products of its layers in int8; those of heads stay fp32.

    Quantised heads cost about half a point of LAS, but those of labels nothing.
    """
    nodes = onnx.load(full).graph.node
    heads = [n.name for n in nodes if n.op_type in ("MatMul", "Gemm") and within not in n.name]
    heads += [f"{name}_MatMul" for name in heads]  # what a Gemm becomes before it would be quantised
    quantize_dynamic(
        full,
        out,
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=heads,
    )


def arguments(about: str | None) -> argparse.Namespace:
    """`weights`, `state` and `out`, which is made."""
    parser = argparse.ArgumentParser(description=about)
    for name in ("weights", "state", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    return args


def main() -> None:
    """Exports, quantises and copies what the runtime needs."""
    args = arguments(__doc__)
    labels = json.loads((args.state / "labels.json").read_text())
    network = Network(args.weights, *(len(labels[k]) for k in ("label", "upos", "xpos", "names")))
    network.load_state_dict(torch.load(args.state / "state.pt"))
    sparse(network.tag_mix), sparse(network.name_mix)
    network.encoder.encoder.layer = Running(network.encoder.encoder.layer)
    full = args.state / "full.onnx"
    export(network, full)
    quantized(full, args.out / "syntax.onnx")
    export_embeddings(network, args.out / "embeddings.onnx")
    labeller = args.state / "labels.onnx"
    export_labels(network, labeller)
    quantized(labeller, args.out / "labels.onnx", "")
    shutil.copy(args.state / "labels.json", args.out)
    shutil.copy(args.weights / "tokenizer.json", args.out)


if __name__ == "__main__":
    main()
