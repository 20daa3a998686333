"""Sentences: exact spans on the raw text of treebanks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from legation.evaluation.conllu import rebuilt
from legation.evaluation.figure import Figure, f1
from legation.language.sentences import sentences

SETS = {
    "pud-news-test": ("PUD news", 97.5),
    "gum-test-news": ("GUM news", 95.0),
    "gum-test-clean": ("GUM test, 8 genres", None),
    "ewt-test": ("EWT test", None),
}


def measure(data: Path) -> Iterator[Figure]:
    """F1 in percent over exact spans."""
    for file, (name, floor) in SETS.items():
        text, gold = rebuilt(data / f"syntax/{file}.conllu.gz")
        found = {each.span for each in sentences(text)}
        yield Figure("sentences", name, "F1", f1(len(found & set(gold)), len(found), len(gold)), floor)
