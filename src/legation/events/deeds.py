"""Acts that the text has told and speaks of again: "Russia condemned the raid" is about whoever flew it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from legation.events.sides import owner
from legation.language.frame import Frame
from legation.language.parse import Parse
from legation.language.tables import frame_tables
from legation.records import ActorRef

BACK = 3  # sentences: what was told before these is no longer "the raid"
ANY = "*"
AGAINST = frozenset({"ACCUSE", "REJECT"})


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that was coded: the sentence and the word that told it, its type, who did it to whom."""

    sentence: int
    word: int
    type: str
    doers: tuple[ActorRef, ...]
    others: tuple[ActorRef, ...]


class Deeds:
    """The acts of one parse so far, in the order of the text."""

    def __init__(self, parse: Parse) -> None:
        self._parse, self._told = parse, list[Deed]()

    def tell(self, frame: Frame, type: str, doers: tuple[ActorRef, ...], others: tuple[ActorRef, ...]) -> None:
        """Keep an act that one side does to another."""
        self._told.append(Deed(frame.sentence, frame.word, type, doers, others))

    def doers(self, word: int, answer: str) -> tuple[ActorRef, ...]:
        """Who did what the deed at a word refers back to: the last act of its kind in the three sentences before.

        What others condemned, an answer of their kind goes back to as well: "Spain also rejected the move".
        """
        kinds = frame_tables().deed_types.get(self._parse.words[word].lemma, ())
        oldest = self._parse.words[word].sentence - BACK
        near = (d for d in self._since(oldest) if d.word < word)
        last = next((d for d in near if d.type in kinds or ANY in kinds), None)
        if last is None:
            return ()
        return last.others if ANY in kinds and {answer, last.type} <= AGAINST else last.doers

    def again(self, word: int, type: str, own: set[str]) -> tuple[ActorRef, ...]:
        """Whom an act of the type hurt whose doer does it again to "the same base": one that named it so."""
        words, same = self._parse.words, frame_tables().again
        if not any(words[c].lower in same for c in self._parse.children(word)):
            return ()
        before = (d for d in self._since(words[word].sentence - BACK) if d.word < word and d.type == type and d.others)
        told = (d for d in before if {owner(r) for r in d.doers} == own)
        return next((d.others for d in told if self._named(d.word, words[word].lemma)), ())

    def _named(self, verb: int, lemma: str) -> bool:
        """Whether a noun hangs on a verb."""
        return any(self._parse.words[c].lemma == lemma for c in self._parse.children(verb, "obj", "obl", "nsubj:pass"))

    def beside(self, frame: Frame) -> Deed | None:
        """The act whose verb a verb is joined to: "accused Kenya of theft and recalled its ambassador".

        Also what is only said behind it: "accused Kenya of theft and said it would retaliate".
        """
        word = self._parse.words[frame.verb]
        joined = {word.i}
        if word.dep == "ccomp" and self._parse.words[word.head].dep == "conj":
            word = self._parse.words[word.head]
        while word.dep == "conj":
            word = self._parse.words[word.head]
            joined.add(word.i)
        return next((d for d in self._since(frame.sentence) if d.word in joined and d.others), None)

    def _since(self, sentence: int) -> Iterator[Deed]:
        """The acts told in a sentence and behind it, the last first."""
        return takewhile(lambda deed: deed.sentence >= sentence, reversed(self._told))


def refers_back(parse: Parse, word: int) -> bool:
    """ "the move", "these allegations": a deed told before, with nothing that says more of it."""
    tables = frame_tables()
    below = [parse.words[c] for c in parse.children(word) if parse.words[c].pos != "PUNCT"]
    told = bool(below) and all(c.lower in tables.definite or c.dep in ("amod", "case") for c in below)
    return told and parse.words[word].lemma in tables.deeds and any(c.lower in tables.definite for c in below)
