"""Names: exact spans of persons, organisations and places on gold tokens, head and list together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from legation.evaluation.figure import Figure, f1
from legation.language.encoder import Encoder
from legation.language.names import tagged

if TYPE_CHECKING:
    from spacy.tokens import Doc

SETS = {
    "ner-uner-pud-news": ("UNER-PUD news", 78.0),
    "ner-uner-ewt-test": ("UNER-EWT test", None),
    "ner-gum-test-news": ("GUM news and speech", None),
}
LABELS = ("PER", "ORG", "LOC")


def measure(data: Path) -> Iterator[Figure]:
    """F1 in percent over all names and for each label."""
    encoder = Encoder()
    for file, (name, floor) in SETS.items():
        right, found, gold = score(encoder, list(documents(data / f"names/{file}.spacy")))
        yield Figure("names", name, "F1", f1(right.total(), found.total(), gold.total()), floor)
        for label in LABELS:
            yield Figure("names", name, f"F1 {label}", f1(right[label], found[label], gold[label]))


def documents(path: Path) -> Iterator[Doc]:
    """The sentences of a DocBin that have words."""
    import spacy
    from spacy.tokens import DocBin

    yield from (doc for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab) if len(doc))


def score(encoder: Encoder, docs: list[Doc]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Names right, found and gold by label."""
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    texts = [[token.text for token in doc] for doc in docs]
    for doc, words, analysis in zip(docs, texts, encoder.analyse(texts), strict=True):
        wanted = {(e.start, e.end, e.label_) for e in doc.ents if e.label_ in LABELS}
        ours = {(n.first, n.last, n.label) for n in tagged(words, analysis.name_scores)} if analysis else set()
        right.update(label for _, _, label in wanted & ours)
        found.update(label for _, _, label in ours)
        gold.update(label for _, _, label in wanted)
    return right, found, gold
