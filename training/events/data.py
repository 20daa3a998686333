"""Sentences with a marked source and target, and what the one did to the other: our own, by type and mode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from legation.language.embeddings import embeddings, filled
from legation.language.pieces import Pieces
from legation.language.spacy_doc import blank

SENTENCES = Path(__file__).parent / "sentences"
MARKS = re.compile(r"(</?[st]>)")


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
    plain, spans, role = "", [], 0
    for piece in MARKS.split(text):
        if MARKS.fullmatch(piece):
            role = {"<s>": 1, "<t>": 2}.get(piece, 0)
        else:
            spans.append((len(plain), len(plain) + len(piece), role))
            plain += piece
    tokens = [t for t in blank().tokenizer(plain) if not t.is_space]
    return Marked(tuple(t.text for t in tokens), tuple(_role(t.idx, t.idx + len(t), spans) for t in tokens), label)


def _role(first: int, last: int, spans: Sequence[tuple[int, int, int]]) -> int:
    return max((role for a, b, role in spans if first < b and a < last), default=0)


def padded(batch: Sequence[Marked]) -> tuple[NDArray[Any], ...]:
    """What the head reads of a batch: vectors (B, pieces, 384), mask and roles (B, pieces)."""
    embed = embeddings()
    cut = [embed.cut(row.words) for row in batch]
    given = embed(cut)
    roles = filled([_pieces(p, row.roles) for p, row in zip(cut, batch, strict=True)], given.mask.shape)
    return given.vectors, given.mask, roles


def _pieces(cut: Pieces, roles: Sequence[int]) -> list[int]:
    out = [0] * len(cut.ids)
    for first, last, role in zip(cut.first, cut.last, roles, strict=True):
        if first:
            out[first : last + 1] = [role] * (last + 1 - first)
    return out
