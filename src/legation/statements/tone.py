"""The words of `lexicon/en/stance.yaml`: their weights by whom they judge, and the forms around them."""

from __future__ import annotations

import msgspec

from legation.language.frames import Frames
from legation.lexicon import load, per_lexicon

KINDS = ("attitudes", "measures", "deeds", "qualities")


class Words(msgspec.Struct, frozen=True):
    """Lemma → weight, by whom the word judges."""

    told: dict[str, float]
    deeds: dict[str, float]
    measures: dict[str, float]
    attitudes: dict[str, float]
    qualities: dict[str, float]


class Tone(msgspec.Struct, frozen=True):
    """`lexicon/en/stance.yaml`."""

    friendly: Words
    hostile: Words
    turning: frozenset[str]
    making: frozenset[str]
    menacing: frozenset[str]
    posing: frozenset[str]
    obliging: frozenset[str]
    wished: frozenset[str]
    negations: frozenset[str]
    against: tuple[str, ...]
    of_doer: frozenset[str]


@per_lexicon
def tone() -> Tone:
    """The compiled table."""
    return load("en/stance", Tone)


@per_lexicon
def weights(kind: str) -> dict[str, float]:
    """Lemma → weight, −1 … 1, of one of `KINDS` or of "told"."""
    table = tone()
    return {**getattr(table.friendly, kind), **{w: -v for w, v in getattr(table.hostile, kind).items()}}


@per_lexicon
def judging() -> frozenset[str]:
    """Every lemma that may judge, the last word of those of several."""
    return frozenset(w.split()[-1] for kind in KINDS for w in weights(kind))


def weight(frames: Frames, i: int, kind: str) -> float:
    """The weight of a word, read with its particle or the "to", "at", "bad" … before it first; 0 where it has none."""
    parse, table = frames.parse, weights(kind)
    lemma = parse.words[i].lemma.lower()
    before = f"{parse.words[i - 1].lower} {lemma}" if i else lemma
    return table.get(before) or table.get(frames.lemma(i).lower()) or table.get(lemma, 0.0)
