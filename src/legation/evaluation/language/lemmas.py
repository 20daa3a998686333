"""Lemmas of verbs: gold words through the encoder, its tags to lemmas; compared without regard to capitals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from legation.evaluation.conllu import Row, trees
from legation.evaluation.figure import Figure
from legation.language.encoder import Encoder
from legation.language.lemmas import lemma

SETS = {
    "pud-news-test": ("PUD news", 98.3),
    "ewt-test": ("EWT test", None),
    "gum-test-news": ("GUM news test", None),
}


def measure(data: Path) -> Iterator[Figure]:
    """The share of words with the gold tag VERB or AUX whose lemma is right, in percent."""
    encoder = Encoder()
    for file, (name, floor) in SETS.items():
        rows = list(pairs(encoder, list(trees(data / f"syntax/{file}.conllu.gz"))))
        yield Figure("lemmas", name, "verb lemma", 100 * sum(own == gold for own, gold, _ in rows) / len(rows), floor)


def pairs(encoder: Encoder, gold: list[list[Row]]) -> Iterator[tuple[str, str, str]]:
    """Per verb its lemma by us, the gold lemma, both lower case, and the word."""
    for rows, analysis in zip(gold, encoder.analyse([[r[1] for r in rows] for rows in gold]), strict=True):
        for i, row in enumerate(rows):
            if row[3] in ("VERB", "AUX"):
                tag = analysis.upos[i] if analysis else "X"
                yield lemma(row[1], tag).lower(), row[2].lower(), row[1]
