"""Names: persons, organisations and places, by the head of names and the list of names together.

The head gives each word log probabilities of tags; a listed name adds a bonus to the tags of what it may be, so
that the list decides where the head is in doubt and the head where it is sure. The best sequence of tags wins
(Viterbi), and each name keeps who found it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from legation.language.gazetteer import Label, Listed, capital, labels

Via = Literal["head", "list", "both"]
Spanned = tuple[int, int, Label]

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
BONUS = 1.0
"""What a listed name adds to the log probability of its tags, set by hand: between 0.5 and 3 F1 moves little."""

INSIDE = tuple(i for i, tag in enumerate(TAGS) if tag.startswith("I-"))


class NameSpan(msgspec.Struct, frozen=True):
    """A name over the words `first … last` (exclusive): what it is, who found it, and how sure (0–1)."""

    first: int
    last: int
    label: Label
    via: Via
    score: float

    def moved(self, by: int) -> NameSpan:
        """The same name so many words on."""
        return NameSpan(self.first + by, self.last + by, self.label, self.via, self.score)


def best_tags(scores: NDArray[np.float32]) -> list[int]:
    """The likeliest tags, as indices into TAGS, in which no name begins in its middle.

    >>> best_tags(np.log(np.array([[0.6, 0.1, 0.2, 0.02, 0.02, 0.03, 0.03]], np.float32)))
    [0]
    """
    best: list[int] = scores.argmax(1).tolist()
    if all(tag not in INSIDE or (at and best[at - 1] in (tag, tag - 1)) for at, tag in enumerate(best)):
        return best
    return _viterbi(scores)


def _viterbi(scores: NDArray[np.float32]) -> list[int]:
    allowed = np.zeros((len(TAGS), len(TAGS)), np.float32)  # from, to
    for tag in INSIDE:
        allowed[[i for i in range(len(TAGS)) if i not in (tag, tag - 1)], tag] = -1e9
    total = scores[0].copy()
    total[list(INSIDE)] = -1e9
    back: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        paths = total[:, None] + allowed
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    out = [int(total.argmax())]
    for pointers in reversed(back):
        out.append(int(pointers[out[-1]]))
    return out[::-1]


def tagged(words: Sequence[str], scores: NDArray[np.float32]) -> tuple[NameSpan, ...]:
    """The names of a sentence from the scores of its words, shape (words, 7), and the list of names."""
    if not len(words):
        return ()
    listed = [name for name in labels().find(words) if not _inside(words, name)]
    alone = tuple(spans(best_tags(scores)))
    together = tuple(spans(best_tags(_weighed(scores, listed)))) if listed else alone
    known = {(n.first, n.last, label) for n in listed for label in n.values}
    return tuple(NameSpan(*span, _via(span, alone, known), _score(scores, *span)) for span in together)


def _inside(words: Sequence[str], name: Listed[Label]) -> bool:
    """Whether capitals stand right beside, so that the listed name may be a part of another: "Georgia Tech"."""
    beside = (words[name.first - 1] if name.first > 1 else "", *words[name.last : name.last + 1])
    return any(capital(word) for word in beside)


def _weighed(scores: NDArray[np.float32], listed: Sequence[Listed[Label]]) -> NDArray[np.float32]:
    scores = scores.copy()
    for name in listed:
        for label in name.values:
            scores[name.first, TAGS.index(f"B-{label}")] += BONUS
            scores[name.first + 1 : name.last, TAGS.index(f"I-{label}")] += BONUS
    return scores


def _via(span: Spanned, alone: Sequence[Spanned], known: set[Spanned]) -> Via:
    return ("both" if span in known else "head") if span in alone else "list"


def _score(scores: NDArray[np.float32], first: int, last: int, label: Label) -> float:
    """The head's mean probability of the name's tags."""
    own = [scores[at, TAGS.index(f"{'I' if at > first else 'B'}-{label}")] for at in range(first, last)]
    return float(np.exp(np.mean(own)))


def spans(tags: Sequence[int]) -> Iterator[Spanned]:
    """Tag indices → (first, last exclusive, label).

    >>> list(spans([1, 2, 0, 5]))
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    start, label = 0, ""
    for at, tag in enumerate([*(TAGS[t] for t in tags), "O"]):
        if label and (tag[0] != "I" or tag[2:] != label):
            yield start, at, label  # type: ignore[misc]  # one of the three labels
            label = ""
        if tag != "O" and not label:
            start, label = at, tag[2:]
