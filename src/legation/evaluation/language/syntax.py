"""Syntax: labelled and unlabelled attachment and tags of the shipped model, gold tokens, punctuation left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from legation.evaluation.conllu import Row, trees
from legation.evaluation.figure import Figure
from legation.language.encoder import Encoder

SETS = {
    "ewt-test": ("EWT test", {"LAS": 90.3, "UPOS": 97.0}),
    "pud-news-test": ("PUD news", {"LAS": 90.5, "UPOS": 96.8}),
    "gum-test-clean": ("GUM test, 8 genres", {}),
    "gum-test-news": ("GUM news test", {}),
}

# What is aimed at where the floor, which is what was reached, lies below it.
AIMS = {("PUD news", "LAS"): 90.8, ("PUD news", "UPOS"): 97.2}


def measure(data: Path) -> Iterator[Figure]:
    """LAS, UAS and UPOS in percent on each test set."""
    encoder = Encoder()
    for file, (name, floors) in SETS.items():
        scores = score(encoder, list(trees(data / f"syntax/{file}.conllu.gz")))
        for measure, value in scores.items():
            aim = AIMS.get((name, measure))
            yield Figure("syntax", name, measure, value, floors.get(measure), f"aim {aim}" if aim else "")


def score(encoder: Encoder, gold: list[list[Row]]) -> dict[str, float]:
    """LAS, UAS, UPOS over all words that are no punctuation; an unparsed sentence is all wrong."""
    counts: Counter[str] = Counter()
    for rows, analysis in zip(gold, encoder.analyse([[r[1] for r in rows] for rows in gold]), strict=True):
        for i, row in enumerate(rows):
            if row[3] == "PUNCT":
                continue
            arc = analysis is not None and analysis.heads[i] == int(row[6])
            label = analysis is not None and analysis.labels[i] == row[7]
            tag = analysis is not None and analysis.upos[i] == row[3]
            counts.update(words=1, UAS=arc, LAS=arc and label, UPOS=tag)
    return {key: 100 * counts[key] / counts["words"] for key in ("LAS", "UAS", "UPOS")}
