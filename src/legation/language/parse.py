"""The parsed document: words with their tree, sentences, time expressions and quotations.

Words index the stored text; nothing is normalised. A word's `head` is the index of its head in the
document, or -1 for the root of a sentence. Labels are Universal Dependencies 2, tags UPOS and XPOS.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import force_setattr

from legation.language.names import NameSpan
from legation.language.quotes import Quote
from legation.language.times import TimeExpression
from legation.records import Document, Issue, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Children that belong to the phrase of their head, not to what the phrase is joined to.
JOINING = frozenset({"conj", "cc", "cc:preconj", "punct", "case", "mark", "parataxis", "discourse", "list"})


class Word(msgspec.Struct, frozen=True):
    """One word: its place, its forms and its place in the tree."""

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    name: str
    lower: str = ""
    """The text in lower case; made from it."""
    base: str = ""
    """The label without its subtype, `nsubj` of `nsubj:pass`; made from it."""

    def __post_init__(self) -> None:  # asked for many times per word
        force_setattr(self, "lower", self.text.lower())
        force_setattr(self, "base", self.dep.partition(":")[0])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or bullet: its span in the text and its words `first … last` (exclusive).

    `skipped` where the cascade left it out; not `parsed` and not skipped where it was too long.
    """

    i: int
    span: Span
    kind: str
    first: int
    last: int
    parsed: bool
    skipped: bool = False


@dataclass(frozen=True)
class Parse:
    """A document as the language stage gives it to the coders."""

    document: Document
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...]
    quotes: tuple[Quote, ...]
    issues: tuple[Issue, ...] = ()
    names: tuple[NameSpan, ...] = ()
    _children: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _labels: dict[int, set[str]] = field(default_factory=dict, repr=False)
    """The labels of a word's dependents: most questions for one are answered by its absence."""

    def __post_init__(self) -> None:
        for word in self.words:
            if word.head >= 0:
                self._children.setdefault(word.head, []).append(word.i)
                self._labels.setdefault(word.head, set()).update((word.dep, word.base))

    @property
    def text(self) -> str:
        return self.document.text

    def children(self, i: int, *deps: str) -> list[int]:
        """Indices of the dependents of word `i`, of the labels given (`nsubj` also means `nsubj:…`)."""
        below = self._children.get(i)
        if below is None:
            return []
        if not deps:
            return below
        if self._labels[i].isdisjoint(deps):
            return []
        words = self.words
        return [c for c in below if words[c].base in deps or words[c].dep in deps]

    def subtree(self, i: int) -> list[int]:
        """Word `i` and all that hangs below it, in no order."""
        out = [i]
        for at in out:  # grows as it goes
            if at in self._children:
                out += self._children[at]
        return out

    def phrase(self, i: int) -> list[int]:
        """Word `i` and all below it, without what is coordinated with it, its case and punctuation; sorted."""
        out = [i]
        for child in self.children(i):
            if self.words[child].dep not in JOINING:
                out += self.subtree(child)
        return sorted(out)

    def conjuncts(self, i: int) -> list[int]:
        """Word `i` and what is coordinated with it, in the order of the text."""
        out, queue = [i], self.children(i, "conj")
        if not queue:
            return out
        while queue:
            at = queue.pop(0)
            out.append(at)
            queue = self.children(at, "conj") + queue
        return sorted(out)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above word `i`, nearest first."""
        at = self.words[i].head
        while at >= 0:
            yield at
            at = self.words[at].head

    def span(self, words: Iterable[int]) -> Span:
        """The span from the first to the last of `words`."""
        indices = list(words)
        return self.words[min(indices)].start, self.words[max(indices)].end

    def slice(self, span: Span) -> str:
        return self.document.text[span[0] : span[1]]

    def words_in(self, span: Span) -> range:
        """Indices of the words that begin within `span`."""
        return range(bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1]))

    def times_in(self, span: Span) -> tuple[TimeExpression, ...]:
        """The time expressions that lie within `span`."""
        first = bisect_left(self._time_starts, span[0])
        return tuple(t for t in self.times[first : bisect_left(self._time_starts, span[1])] if t.span[1] <= span[1])

    @cached_property
    def time_words(self) -> frozenset[int]:
        """Words of time expressions: "March" in "in March" is no march."""
        return frozenset(w for t in self.times for w in self.words_in(t.span))

    @cached_property
    def _time_starts(self) -> list[int]:
        return [t.span[0] for t in self.times]

    @cached_property
    def starts(self) -> list[int]:
        return [w.start for w in self.words]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the text, as it is written."""
        return Counter(w.text for w in self.words)

    def doc(self) -> Doc:
        """The same words and tree as a spaCy `Doc`, for matchers and displaCy."""
        from legation.language.spacy_doc import as_doc

        return as_doc(self)
