"""Fits the values of the status rules to readers' ratings: python -m training.status.fit DATA [--write]

DATA is the data folder with `status/factuality_uds_dev.jsonl.gz` (UDS "It Happened", CC BY-SA 4.0; it may train).
The model is the one that runs: the value of a predicate is the lowest value of the rules that reach it. Each rule has
one parameter. It is set so that the squared error over the predicates is least, one rule after the other, and drawn to
the mean of its status with the weight of PULL predicates. A rule seen fewer than LEAST times keeps the value that is
written in the lexicon, and a denial stays clearly below 0: raters often took "did it happen?" as "is it true that it
did not?". Printed: F1 and r fitted on one half of the documents and measured on the other, both ways; then
the values fitted on both. `--write` puts them into `lexicon/en/status.yaml`.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np

from legation.evaluation.language.status import Rated, rated, score
from legation.language.status import Cue
from legation.language.status.rules import StatusRule, cues
from legation.language.status.verdict import DOUBLE
from legation.lexicon.build import SOURCE

SCALE = 2.5  # the ratings' own unit → -3 … 3
PULL, LEAST, ROUNDS = 4.0, 5, 6
MEANS = {"occurred": 2.0, "ongoing": 1.5, "planned": -2.0, "possible": -1.2, "denied": -1.2}
HIGHEST = {"denied": -1.0}
GRID = np.round(np.arange(-3, 3.01, 0.1), 1)

Values = dict[str, float]


def main() -> None:
    """Prints the cross-check and the values."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="put the values into lexicon/en/status.yaml")
    options = parser.parse_args()
    found = list(rated(options.data / "status/factuality_uds_dev.jsonl.gz"))
    halves = [[each for each in found if each.half == half] for half in (0, 1)]
    for own, other in ((0, 1), (1, 0)):
        print(f"fitted on half {own}, measured on half {other}:", shown(halves[other], fit(halves[own])))
    values = fit(found)
    print("fitted on both, measured on both:", shown(found, values))
    for rule in rules():
        print(f"{rule.id:<32} {rule.value:5.1f} → {values[rule.id]:5.1f}  ({seen(found, rule.id)} seen)")
    if options.write:
        path = SOURCE / "en" / "status.yaml"
        path.write_text(written(path.read_text("utf8"), values), "utf8")


def rules() -> list[StatusRule]:
    return sorted({rule.id: rule for each in cues().values() for rule in each}.values(), key=lambda rule: rule.id)


def seen(found: Iterable[Rated], rule: str) -> int:
    return sum(any(cue.rule.id == rule for cue in each.cues) for each in found)


def shown(found: list[Rated], values: Values) -> str:
    """F1 and r with these values in place of the shipped ones."""
    scores = score([replace(each, cues=tuple(revalued(cue, values) for cue in each.cues)) for each in found])
    return ", ".join(f"{name} {scores[name]:.1f}" for name in ("did not happen F1", "Pearson r × 100"))


def revalued(cue: Cue, values: Values) -> Cue:
    return Cue(msgspec.structs.replace(cue.rule, value=values[cue.rule.id]), cue.word)


def fit(found: Sequence[Rated]) -> Values:
    """The value of every rule, in tenths."""
    values = {rule.id: rule.value for rule in rules()}
    reached: dict[str, list[tuple[list[str], bool, float]]] = defaultdict(list)
    for each in found:
        odd = sum(cue.rule.status == "denied" for cue in each.cues) % 2
        heard = [cue.rule.id for cue in each.cues if odd or cue.rule.status != "denied"]
        for name in set(heard):
            reached[name].append((heard, len(heard) < len(each.cues), SCALE * each.rating))
    for _ in range(ROUNDS):
        for rule in (rule for rule in rules() if len(reached[rule.id]) >= LEAST):
            values[rule.id] = best(rule, reached[rule.id], values)
    return values


def best(rule: StatusRule, reached: list[tuple[list[str], bool, float]], values: Values) -> float:
    """The value of one rule with the least squared error, the others held."""
    others = np.array([min((values[r] for r in heard if r != rule.id), default=9.0) for heard, _, _ in reached])
    highest = np.array([DOUBLE if capped else 9.0 for _, capped, _ in reached])
    ratings = np.array([rating for _, _, rating in reached])
    grid = GRID[HIGHEST.get(rule.status, 3.0) >= GRID]
    errors = [
        ((np.minimum(np.minimum(others, value), highest) - ratings) ** 2).sum()
        + PULL * (value - MEANS[rule.status]) ** 2
        for value in grid
    ]
    return float(grid[int(np.argmin(errors))])


def written(text: str, values: Values) -> str:
    """The YAML with the values of the rules replaced."""
    for rule, value in values.items():
        text = re.sub(rf"(- id: {re.escape(rule)}\n(?:  .*\n)*?  value: )\S+", rf"\g<1>{value:g}", text)
    return text


if __name__ == "__main__":
    main()
