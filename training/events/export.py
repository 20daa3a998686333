"""Exports the trained head: python -m training.events.export --weights DIR --state DIR --out DIR

Writes classifier.onnx (layers int8, head fp32) and labels.json: the files of `legation/events/model`.
"""

from __future__ import annotations

import json

import torch

from training.events.model import Relations
from training.language.export import arguments, quantized, write_graph
from training.language.model import HIDDEN
from training.language.running import Running


def main() -> None:
    """Exports and quantises."""
    args = arguments(__doc__)
    labels = json.loads((args.state / "labels.json").read_text())
    network = Relations(args.weights, len(labels))
    network.load_state_dict(torch.load(args.state / "relations.pt"))
    network.layers = Running(network.layers)
    pieces = torch.ones(2, 12, dtype=torch.long)
    axes = {name: {0: "b", 1: "t"} for name in ("vectors", "mask", "roles")} | {"scores": {0: "b"}}
    full = args.state / "full.onnx"
    write_graph(network, (torch.ones(2, 12, HIDDEN), pieces, pieces), full, list(axes)[:3], ["scores"], axes)
    quantized(full, args.out / "classifier.onnx")
    (args.out / "labels.json").write_text(json.dumps(labels) + "\n")


if __name__ == "__main__":
    main()
