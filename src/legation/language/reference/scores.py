"""The model that chooses a pronoun's antecedent: a weighted sum of named features, and the share of each choice.

The weights are data, `lexicon/en/salience.yaml`, fitted by training/reference/fit.py on texts that are no news.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp

import msgspec

from legation.language.reference.model import Mention
from legation.lexicon import load, per_lexicon


class Weights(msgspec.Struct, frozen=True):
    """The weights of one class of pronoun; `least` is the share that the best candidate must reach."""

    least: float
    features: dict[str, float]


@per_lexicon
def weights() -> dict[str, Weights]:
    """Class of pronoun ("person", "they", "it") → its weights."""
    return load("en/salience", dict[str, Weights])


def family(mention: Mention) -> str:
    """The class of a pronoun of the third person."""
    return "person" if mention.gender else "it" if mention.number == "singular" else "they"


def shares(scores: Sequence[float]) -> list[float]:
    """Scores → shares that sum to one.

    >>> [round(s, 2) for s in shares([1.0, 1.0])]
    [0.5, 0.5]
    """
    top = max(scores, default=0.0)
    powers = [exp(s - top) for s in scores]
    whole = sum(powers)
    return [p / whole for p in powers]


def score(model: Weights, features: Iterable[str]) -> float:
    """The sum of the weights of the features that hold."""
    return sum(model.features.get(f, 0.0) for f in features)
