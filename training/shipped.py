"""The state of a shipped head, from its graph: python -m training.shipped finder.onnx --out start.pt

For training that goes on from what ships where its states are lost. Layers come back as int8 left them: each weight
within half a step of its channel's scale.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.language.model import HIDDEN

HEAD = 32
"""How many numbers wide a head of attention is in MiniLM: `training.language.running` scales queries by it."""
QUANTIZED = {"quantized", "scale", "point"}
PARTS = {
    "dense": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "second_norm": "output.LayerNorm",
}


def state(path: Path) -> dict[str, Tensor]:
    """Weights by the names that `transformers` gives a layer's; a head's by its own."""
    graph = onnx.load(path).graph
    kept = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    plain = [name for name in kept if not name.startswith("onnx::") and QUANTIZED.isdisjoint(name.split("_"))]
    found = {name: kept[name] for name in plain}
    for node in graph.node:
        if node.op_type in ("MatMul", "MatMulInteger") and node.input[1] in kept:
            name = node.name.strip("/").rsplit("/", 1)[0].replace("/", ".")
            found[f"{name}.weight"] = _weight(kept, node.input[1]).T.contiguous()
    return dict(pair for name, value in found.items() for pair in _renamed(name, value))


def _weight(kept: dict[str, Tensor], name: str) -> Tensor:
    """The matrix, in fp32 where it is kept in int8."""
    stem = name.removesuffix("_quantized")
    if stem == name:
        return kept[name]
    return (kept[name].float() - kept[f"{stem}_zero_point"].float()) * kept[f"{stem}_scale"]


def _renamed(name: str, value: Tensor) -> Iterator[tuple[str, Tensor]]:
    """A layer's part under its name before `running`, the product of queries, keys and values as three."""
    if not name.startswith("layers."):
        yield name, value
        return
    _, layer, part, kind = name.split(".")
    if part != "all":
        yield f"layers.{layer}.{PARTS[part]}.{kind}", value
        return
    for own, scale, piece in zip(("query", "key", "value"), (HEAD**-0.5, 1, 1), value.split(HIDDEN), strict=True):
        yield f"layers.{layer}.attention.self.{own}.{kind}", piece / scale


def main() -> None:
    """Writes the state."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(state(args.graph), args.out)


if __name__ == "__main__":
    main()
