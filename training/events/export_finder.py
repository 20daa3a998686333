"""Exports the trained finder: python -m training.events.export_finder --weights DIR --state DIR --out DIR

Writes finder.onnx (layers int8, heads fp32) and kinds.json: files of `legation/events/model`.
"""

from __future__ import annotations

import json

import torch

from legation.events.finder import KINDS
from training.events.finder import Finder
from training.language.export import arguments, quantized, write_graph
from training.language.model import HIDDEN
from training.language.running import Running


def main() -> None:
    """Exports and quantises."""
    args = arguments(__doc__)
    network = Finder(args.weights)
    network.load_state_dict(torch.load(args.state / "finder.pt"))
    network.layers = Running(network.layers)
    axes = {name: {0: "b", 1: "t"} for name in ("vectors", "mask", "kinds")} | {"links": {0: "b", 2: "t", 3: "t"}}
    full = args.state / "full.onnx"
    given = (torch.ones(2, 12, HIDDEN), torch.ones(2, 12, dtype=torch.long))
    write_graph(network, given, full, ["vectors", "mask"], ["kinds", "links"], axes)
    quantized(full, args.out / "finder.onnx")
    (args.out / "kinds.json").write_text(json.dumps(KINDS) + "\n")


if __name__ == "__main__":
    main()
