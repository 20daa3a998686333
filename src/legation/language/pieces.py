"""Words → what the encoder reads: wordpiece ids, the first and last piece of each word, and the shape of each piece.

The vocabulary is lower-cased; what capitals say comes in as shapes, one of eight classes a word. Training and run
time cut words by this one file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

# Marks that news prints and the training text doesn't: read as their plain twins, for the model only.
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})
REMEMBERED = 50_000
SHAPES = ("plain", "title", "upper", "initial", "mixed", "digits", "alphanumeric", "mark")


@dataclass(frozen=True, slots=True)
class Pieces:
    """One sentence: piece ids and shapes; per word the index of its first and last piece (0 if it has none)."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


def shape(word: str) -> int:
    """The class of a word's capitals and digits, an index into SHAPES.

    >>> [SHAPES[shape(w)] for w in ("talks", "Iran", "NATO", "J.", "McCain", "2020", "F-16", "?")]
    ['plain', 'title', 'upper', 'initial', 'mixed', 'digits', 'alphanumeric', 'mark']
    """
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        return 6 if letters else 5
    if not letters:
        return 7
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return 0
    if capitals == len(letters):
        return 2 if len(letters) > 1 else 3
    return 1 if capitals == 1 and letters[0].isupper() else 4


class Cutter:
    """Cuts words into pieces; each word is cut once and remembered, for news repeats its words."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._opening, self._closing = tokenizer.encode("").ids  # [CLS] and [SEP]
        self._known: dict[str, tuple[list[int], int]] = {}

    def __call__(self, words: Sequence[str]) -> Pieces:
        """The pieces of a tokenised sentence; the marks around it have the shape 0."""
        ids, shapes = [self._opening], [0]
        first, last = [0] * len(words), [0] * len(words)
        for at, word in enumerate(words):
            own, form = self._known.get(word) or self._cut(word)
            if own:
                first[at], last[at] = len(ids), len(ids) + len(own) - 1
                ids += own
                shapes += [form] * len(own)
        return Pieces([*ids, self._closing], [*shapes, 0], first, last)

    def _cut(self, word: str) -> tuple[list[int], int]:
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        own = self._tokenizer.encode(word.translate(PLAIN), add_special_tokens=False).ids
        self._known[word] = own, shape(word)
        return self._known[word]
