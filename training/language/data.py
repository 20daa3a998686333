"""Reads the training data: CoNLL-U trees and spaCy DocBins of names → wordpiece examples.

One example is one sentence: wordpiece ids, the first wordpiece of each word, and the gold columns.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.language.names import TAGS
from legation.language.pieces import Cutter, Pieces

MAX_PIECES = 256
TREES = ("ewt-train", "gum-clean-train")
NAMES = ("ner-wikigold", "ner-crossner", "ner-uner-ewt-dev", "ner-gum-clean-train", "ner-uner-pud-wiki")
TWEETS = ("ner-btc",)


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: `columns` are gold values per word (heads, labels, UPOS, XPOS; or name tags)."""

    words: tuple[str, ...]
    columns: tuple[list[int], ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """An example as one epoch sees it: its pieces after the draw of capitals, and its columns."""

    pieces: Pieces
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


def vocabulary(sentences: Iterable[list[list[str]]], column: int) -> dict[str, int]:
    """Label → index, sorted, over one CoNLL-U column."""
    return {label: i for i, label in enumerate(sorted({r[column] for rows in sentences for r in rows}))}


def tree_examples(sentences: Iterable[list[list[str]]], maps: dict[str, dict[str, int]]) -> list[Example]:
    """Trees → examples with columns heads, labels, upos, xpos (unseen labels become 0)."""
    return [
        Example(
            tuple(r[1] for r in rows),
            (
                [int(r[6]) for r in rows],
                *([maps[k].get(r[c], 0) for r in rows] for k, c in (("label", 7), ("upos", 3), ("xpos", 4))),
            ),
        )
        for rows in sentences
    ]


def name_examples(path: Path) -> list[Example]:
    """A DocBin of names → examples with one column of BIO tags."""
    import spacy
    from spacy.tokens import DocBin

    vocab, index, out = spacy.blank("en").vocab, {t: i for i, t in enumerate(TAGS)}, []
    for doc in DocBin().from_disk(path).get_docs(vocab):
        tags = [0] * len(doc)
        for entity in doc.ents:
            if "B-" + entity.label_ in index:
                tags[entity.start : entity.end] = [index["I-" + entity.label_]] * len(entity)
                tags[entity.start] = index["B-" + entity.label_]
        if 0 < len(doc) <= 120:
            out.append(Example(tuple(t.text for t in doc), (tags,)))
    return out


def silver_examples(path: Path) -> list[Example]:
    """What `training.language.silver` wrote; a tag of −100 has no loss."""
    rows = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    return [Example(tuple(row["words"]), (row["tags"],)) for row in rows]


def taught_examples(path: Path) -> list[Example]:
    """What `training.language.teachers` wrote."""
    rows = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    return [Example(tuple(row["words"]), tuple(row["columns"])) for row in rows]


# How often an epoch sees a sentence written as headlines, tickers and careless text write it.
CAPITALS = ((0.04, str.title), (0.03, str.upper), (0.03, str.lower))


def draw(example: Example, cut: Cutter) -> Drawn:
    """The example with its capitals as they are or, now and then, as a headline's, all large or all small."""
    chance = random.random()
    for share, change in CAPITALS:
        if chance < share:
            return Drawn(cut([change(w) for w in example.words]), example.columns)
        chance -= share
    return Drawn(cut(example.words), example.columns)


def batches(examples: Sequence[Example], cut: Cutter, pieces_per_batch: int) -> list[list[Drawn]]:
    """One epoch: shuffled batches of similar length, each at most `pieces_per_batch` padded pieces."""
    drawn = [d for e in examples if len((d := draw(e, cut)).pieces.ids) <= MAX_PIECES]
    out: list[list[Drawn]] = []
    current: list[Drawn] = []
    for one in sorted(drawn, key=lambda d: len(d.pieces.ids) + random.random() * 4):
        if current and len(one.pieces.ids) * (len(current) + 1) > pieces_per_batch:
            out.append(current)
            current = []
        current.append(one)
    if current:
        out.append(current)
    random.shuffle(out)
    return out
