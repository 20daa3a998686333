"""Whether the clause at a place of a text looks back or ahead, by its verb: dates without a year are read by it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from legation.language.parse import Word
from legation.language.times import Tense
from legation.lexicon import load

AUXILIARIES = ("aux", "aux:pass", "cop")
DEPTH = 12


class Wordings(msgspec.Struct, frozen=True):
    """`lexicon/en/tense.yaml`."""

    modals: frozenset[str]
    have: frozenset[str]
    carried: frozenset[str]
    going: frozenset[str]
    same: frozenset[str]
    when: frozenset[str]
    past: frozenset[str]
    earlier: frozenset[str]
    also: frozenset[str]
    hours: frozenset[str]
    held: frozenset[str]
    scheduled: frozenset[str]
    preceding: frozenset[str]
    within: frozenset[str]


class Tenses:
    """The tenses of a text's clauses, by its words and their tree."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words, self.lists = words, load("en/tense", Wordings)
        self.starts = [word.start for word in words]
        self.below: dict[int, list[Word]] = {}
        for word in words:
            self.below.setdefault(word.head, []).append(word)

    def at(self, position: int) -> Tense | None:
        """The tense of the clause that holds a position; None where its verb doesn't tell."""
        i = bisect_right(self.starts, position) - 1
        for _ in range(DEPTH):
            if i < 0:
                return None
            if self.words[i].pos in ("VERB", "AUX") or self._helped(i):
                return self._of(i, DEPTH)
            i = self.words[i].head
        return None

    def _helped(self, i: int) -> list[Word]:
        return [word for word in self.below.get(i, ()) if word.dep in AUXILIARIES]

    def _of(self, i: int, depth: int) -> Tense | None:
        word, helped = self.words[i], self._helped(i)
        forms = {each.lower for each in helped}
        tags = {word.tag, *(each.tag for each in helped)}
        if forms & self.lists.modals:
            return "past" if forms & self.lists.have else "future"
        if word.tag == "VBN" and not helped and word.lemma in self.lists.scheduled:
            return "future"
        if "VBD" in tags or forms & self.lists.have or (word.tag == "VBN" and not helped):
            return "past"
        if depth and not helped and word.head >= 0 and (word.tag in ("VB", "VBG") or word.dep == "conj"):
            return self._below(word, depth - 1)
        return None

    def _below(self, word: Word, depth: int) -> Tense | None:
        """The tense of a verb without one of its own: an infinitive lies ahead, unless its verb tells what was done."""
        above = self.words[word.head]
        infinitive = any(each.tag == "TO" for each in self.below.get(word.i, ()))
        if infinitive and word.dep in ("xcomp", "ccomp", "acl", "csubj"):
            going = above.lemma in self.lists.going and above.tag == "VBG"
            if going or above.lemma not in self.lists.carried:
                return "future"
        return self._of(word.head, depth) if word.head >= 0 else None
