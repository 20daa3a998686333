"""The words that fill the slots of a rule's match."""

from __future__ import annotations

from collections.abc import Iterator

from legation.actors import Actors
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.language.quantities import ordinal

PREDICATES = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN"})
HEADED = "headed"
BEFORE = frozenset({"amod", "advmod", "nummod", "compound", "nmod:desc", "obl:unmarked", "det"})


class Slots:
    """Reads the slots of matches in one parse."""

    frames: Frames
    actors: Actors
    parse: Parse

    def frame(self, i: int) -> Frame:
        """The frame of word `i`, or of the nearest predicate above it."""
        if self.parse.words[i].dep in ("cop", "aux", "aux:pass"):
            return self.frames.at(self.parse.words[i].head)
        at = next((a for a in (i, *self.parse.ancestors(i)) if self.parse.words[a].pos in PREDICATES), i)
        return self.frames.at(at)

    def fillers(self, slot: str, i: int, words: tuple[int, ...]) -> Iterator[int]:
        parse = self.parse
        if slot == "inside":
            yield from (w for w in words if parse.words[w].pos in ("NOUN", "PROPN"))
        elif slot == "self":
            yield i
        elif slot == HEADED:
            yield from self._described_by(words[0])
        elif slot == "head":
            yield from [parse.words[i].head] if parse.words[i].head >= 0 else []
        elif slot == "subject":
            yield from self.subjects(i)
        elif slot == "act":
            yield from self._acts(i, words)
        else:
            yield from (w for w in self.frames.at(i).slot(slot) if w not in words)

    def _described_by(self, first: int) -> Iterator[int]:
        """The noun before which a superlative or an ordinal stands, else the subject that it is said of."""
        words, at = self.parse.words, first
        while words[at].dep in BEFORE and words[at].head > at:
            at = words[at].head
        yield from (at,) if at != first or words[at].pos == "NOUN" else self.subjects(first)

    def _acts(self, i: int, words: tuple[int, ...]) -> Iterator[int]:
        """The verbs that a phrase holds, that its noun is described by, or that it hangs on: "the first to visit …"."""
        parse = self.parse
        near = (*words, *parse.children(i, "acl", "acl:relcl", "csubj", "ccomp"), *parse.ancestors(i))
        yield from (
            w for w in near if parse.words[w].pos == "VERB" and parse.words[w].sentence == parse.words[i].sentence
        )

    def placed(self, i: int) -> int | None:
        """Which in a row a word is said to be: "ranks third", "slipped to fourth place"."""
        said = (ordinal(self.parse.words[c].text) for c in self.parse.children(i, "amod", "advmod", "obl", "xcomp"))
        return None if self.parse.words[i].tag == "NNS" else next((n for n in said if n), None)

    def subjects(self, i: int) -> Iterator[int]:
        """The subjects of word `i` and of the predicates above it in its clause, relative pronouns resolved."""
        for at in (i, *self.parse.ancestors(i)):
            if self.parse.words[at].dep in ("cop", "aux", "aux:pass"):
                continue
            if self.parse.children(at, "nsubj", "nsubj:pass") or self.parse.words[at].pos in ("VERB", "AUX"):
                frame = self.frames.at(at)
                yield from (
                    frame.slot("agent", "subject", "patient")
                    if frame.passive or frame.kind != "verb"
                    else frame.slot("agent", "subject")
                )
                if self.parse.words[at].dep not in ("xcomp", "advcl", "conj"):
                    return
            elif self.parse.words[at].dep in ("acl", "acl:relcl", "ccomp"):
                return
