"""Turns of a transcript: who is said to speak from where to where, "MR PRICE: We condemn it."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.language.endings import Entry
from legation.language.reference.words import is_title
from legation.lexicon import load, per_lexicon
from legation.records import Span

LABELS = ("asks", "guides", "answers", "never")
WORD = r"[^\W\d_][\w.'’()-]*"
# At the head of a line a name of few words and a colon, or the bare "Q" of some transcripts.
LABEL = re.compile(
    rf"(?m)^[^\S\n]*(?P<label>{WORD}(?:[^\S\n]+{WORD}){{0,6}}(?=[^\S\n]*:[^\S\n])|Q(?=\.?[^\S\n]+[\"“A-Z]))\W*"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: the spans of its label and of its words; `kind`: asks, guides, answers, or None for a named speaker."""

    label: Span
    span: Span
    kind: str | None


@per_lexicon
def voices() -> dict[str, frozenset[str]]:
    """The lists of `turns.yaml` by the last part of their id."""
    return {e.id.rpartition(".")[2]: frozenset(e.words) for e in load("en/turns", tuple[Entry, ...])}


@per_lexicon
def _kinds() -> dict[str, str]:
    """The label in lower case → what it says of who speaks."""
    return {word: kind for kind in LABELS for word in voices()[kind]}


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a text in order; none where one line alone opens one, unless its label is a title with a name.

    >>> [turn.kind for turn in turns("QUESTION: And Iran?\\nMR PRICE: We condemn it.")]
    ['asks', None]
    """
    opened = [m for m in LABEL.finditer(text) if _opens(m["label"]) and not text[m.end() : m.end() + 1].islower()]
    if not opened or (len(opened) == 1 and not _titled(opened[0]["label"])):
        return ()
    ends = [*(m.start() for m in opened[1:]), len(text)]
    kinds = (_kinds().get(m["label"].lower()) for m in opened)
    parts = zip(opened, ends, kinds, strict=True)
    return tuple(Turn(m.span("label"), (m.end(), end), kind) for m, end, kind in parts)


def _opens(label: str) -> bool:
    """Whether a label is a speaker's: listed, in capitals, or a title with a name."""
    kind = _kinds().get(label.lower())
    if kind:
        return kind != "never" and (label.isupper() or label[1:].islower())
    return label.isupper() or (_titled(label) and label.split()[-1][0].isupper())


def _titled(label: str) -> bool:
    """Whether a label is a title with more: "MR PRICE", "Deputy Secretary Berg"."""
    first, _, more = label.partition(" ")
    return bool(more) and is_title(first.lower())
