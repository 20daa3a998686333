"""Who says "I" and "we": who is quoted, the speaker of a turn, or the body that publishes the document."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from legation.actors.phrases import leading_role
from legation.actors.vocabulary import Person
from legation.language.joining import preposition
from legation.language.parse import Parse
from legation.language.reference import Speech
from legation.language.turns import Turn, turns, voices
from legation.records import ActorRef

if TYPE_CHECKING:
    from legation.actors.resolver import Actors

# PLOVER sectors whose members say "we" of their state or organisation.
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO"})
BY_NAME = frozenset({"name", "registry"})
ISSUED = frozenset({"by", "from", "of"})
AND = frozenset({"and", "with", "to", "&"})
FAR = 8  # Words of a title before a name that may say whose it is.
HEAD = 3  # Sentences that say who issues a document.


class Voice:
    """The speakers of a document's own words."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self.parse, self.actors = parse, actors
        self._said: dict[str, tuple[ActorRef, ...]] = {}

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of the document, if it is a transcript."""
        return turns(self.parse.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [turn.label[0] for turn in self.turns]

    @cached_property
    def _speech(self) -> Speech:
        return Speech(self.parse)

    def meant(self, i: int, denotes: str) -> tuple[ActorRef, ...]:
        """Who says "I" at word `i`, in a quotation or in the document's own words; as "we" whom he speaks for."""
        speaker = self._speech.speaker(i)
        quoted = self.actors.resolve(speaker) if speaker is not None else ()
        found = self.at(i) if self._speech.quote(i) is None else quoted
        if denotes == "speaker" or len(found) != 1:
            return found if denotes == "speaker" else ()
        said_for = found[0].country or found[0].actor
        official = found[0].sector in OFFICIAL or said_for == found[0].actor
        return (self.actors.references.state(said_for, i),) if said_for and official else ()

    def at(self, i: int) -> tuple[ActorRef, ...]:
        """Who speaks at word `i`, outside marks: a person, or the state that publishes; empty where nobody is known."""
        if not self.turns:
            return self._author(i)
        number = bisect_right(self._starts, self.parse.words[i].start) - 1
        if number < 0 or self.turns[number].kind in ("asks", "guides"):
            return ()
        turn = self.turns[number]
        if turn.kind is None and (named := self._named(turn)):
            return named
        if guest := self._guest(turn):
            return (self.actors.references.state(guest, i),)
        home = self.actors.home
        return (self.actors.references.state(home, i),) if home and self._answers(turn) else ()

    def _named(self, turn: Turn) -> tuple[ActorRef, ...]:
        """The listed or introduced person whom a label names; each label is read once."""
        label = self.parse.slice(turn.label)
        if label not in self._said:
            self._said[label] = ()
            words = self.parse.words_in(turn.label)
            refs = self.actors.resolve(words[-1]) if words else ()
            self._said[label] = refs if len(refs) == 1 and refs[0].via in BY_NAME else ()
        return self._said[label]

    def _guest(self, turn: Turn) -> str | None:
        """The state that the document's title gives somebody: "Moldovan Prime Minister Natalia Gavrilita"."""
        name = self.parse.slice(turn.label).split()[-1].lower()
        title = (self.parse.document.title or "").split()
        at = next((n for n, word in enumerate(title) if word.strip(",.").lower() == name), None)
        before = title[max(0, (at or 0) - FAR) : at or 0]
        own = before[max((n for n, word in enumerate(before) if word.lower() in AND), default=-1) + 1 :]
        named = (self.actors.gazetteer.state(w.removesuffix("’s"), "demonym", "name") for w in own)
        return next((state for state in named if state), None)

    def _answers(self, turn: Turn) -> bool:
        """Whether a speaker who is not known by name answers for the publisher: no other state's office is his."""
        words = self.parse.words_in(turn.label)
        role = leading_role(self.actors.phrases.at(words[-1]).roles, words[-1]) if words else None
        if role is not None and isinstance(role.role, Person) and role.role.counterpart and not role.role.several:
            return False
        label = self.parse.slice(turn.label)
        return any(one.kind == "asks" for one, two in pairwise(self.turns) if self.parse.slice(two.label) == label)

    def _author(self, i: int) -> tuple[ActorRef, ...]:
        """Whom the heading says to issue the document, else the publisher; of a joint one nobody alone."""
        if self._joint:
            return ()
        home = self.actors.home
        return self._issuer or ((self.actors.references.state(home, i),) if home else ())

    @cached_property
    def _issuer(self) -> tuple[ActorRef, ...]:
        """ "Statement by the Foreign Ministry of Chad", as a heading of its own."""
        parse = self.parse
        for sentence in parse.sentences[:HEAD]:
            words = parse.words[sentence.first : sentence.last]
            paper = next((w.i for w in words if w.lemma in voices()["papers"]), None)
            if paper is None or any(w.pos == "VERB" and w.base in ("root", "conj") for w in words):
                continue
            by = [c for c in parse.children(paper, "nmod") if preposition(parse, c)[0] in ISSUED]
            refs = [r for c in by for r in self.actors.refs(c)]
            if len(refs) == 1:
                return tuple(refs)
        return ()

    @cached_property
    def _joint(self) -> bool:
        """Whether several issue the document: "Joint Statement on Syria"."""
        title, head = self.parse.document.title or "", self.parse.sentences[:HEAD]
        text = f"{title}\n{self.parse.text[: head[-1].span[1]] if head else ''}".lower()
        return any(paper in text for paper in voices()["joint"])
