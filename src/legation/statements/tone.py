"""The words of `lexicon/en/stance.yaml`: their weights by whom they judge, and the forms around them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.lexicon import load, per_lexicon

APART = " ~ "
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
    strength: dict[str, dict[str, float]]
    turning: frozenset[str]
    making: frozenset[str]
    menacing: frozenset[str]
    posing: frozenset[str]
    obliging: frozenset[str]
    wished: frozenset[str]
    negations: frozenset[str]
    against: tuple[str, ...]
    of_doer: frozenset[str]
    untrue: frozenset[str]
    relying: frozenset[str]
    conditions: frozenset[str]
    bidding: frozenset[str]
    silent: frozenset[str]
    moving: frozenset[str]
    refused: dict[str, float]
    widening: frozenset[str]
    sharing: frozenset[str]
    relational: frozenset[str]


@per_lexicon
def tone() -> Tone:
    """The compiled table."""
    return load("en/stance", Tone)


@per_lexicon
def weights(kind: str) -> dict[str, float]:
    """Lemma → weight, −1 … 1, of one of `KINDS` or of "told"."""
    table = tone()
    sides = ((table.friendly, table.strength["friendly"][kind]), (table.hostile, -table.strength["hostile"][kind]))
    return {w: v * strength for words, strength in sides for w, v in getattr(words, kind).items()}


@per_lexicon
def judging() -> frozenset[str]:
    """Every lemma that may judge: the last word of those of several, the verb of those with a word below it."""
    words = (w for kind in KINDS for w in weights(kind))
    return frozenset(w.split()[0 if APART in w else -1] for w in words) | tone().relying | set(tone().refused)


@per_lexicon
def _idioms(kind: str) -> dict[str, dict[str, float]]:
    """Verb → word that stands below it → weight: "keep ~ word"."""
    found: dict[str, dict[str, float]] = {}
    for told, value in weights(kind).items():
        if APART in told:
            verb, word = told.split(APART)
            found.setdefault(verb, {})[word] = value
    return found


def weight(frames: Frames, i: int, kind: str) -> float:
    """The weight of a word, read first with a word below it, its particle or "to", "at", "bad" before it; else 0."""
    parse, table = frames.parse, weights(kind)
    lemma = parse.words[i].lemma.lower()
    if below := _idioms(kind).get(lemma):
        found = next((v for c in _below(parse, i) if (v := below.get(parse.words[c].lemma.lower()))), 0.0)
        if found:
            return found
    if parse.words[i].pos == "ADV" and not lemma.endswith("ly"):
        return 0.0  # "flew close to"
    before = f"{parse.words[i - 1].lower} {lemma}" if i else lemma
    return (
        table.get(before)
        or table.get(frames.lemma(i).lower())
        or table.get(lemma)
        or table.get(lemma.removesuffix("ly"), 0.0)
    )


def _below(parse: Parse, i: int) -> Iterator[int]:
    """The objects, adverbs and complements of a verb, and what prepositions join to its object."""
    for c in parse.children(i, "obj", "iobj", "obl", "advmod", "xcomp", "advcl", "mark"):
        yield c
        yield from parse.children(c, "nmod")
