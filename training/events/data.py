"""Sentences with a marked source and target, and what the one did to the other: our own, by type and mode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from legation.evaluation.events.marked import unmarked
from legation.events.classifier import Pair, piece_roles, words_in
from legation.language.embeddings import embeddings, filled
from legation.language.spacy_doc import blank

SENTENCES = Path(__file__).parent / "sentences"


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a sentence, the role of each (0 none, 1 source, 2 target) and its label: "TYPE" or "TYPE/mode"."""

    words: tuple[str, ...]
    roles: tuple[int, ...]
    label: str


def written(folder: Path = SENTENCES) -> Iterator[Marked]:
    """The sentences of the folder: a file for each type, lines of mode and marked sentence."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf8").splitlines():
            mode, _, text = line.partition("\t")
            if text:
                yield marked(text, path.stem if mode == "-" else f"{path.stem}/{mode}")


def marked(text: str, label: str) -> Marked:
    """A sentence with `<s>…</s>` and `<t>…</t>` as words with roles.

    >>> m = marked("<s>Chile</s> thanked <t>Peru</t>.", "SUPPORT")
    >>> m.words, m.roles
    (('Chile', 'thanked', 'Peru', '.'), (1, 0, 2, 0))
    """
    row = unmarked(text, label)
    tokens = [t for t in blank().tokenizer(row.text) if not t.is_space]
    bounds = [(t.idx, t.idx + len(t)) for t in tokens]
    pair = Pair(tuple(t.text for t in tokens), words_in(row.source, bounds), words_in(row.target, bounds))
    return Marked(pair.words, tuple(pair.roles), label)


def padded(batch: Sequence[Marked]) -> tuple[NDArray[Any], ...]:
    """What the head reads of a batch: vectors (B, pieces, 384), mask and roles (B, pieces)."""
    embed = embeddings()
    cut = [embed.cut(row.words) for row in batch]
    given = embed(cut)
    roles = filled([piece_roles(p, row.roles) for p, row in zip(cut, batch, strict=True)], given.mask.shape)
    return given.vectors, given.mask, roles
