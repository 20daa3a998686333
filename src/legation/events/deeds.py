"""Acts that the text has told and speaks of again: "Russia condemned the raid" is about whoever flew it."""

from __future__ import annotations

from dataclasses import dataclass

from legation.language.frame import Frame
from legation.language.parse import Parse
from legation.language.tables import frame_tables
from legation.records import ActorRef

BACK = 3  # sentences: what was told before these is no longer "the raid"
ANY = "*"


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that was coded: the sentence and the word that told it, its type, who did it."""

    sentence: int
    word: int
    type: str
    doers: tuple[ActorRef, ...]


class Deeds:
    """The acts of one parse so far, in the order of the text."""

    def __init__(self, parse: Parse) -> None:
        self._parse, self._told = parse, list[Deed]()

    def tell(self, frame: Frame, type: str, doers: tuple[ActorRef, ...]) -> None:
        """Keep an act that one side does to another."""
        self._told.append(Deed(frame.sentence, frame.word, type, doers))

    def doers(self, word: int) -> tuple[ActorRef, ...]:
        """Who did what the deed at a word refers back to: the last act of its kind in the three sentences before."""
        kinds = frame_tables().deed_types.get(self._parse.words[word].lemma, ())
        oldest = self._parse.words[word].sentence - BACK
        near = (d for d in reversed(self._told) if d.word < word and d.sentence >= oldest)
        return next((d.doers for d in near if d.type in kinds or ANY in kinds), ())


def refers_back(parse: Parse, word: int) -> bool:
    """ "the move", "these allegations": a deed told before, with nothing that says more of it."""
    tables = frame_tables()
    below = [parse.words[c] for c in parse.children(word) if parse.words[c].pos != "PUNCT"]
    told = bool(below) and all(c.lower in tables.definite or c.dep in ("amod", "case") for c in below)
    return told and parse.words[word].lemma in tables.deeds and any(c.lower in tables.definite for c in below)
