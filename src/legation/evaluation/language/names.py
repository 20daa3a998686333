"""Names (PER, ORG, LOC) of the shipped model on gold tokens, exact spans: python eval/names.py --data ../shared/data"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from legation.language.encoder import Encoder

SETS = ("ner-uner-pud-news", "ner-uner-ewt-test", "ner-gum-test-news")
LABELS = ("PER", "ORG", "LOC")


def spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """BIO tags → (first, last exclusive, label)."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and (tag[0] != "I" or tag[2:] != label):
            yield start, i, label
            label = ""
        if tag != "O" and not label:
            start, label = i, tag[2:]


def main() -> None:
    """Prints F1 per label and over all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    encoder, vocab = Encoder(), spacy.blank("en").vocab
    for name in SETS:
        docs = [d for d in DocBin().from_disk(args.data / f"names/{name}.spacy").get_docs(vocab) if len(d)]
        counts: Counter[tuple[str, str]] = Counter()
        for doc, analysis in zip(docs, encoder.analyse([[t.text for t in d] for d in docs]), strict=True):
            gold = {(e.start, e.end, e.label_) for e in doc.ents if e.label_ in LABELS}
            found = set(spans(analysis.names)) if analysis else set()
            for label in (*LABELS, "all"):
                keep = lambda rows, wanted=label: {r for r in rows if wanted in ("all", r[2])}  # noqa: E731
                counts[label, "right"] += len(keep(gold & found))
                counts[label, "both"] += len(keep(gold)) + len(keep(found))
        print(
            f"{name:<20}",
            "  ".join(
                f"{label} {200 * counts[label, 'right'] / max(1, counts[label, 'both']):.1f}"
                for label in (*LABELS, "all")
            ),
        )


if __name__ == "__main__":
    main()
