"""Which states a text has named near a word: the pair in view of a claim that names none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from legation.actors import Actors
from legation.claims.joins import joins
from legation.claims.measures import names
from legation.language.parse import Parse
from legation.lexicon import per_lexicon
from legation.records import ActorRef

WINDOW = 4


@per_lexicon
def occasions() -> frozenset[str]:
    """The nouns of what others meet at or agree on: "the Vienna talks", "the Paris agreement"."""
    return frozenset((*names()["meetings"].words, *names()["agreements"].words))


def owner(ref: ActorRef) -> str | None:
    """The state of an actor, or its organisation.

    >>> owner(ActorRef(text="the EU", span=(0, 6), actor="IGO.EU.COMMISSION", sector="IGO"))
    'IGO.EU'
    """
    if ref.country:
        return ref.country
    return ".".join(ref.actor.split(".")[:2]) if ref.actor and ref.actor.startswith("IGO") else None


class View:
    """The states that the words of one parse stand for."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self.parse, self.actors = parse, actors
        self.skipped: frozenset[int] = frozenset()  # words of numbers: "US dollars" name nobody

    def owners(self, i: int) -> tuple[str, ...]:
        """The states that a phrase and what is coordinated with it stand for."""
        refs = (ref for ref in self.actors.refs(i) if not self._of_occasion(i, ref))
        return tuple(dict.fromkeys(o for ref in refs if ref.sector != "MED" and (o := owner(ref))))

    def actors_at(self, i: int) -> tuple[str, ...]:
        """The states that one phrase stands for, without what is coordinated with it, where it names any itself."""
        own = (o for ref in self.actors.resolve(i) if ref.sector != "MED" and (o := owner(ref)))
        return tuple(dict.fromkeys(own)) or self.owners(i)

    def _of_occasion(self, i: int, ref: ActorRef) -> bool:
        """The town or the body that only gives its name to where others meet: "the Vienna talks", "a G20 meeting"."""
        word = self.parse.words[i]
        at = i if word.start <= ref.span[0] < word.end else next(iter(self.parse.words_in(ref.span)), i)
        noun = self.parse.words[at].head if word.i == at else i
        if noun < 0 or noun < at or self.parse.words[at].dep not in ("compound", "nmod:desc", "amod"):
            return False
        met = self.parse.words[noun].lemma.lower() in occasions()
        return met and (ref.via == "capital" or (owner(ref) or "").startswith("IGO"))

    def view(self, i: int) -> tuple[str, ...]:
        """The two states of the nearest stretch that names just two, media left out; else the document's pair."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        stretches = [(sentence.first, i), (sentence.first, sentence.last)]
        stretches += [
            (s.first, s.last) for s in reversed(self.parse.sentences[max(0, sentence.i - WINDOW) : sentence.i])
        ]
        for first, last in stretches:
            found = tuple(self._within(first, last))
            if len(found) == 2:
                return found
            if len(found) == 1 and found[0] in self.actors.prominence.dyad:
                return self.actors.prominence.dyad
        return self.actors.prominence.dyad

    def near(self, ids: tuple[str, ...], i: int) -> bool:
        """Whether the sentence of word `i` or the one before name all of these, or the sentence speaks of both."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        before = self.parse.sentences[max(0, sentence.i - 1)]
        if any(self.parse.words[w].lower in joins().pair for w in self._told_of(i)):
            return True
        return set(ids) <= set(self._within(before.first, sentence.last))

    def told_here(self, ids: tuple[str, ...], i: int) -> bool:
        """Whether the sentence of word `i` names both, or its clause speaks of both."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        both = any(self.parse.words[w].lower in joins().pair for w in self._told_of(i))
        return both or set(ids) <= set(self._within(sentence.first, sentence.last))

    def _told_of(self, i: int) -> Iterator[int]:
        """The words of the phrase of word `i`, and of the subjects of the clause it is in."""
        yield from self.parse.phrase(i)
        for at in (i, *self.parse.ancestors(i)):
            yield from (
                w for c in self.parse.children(at, "nsubj", "nsubj:pass", "nmod:poss") for w in self.parse.phrase(c)
            )
            if self.parse.words[at].pos == "VERB":
                return

    def both_here(self, ids: tuple[str, ...], i: int) -> bool:
        """Whether the sentence of word `i` names both, and the whole text is about the two."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        return set(ids) == set(self.actors.prominence.dyad) <= set(self._within(sentence.first, sentence.last))

    def _within(self, first: int, last: int) -> Iterable[str]:
        """The states that names and definite descriptions between two words stand for."""
        found: dict[str, None] = {}
        for i in self.heads:
            if first <= i < last:
                refs = (r for r in self.actors.resolve(i) if r.sector != "MED" and not self._of_occasion(i, r))
                owned = (o for ref in refs if (o := owner(ref)) and not self._where(i, ref))
                found.update(dict.fromkeys(o for o in owned if o not in joins().houses))
        return found

    def _where(self, i: int, ref: ActorRef) -> bool:
        """The town in which something is said or done: "told reporters in Vienna"."""
        lead = self.parse.children(i, "case")
        return ref.via == "capital" and any(self.parse.words[c].lower in joins().places for c in lead)

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """The words that may name somebody, those of numbers left out."""
        return tuple(i for i in self.actors.heads() if i not in self.skipped)
