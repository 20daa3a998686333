"""A frame: one predicate with its arguments by role and preposition."""

from __future__ import annotations

from typing import Literal

import msgspec

FrameKind = Literal["verb", "noun", "adjective"]


class Filler(msgspec.Struct, frozen=True):
    """A slot and the head word of the phrase that fills it; `case` is its preposition's word."""

    slot: str
    word: int
    case: int | None = None


class Frame(msgspec.Struct, frozen=True):
    """A predicate: its word, lemma (with particle), the verb that carries a noun, and its fillers."""

    word: int
    lemma: str
    kind: FrameKind
    passive: bool
    carrier: int | None
    words: tuple[int, ...]
    fillers: tuple[Filler, ...]
    sentence: int

    def slot(self, *names: str) -> tuple[int, ...]:
        """Head words of the phrases in the slots named, in the order of the names."""
        return tuple([f.word for name in names for f in self.fillers if f.slot == name])

    @property
    def verb(self) -> int:
        """The word that bears tense and negation: the carrier of a noun, else the predicate."""
        return self.word if self.carrier is None else self.carrier
