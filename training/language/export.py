"""Exports the trained network: python -m training.language.export --weights DIR --state DIR --out DIR

Writes model.onnx (encoder int8, heads fp32), label_weights.npy (fp16, applied outside the graph),
labels.json and tokenizer.json: the four files of `legation/language/model`.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.language.model import Network

INPUTS = ["ids", "mask", "first"]
OUTPUTS = ["arc", "dependents", "heads", "upos", "xpos", "names"]


def export(network: Network, path: Path) -> None:
    """The fp32 graph, batch, pieces and words dynamic."""
    example = torch.ones(2, 12, dtype=torch.long), torch.ones(2, 12, dtype=torch.long), torch.arange(9).repeat(2, 1)
    axes = {"ids": {0: "b", 1: "t"}, "mask": {0: "b", 1: "t"}, "first": {0: "b", 1: "w"}}
    axes |= {name: {0: "b", 1: "w"} for name in OUTPUTS} | {"arc": {0: "b", 1: "w", 2: "v"}, "heads": {0: "b", 1: "v"}}
    torch.onnx.export(
        network,
        example,
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def head_nodes(path: Path) -> list[str]:
    """Matrix products outside the encoder: they stay fp32 (quantised, they cost about half a point of LAS)."""
    return [n.name for n in onnx.load(path).graph.node if n.op_type in ("MatMul", "Gemm") and "/encoder/" not in n.name]


def main() -> None:
    """Exports, quantises and copies what the runtime needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    labels = json.loads((args.state / "labels.json").read_text())
    network = Network(args.weights, *(len(labels[k]) for k in ("label", "upos", "xpos", "names")))
    network.load_state_dict(torch.load(args.state / "state.pt"))
    network.eval()
    full = args.state / "full.onnx"
    export(network, full)
    quantize_dynamic(
        full, args.out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=head_nodes(full)
    )
    np.save(args.out / "label_weights.npy", network.label_weight.detach().numpy().astype(np.float16))
    shutil.copy(args.state / "labels.json", args.out)
    shutil.copy(args.weights / "tokenizer.json", args.out)


if __name__ == "__main__":
    main()
