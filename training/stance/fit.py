"""Fits the strength of each class of words of stance to readers' values: python -m training.stance.fit [--write]

The gold is ours (`eval/stance-2.tsv`): the value, −1 … 1, of what a speaker says of each state. What the coder gives is
linear in the strength of a class (its side and by whom its words judge), so the strengths that leave the least squared
error on the first half of the rows are found directly, drawn to 1 by PULL. Printed: the mean absolute error and the
signs on both halves before and after; the other half is not fitted. `--write` puts the strengths into
`lexicon/en/stance.yaml`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from legation.evaluation.statements.chains import PUBLISHED
from legation.evaluation.statements.coding import read, statements
from legation.evaluation.statements.stance import VALUED, Row, error, given, gold, signs_right
from legation.language import Parse
from legation.language.frames import Frames
from legation.lexicon.source import SOURCE
from legation.statements import stance
from legation.statements.tone import tone, weight

Vector = NDArray[np.float64]
PULL = 2.0
LOWEST, HIGHEST = 0.5, 1.5
SIDES = ("friendly", "hostile")
CLASSES = [(side, kind) for side in SIDES for kind in ("told", "deeds", "measures", "attitudes", "qualities")]


@dataclass(frozen=True, slots=True)
class Text:
    """A row with its parse."""

    row: Row
    parsed: Parse


def main() -> None:
    """Prints the error before and after, and the strengths."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the strengths into lexicon/en/stance.yaml")
    options = parser.parse_args()
    texts = [Text(row, read("d", row.text, PUBLISHED)) for row in gold(VALUED)]
    halves = {"fitted": texts[0::2], "kept aside": texts[1::2]}
    factors = fit(halves["fitted"])
    for name, half in halves.items():
        print(f"{name}: before {shown(half, np.ones(len(CLASSES)))}; after {shown(half, factors)}")
    strengths = {(s, k): round(tone().strength[s][k] * f, 2) for (s, k), f in zip(CLASSES, factors, strict=True)}
    print(*(f"{side} {kind}: {value}" for (side, kind), value in strengths.items()), sep="\n")
    if options.write:
        path = SOURCE / "en" / "stance.yaml"
        path.write_text(written(path.read_text("utf8"), strengths), "utf8")


def fit(texts: Sequence[Text]) -> Vector:
    """The factor of each class, by least squares on the values of all states of the texts."""
    ones = np.ones(len(CLASSES))
    whole, wanted = values(texts, ones), np.array([v for t in texts for v in t.row.values.values()])
    halved = [values(texts, np.where(np.arange(len(CLASSES)) == k, 0.5, 1.0)) for k in range(len(CLASSES))]
    shares = np.stack([2 * (whole - each) for each in halved], axis=1)  # what each class adds to a value
    rest = wanted - whole
    pull = np.sqrt(PULL) * np.eye(len(CLASSES)) * np.maximum(0.2, np.abs(shares).max(initial=0.0))
    moved, *_ = np.linalg.lstsq(np.vstack([shares, pull]), np.concatenate([rest, np.zeros(len(CLASSES))]), rcond=None)
    factors: Vector = np.clip(1 + moved, LOWEST, HIGHEST)
    return factors


def values(texts: Sequence[Text], factors: Vector) -> Vector:
    """The value of each state of each text, with the weights of each class multiplied."""
    return np.array([v for text in texts for v in _given(text, factors)])


def _given(text: Text, factors: Vector) -> Iterator[float]:
    by_class = dict(zip(CLASSES, factors, strict=True))

    def scaled(frames: Frames, i: int, kind: str) -> float:
        found = weight(frames, i, kind)
        return found * float(by_class["hostile" if found < 0 else "friendly", kind])

    with patch.object(stance, "weight", scaled):
        found = given(text.row, statements(text.parsed))
    yield from (found.get(state, 0.0) for state in text.row.values)


def shown(texts: Sequence[Text], factors: Vector) -> str:
    """The mean absolute error and the percentage of signs that are right."""
    wanted = [v for t in texts for v in t.row.values.values()]
    found = list(values(texts, factors))
    return f"error {error(wanted, found):.3f}, signs {signs_right(wanted, found):.1f} %"


def written(text: str, strengths: dict[tuple[str, str], float]) -> str:
    """The YAML with other strengths."""
    for side in SIDES:
        told = ", ".join(f"{kind}: {value}" for (s, kind), value in strengths.items() if s == side)
        text = re.sub(rf"(?m)^  {side}: {{told: [\d.]+, deeds: [^}}]*}}", f"  {side}: {{{told}}}", text)
    return text


if __name__ == "__main__":
    main()
