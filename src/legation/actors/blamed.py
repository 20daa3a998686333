"""Whose deed a possessive names behind a verb of blame: "Chile condemned Peru for its raid" is about Peru's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from legation.language import Frames
from legation.language.joining import preposition
from legation.language.parse import Parse
from legation.language.tables import frame_tables
from legation.records import ActorRef

if TYPE_CHECKING:
    from legation.actors.resolver import Actors

# Slots of whom a verb, or the noun that is its object, blames: "sued Peru", "imposed tariffs on Peru".
WHOM = ("patient", "on", "upon", "against", "at", "with", "to", "of", "from", "in")


class Blamed:
    """The other side that a possessive of one parse speaks of."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self.parse, self.actors = parse, actors

    @cached_property
    def _frames(self) -> Frames:
        return Frames(self.parse)

    def heads(self, i: int) -> Iterator[tuple[int, tuple[ActorRef, ...]]]:
        """Whom the verb above the possessive `i` blames, punishes or thanks for it, with their actors."""
        ground = self._ground(i)
        verb = self._above(ground) if ground is not None else None
        if ground is None or verb is None:
            return
        frame, tables, words = self._frames.at(verb), frame_tables(), self.parse.words
        objects = frame.slot("patient")
        nouns = [w for w in objects if words[w].lemma in tables.blame]
        deed = words[words[i].head].lemma in tables.wrongs | tables.deeds | tables.wrongdoing
        blames = frame.lemma in tables.blaming or bool(nouns)
        since = self._case(ground) in tables.since
        if not (blames and (deed or not since)) and not (frame.lemma in tables.punishing and deed):
            return
        slots = WHOM if nouns or not objects or frame.lemma in tables.punishing else WHOM[:1]
        own = {r.country or r.actor for w in frame.slot("agent") for r in self.actors.refs(w)}
        for slot in slots:
            for word in (*frame.slot(slot), *(w for n in nouns for w in self._frames.at(n).slot(slot))):
                refs = self.actors.refs(word) if word < i and word not in nouns else ()
                if refs and not own >= {r.country or r.actor for r in refs}:
                    yield word, refs

    def _ground(self, i: int) -> int | None:
        """The noun whose phrase gives the grounds: "raid" in "over its raid and its threats"."""
        words, tables, noun = self.parse.words, frame_tables(), self.parse.words[i].head
        if words[i].dep != "nmod:poss" or words[noun].i < i or words[i + 1].lower == tables.own:
            return None
        while words[noun].dep == "conj" and self._case(noun) is None:
            noun = words[noun].head
        if words[noun].base not in ("obl", "nmod") or words[noun].head < 0:
            return None
        answer = words[words[noun].head].lemma in tables.answers
        return noun if answer or self._case(noun) in tables.grounds | tables.since else None

    def _above(self, noun: int) -> int | None:
        """The predicate that a phrase hangs on, or on whose argument."""
        return next((a for a in self.parse.ancestors(noun) if self.parse.words[a].pos in ("VERB", "ADJ")), None)

    def _case(self, noun: int) -> str | None:
        return preposition(self.parse, noun)[0]
