"""What a rule asks of a frame: which words must, or must not, stand in its slots and around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from legation.events.parties import Filling
from legation.events.rules import Rule
from legation.language.frame import Frame
from legation.language.tables import frame_tables

ANY = "*"


class Unmet(NamedTuple):
    """A condition that a frame does not meet: a slot that lacks all of its words, or has one that it must not have."""

    slot: str
    lemmas: tuple[str, ...]
    needed: bool

    def __str__(self) -> str:
        return f"{'needs' if self.needed else 'must not have'} {self.slot}: {', '.join(self.lemmas[:6])}"


class Conditions:
    """The conditions of rules over the frames of one parse; the words of a slot are read once for all rules."""

    def __init__(self, filling: Filling) -> None:
        self.filling, self._parse = filling, filling.frames.parse
        self._forms: dict[tuple[int, str], frozenset[str]] = {}

    def unmet(self, frame: Frame, rule: Rule) -> Unmet | None:
        """The first condition of the rule that the frame does not meet."""
        for slot, lemmas in rule.having.items():
            if not self.holds(frame, slot, lemmas):
                return Unmet(slot, lemmas, needed=True)
        for slot, lemmas in rule.lacking.items():
            if self.holds(frame, slot, lemmas):
                return Unmet(slot, lemmas, needed=False)
        return None

    def holds(self, frame: Frame, slot: str, lemmas: tuple[str, ...]) -> bool:
        """Whether one of the lemmas ("*": any) is among the words that the slot names."""
        key = frame.word, slot
        if key not in self._forms:
            words = map(self._parse.words.__getitem__, self._words(frame, slot))
            self._forms[key] = frozenset(form for w in words for form in (w.lower, w.lemma.lower()))
        return bool(self._forms[key]) if ANY in lemmas else not self._forms[key].isdisjoint(lemmas)

    def _words(self, frame: Frame, slot: str) -> Iterator[int]:
        """The words of the part that a slot names, or its fillers with their modifiers."""
        parse = self._parse
        if slot == "sentence":
            sentence = parse.sentences[frame.sentence]
            yield from range(sentence.first, sentence.last)
        elif slot == "phrase":
            yield from (i for w in frame.words for i in parse.phrase(w))
        elif slot == "above":
            yield from parse.ancestors(frame.word)
        elif slot == "verb":
            verb = frame.carrier if frame.carrier is not None else next(self.filling.verbs_above(frame), None)
            yield from () if verb is None else (verb,)
        elif slot.endswith(("aux", "adverb")):  # "clause.aux": the auxiliaries of the clause below
            above, _, kind = slot.rpartition(".")
            heads = self.filling.fillers(frame, above) if above else frame.words
            yield from (i for h in heads for i in parse.children(h, "aux" if kind == "aux" else "advmod"))
        elif slot.endswith(".cop"):  # "clause.cop": what says that the clause below tells how something is
            heads = self.filling.fillers(frame, slot[: -len(".cop")])
            yield from (i for h in heads if parse.words[h].pos == "ADJ" for i in parse.children(h, "cop"))
        else:
            for i in (c for w in self.filling.fillers(frame, slot) for c in parse.conjuncts(w)):
                yield from (i, *parse.children(i, "compound", "amod"), *self._meant(frame, slot, i))

    def _meant(self, frame: Frame, slot: str, i: int) -> Iterator[int]:
        """ "It expelled a diplomat, and Chad expelled a Malian one": what stood there beside the same verb before."""
        parse = self._parse
        if frame.kind != "verb" or parse.words[i].lower not in frame_tables().substitutes:
            return
        if not parse.children(i, "amod"):
            return
        before = range(parse.sentences[frame.sentence].first, frame.word)
        alike = [w for w in before if parse.words[w].pos == "VERB" and self.filling.frames.lemma(w) == frame.lemma]
        yield from (w for verb in alike[-1:] for w in self.filling.fillers(self.filling.frames.at(verb), slot))
