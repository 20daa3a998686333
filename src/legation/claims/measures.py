"""Measures: what a claim is about, in its normal form: "commercial goods exchange" is trade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from legation.claims.joins import joins
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.lexicon import load, per_lexicon

PRONOUNS = frozenset({"PRON", "DET"})
NAMING = frozenset({"NOUN", "PROPN", "VERB"})
# Measures that verbs say too: "sold India weapons worth $9 bn".
TRADED = frozenset({"exports", "imports", "trade"})
TOLL = "casualties"
NO_MEASURE = frozenset({"anaphor", "side", "inner"})


class Measure(msgspec.Struct, frozen=True):
    """An entry of `lexicon/en/measures.yaml`."""

    id: str
    name: str
    sort: str
    words: tuple[str, ...]
    at: str
    directed: str | None = None
    national: bool = False
    home: bool = False
    singular: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A measure in the text: its normal form and words.

    `far` where it stood in no slot but was looked for before, `pointed` where a pronoun led there.
    """

    name: str
    word: int
    words: tuple[int, ...]
    entry: Measure | None = None
    far: bool = False
    pointed: bool = False

    @property
    def sort(self) -> str:
        return self.entry.sort if self.entry else ""


@per_lexicon
def _table() -> dict[tuple[str, ...], Measure]:
    return {tuple(p.lower().split()): entry for entry in load("en/measures", tuple[Measure, ...]) for p in entry.words}


@per_lexicon
def _words() -> frozenset[str]:
    return frozenset(word for phrase in _table() for word in phrase)


@per_lexicon
def _longest() -> int:
    return max(map(len, _table()))


@per_lexicon
def names() -> dict[str, Measure]:
    """Normal form → its entry."""
    return {entry.name: entry for entry in load("en/measures", tuple[Measure, ...])}


class Measures:
    """The measures of one parse."""

    def __init__(self, frames: Frames) -> None:
        self.frames, self.parse = frames, frames.parse

    def at(self, i: int) -> Found | None:
        """The measure of the phrase headed by word `i`, listed or as written; None where it has none of its own."""
        found = self._killed(i) or self.listed(i)
        if found is None:
            return self._traded(i) or self._written(i)
        if found.sort == "container":
            return next(self._carried(i), None)
        if found.sort == "goods":
            return self._traded(i) or found
        return None if found.sort in NO_MEASURE else found

    def _killed(self, i: int) -> Found | None:
        """People described as killed: "the number of soldiers killed"."""
        parse = self.parse
        if parse.words[i].tag not in ("NNS", "NNPS"):
            return None
        harmed = next((c for c in parse.children(i, "acl") if self._dead(c)), None)
        return Found(TOLL, i, (i, harmed), names()[TOLL]) if harmed is not None else None

    def _dead(self, verb: int) -> bool:
        return self.parse.words[verb].tag == "VBN" and _lemma(self.parse, verb) in joins().harmed

    def listed(self, i: int) -> Found | None:
        """The longest listed phrase over word `i`, containers and anaphors too."""
        parse, table = self.parse, _table()
        if _lemma(parse, i) not in _words():
            return None
        sentence = parse.sentences[parse.words[i].sentence]
        for size in range(_longest(), 0, -1):
            for first in range(max(sentence.first, i - size + 1), min(i, sentence.last - size) + 1):
                entry = table.get(tuple(_lemma(parse, w) for w in range(first, first + size)))
                if entry is not None and self._fits(first, first + size, i) and not self._plural(entry, i):
                    return Found(entry.name, i, tuple(range(first, first + size)), entry)
        return None

    def _plural(self, entry: Measure, i: int) -> bool:
        """ "Shares of the bank" are no share."""
        return entry.singular and self.parse.words[i].tag == "NNS"

    def _fits(self, first: int, last: int, i: int) -> bool:
        """A phrase of more than one word must hold together: all but one of its words hang on each other."""
        inside = range(first, last)
        outside = [w for w in inside if self.parse.words[w].head not in inside]
        return len(outside) == 1 and (i == outside[0] or self.parse.words[i].head in inside)

    def _carried(self, i: int) -> Iterator[Found]:
        """What "volume" or "level" carries: "trade volume", "the level of relations"."""
        for child in self.parse.children(i, "nmod", "compound", "amod"):
            case = self.frames.case(child)[0]
            if (case in joins().carried or case is None) and self.parse.words[child].pos in ("NOUN", "PROPN", "VERB"):
                found = self._killed(child) or self.listed(child)
                if found is not None and found.sort not in ("container", "anaphor"):
                    yield found
                elif found is not None and found.sort == "container":
                    yield from self._carried(child)
                elif case == "of" and (written := self._written(child)):
                    yield written

    def _traded(self, i: int) -> Found | None:
        """The flow that goods are of: "purchases of gold, worth 178 million francs"."""
        word = self.parse.words[i]
        if word.dep != "nmod" or self.frames.case(i)[0] != "of" or self.parse.words[word.head].pos != "NOUN":
            return None
        found = self.listed(word.head)
        return found if found is not None and found.sort == "flow" else None

    def _written(self, i: int) -> Found | None:
        """A noun that is not listed, with the words compounded with it."""
        word = self.parse.words[i]
        if word.pos != "NOUN":
            return None
        words = (*(c for c in self.parse.children(i, "compound") if c < i and self.parse.words[c].pos == "NOUN"), i)
        return Found(" ".join(self.parse.words[w].lower for w in words), i, words)

    def points_back(self, i: int) -> bool:
        """True for pronouns, "the figure", "volume" with nothing behind it."""
        return self.parse.words[i].pos in PRONOUNS or self.anaphor(i)

    def anaphor(self, i: int) -> bool:
        """True for a word that stands for a measure: "it", "which", "the figure"."""
        found = self.listed(i)
        return found is not None and found.sort in ("anaphor", "container")

    def before(self, i: int, sorts: tuple[str, ...], *, back: int = 0) -> Found | None:
        """The nearest listed measure of these sorts before word `i`, up to `back` sentences back."""
        parse = self.parse
        own = parse.words[i].sentence
        for s in range(own, max(-1, own - back - 1), -1):
            sentence = parse.sentences[s]
            for w in range(min(i, sentence.last) - 1, sentence.first - 1, -1):
                found = self.listed(w) if parse.words[w].pos in NAMING else None
                if found is not None and found.sort in sorts and self._heads(found):
                    return replace(found, far=True)
        return None

    def _heads(self, found: Found) -> bool:
        """The word is no mere modifier of another noun ("trade minister"), and a verb is one of trade."""
        word = self.parse.words[found.word]
        if word.pos == "VERB":
            return found.name in TRADED
        return word.dep not in ("compound", "amod", "flat") or self.parse.words[word.head].pos == "VERB"


def _lemma(parse: Parse, i: int) -> str:
    return parse.words[i].lemma.lower()
