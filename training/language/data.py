"""Reads the training data: CoNLL-U trees and spaCy DocBins of names → wordpiece examples.

One example is one sentence: wordpiece ids, the first wordpiece of each word, and the gold columns.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

# What readers of news write and the training text does not; the runtime applies the same table.
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})
MAX_PIECES = 256
NAME_TAGS = ["O", *(prefix + label for label in ("PER", "ORG", "LOC") for prefix in ("B-", "I-"))]
TREES = ("ewt-train", "gum-clean-train")
NAMES = ("ner-wikigold", "ner-crossner", "ner-uner-ewt-dev", "ner-gum-clean-train", "ner-uner-pud-wiki")


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: `columns` are gold values per word (heads and labels, or name tags)."""

    ids: list[int]
    first: list[int]
    columns: tuple[list[int], ...]


def read_conllu(path: Path) -> Iterator[list[list[str]]]:
    """Sentences as lists of 10-column rows; multiword ranges and empty nodes are left out."""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                rows.append(columns)
            elif not line.strip() and rows:
                yield rows
                rows = []
    if rows:
        yield rows


def pieces(tokenizer: Tokenizer, words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Wordpiece ids, and for each word the index of its first piece (0, the CLS piece, if it has none)."""
    encoding = tokenizer.encode([w.translate(PLAIN) for w in words], is_pretokenized=True)
    first = [0] * len(words)
    for index, word in reversed(list(enumerate(encoding.word_ids))):
        if word is not None:
            first[word] = index
    return encoding.ids, first


def vocabulary(sentences: Iterable[list[list[str]]], column: int) -> dict[str, int]:
    """Label → index, sorted, over one CoNLL-U column."""
    return {label: i for i, label in enumerate(sorted({r[column] for rows in sentences for r in rows}))}


def tree_examples(
    sentences: Iterable[list[list[str]]], tokenizer: Tokenizer, maps: dict[str, dict[str, int]]
) -> list[Example]:
    """Trees → examples with columns heads, labels, upos, xpos (unseen labels become 0)."""
    out = []
    for rows in sentences:
        ids, first = pieces(tokenizer, [r[1] for r in rows])
        if len(ids) <= MAX_PIECES:
            gold = (
                [int(r[6]) for r in rows],
                *([maps[k].get(r[c], 0) for r in rows] for k, c in (("label", 7), ("upos", 3), ("xpos", 4))),
            )
            out.append(Example(ids, first, gold))
    return out


def name_examples(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """A DocBin of names → examples with one column of BIO tags."""
    import spacy
    from spacy.tokens import DocBin

    vocab, index, out = spacy.blank("en").vocab, {t: i for i, t in enumerate(NAME_TAGS)}, []
    for doc in DocBin().from_disk(path).get_docs(vocab):
        words, tags = [t.text for t in doc], [0] * len(doc)
        for entity in doc.ents:
            if "B-" + entity.label_ in index:
                tags[entity.start : entity.end] = [index["I-" + entity.label_]] * len(entity)
                tags[entity.start] = index["B-" + entity.label_]
        if 0 < len(words) <= 120:
            ids, first = pieces(tokenizer, words)
            if len(ids) <= MAX_PIECES:
                out.append(Example(ids, first, (tags,)))
    return out


def batches(examples: Sequence[Example], pieces_per_batch: int, *, shuffle: bool = True) -> list[list[Example]]:
    """Batches of similar length, each at most `pieces_per_batch` padded pieces."""
    jitter = (lambda: random.random() * 4) if shuffle else (lambda: 0.0)
    out: list[list[Example]] = []
    current: list[Example] = []
    for example in sorted(examples, key=lambda e: len(e.ids) + jitter()):
        if current and len(example.ids) * (len(current) + 1) > pieces_per_batch:
            out.append(current)
            current = []
        current.append(example)
    if current:
        out.append(current)
    if shuffle:
        random.shuffle(out)
    return out
