"""References back: pronouns, and the two states in view.

A pronoun is its antecedent's actor; the language stage chooses the antecedent (`legation.language.reference`) or
abstains. Where it names none of a plural, those whom a sentence before joins stand in ("A and B", "A met B").
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Set
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from legation.actors.antecedents import Antecedents
from legation.actors.blamed import Blamed
from legation.actors.descriptions import Descriptions
from legation.actors.vocabulary import references
from legation.actors.voice import Voice
from legation.language.joining import preposition
from legation.language.parse import Parse
from legation.language.reference import table
from legation.language.tables import frame_tables
from legation.records import ActorRef, Span, Via

if TYPE_CHECKING:
    from legation.actors.resolver import Actors

WINDOW = 4
Accept = Callable[[int, tuple[ActorRef, ...]], bool]
SUBJECTS = ("nsubj", "nsubj:pass", "nmod:poss", "nsubj:outer")


class References:
    """The references of one parse."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self.parse, self.actors = parse, actors
        self.table = references()
        self.antecedents = Antecedents(parse, actors)
        self.blamed = Blamed(parse, actors)
        self.descriptions = Descriptions(parse, actors, self)

    # --- pronouns

    def pronoun(self, i: int) -> tuple[ActorRef, ...]:
        """What a pronoun stands for; empty where nothing agrees with it."""
        word = self.parse.words[i]
        if word.lower in frame_tables().relative:
            return self._relative(i)
        entry = self.table.get(word.lower)
        if entry is None:
            return ()
        if entry.denotes in ("speaker", "side"):
            return self.shown(self.voice.meant(i, entry.denotes), i, "pronoun")
        if theirs := self._blamed(i, entry.denotes):
            return self.shown(theirs, i, "pronoun")
        if entry.denotes == "pair" or entry.number == "plural":
            return self.shown(self._plural(i), i, "pronoun")
        if entry.denotes == "country" and word.dep not in SUBJECTS:
            return ()  # an "it" that is acted on is as often a deed or a thing
        if entry.denotes == "country" and (own := self._own_government(i)):
            return self.shown(own, i, "pronoun")
        accept = self._is_person if entry.denotes == "person" else self._is_state
        refs = self.antecedents.refs(i, accept)
        ahead = self._ahead(i, refs) if entry.denotes == "person" else ()
        return self.shown(ahead or refs, i, "pronoun")

    def _blamed(self, i: int, denotes: str) -> tuple[ActorRef, ...]:
        """ "Chile condemned Peru for its raid": whose deed the verb says it is; of an envoy its state's."""
        for head, refs in self.blamed.heads(i):
            states = {r.country or r.actor for r in refs}
            if denotes == "country":
                own = refs if self._is_state(head, refs) else tuple(self.state(id, i) for id in states if id)
                return own if len(states) == 1 else ()
            person = self._is_person(head, refs) and self.antecedents.may_be(i, head)
            return refs if (person if denotes == "person" else not self._one_person(refs)) else ()
        return ()

    def _own_government(self, i: int) -> tuple[ActorRef, ...]:
        """ "Paris recalled its envoy", "The kingdom left its ally": who acts in the clause."""
        verb = next((a for a in self.parse.ancestors(i) if self.parse.words[a].pos in ("VERB", "AUX")), None)
        subjects = self.parse.children(verb, "nsubj") if verb is not None else []
        if len(subjects) != 1 or subjects[0] >= i:
            return ()
        match, refs = self.actors.by_word.get(subjects[0]), self.actors.resolve(subjects[0])
        described = len(refs) == 1 and refs[0].via == "definite" and refs[0].actor == refs[0].country
        if not described and (match is None or match.name.kind != "capital"):
            return ()
        return tuple(self.state(r.country, i) for r in refs if r.country)

    def _ahead(self, i: int, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """ "As he left for Oslo, Berg said …": the subject behind, unless the text spoke of another."""
        words = self.parse.words
        front = next((a for a in (i, *self.parse.ancestors(i)) if words[a].base in ("advcl", "obl")), None)
        main = words[front].head if front is not None else -1
        if front is None or main < front:
            return ()
        subject = next((s for s in self.parse.children(main, "nsubj") if s > front), None)
        if subject is None or words[subject].pos != "PROPN" or not self.antecedents.may_be(i, subject):
            return ()
        found = self.actors.resolve(subject)
        spoken = {r.actor for h in self._subjects_before(i) for r in self.actors.resolve(h)}
        known = bool(found) and self._is_person(subject, found)
        return found if known and not spoken & {r.actor for r in refs} else ()

    def _subjects_before(self, i: int) -> list[int]:
        """The subjects of the sentence before."""
        before = self.parse.words[i].sentence - 1
        return [w for w in self._heads(before, i) if self.parse.words[w].base == "nsubj"] if before >= 0 else []

    @cached_property
    def voice(self) -> Voice:
        """Who speaks outside quotations."""
        return Voice(self.parse, self.actors)

    def _relative(self, i: int) -> tuple[ActorRef, ...]:
        clause = next((a for a in self.parse.ancestors(i) if self.parse.words[a].dep == "acl:relcl"), None)
        if clause is None:
            return ()
        return self.shown(self.actors.resolve(self.parse.words[clause].head), i, "pronoun")

    def shown(self, refs: tuple[ActorRef, ...], i: int, via: Via, span: Span | None = None) -> tuple[ActorRef, ...]:
        """The same actors, shown by other words."""
        where = span or self.parse.span([i])
        return tuple(msgspec.structs.replace(r, text=self.parse.slice(where), span=where, via=via) for r in refs)

    def _is_person(self, head: int, refs: tuple[ActorRef, ...]) -> bool:
        entity = self.actors.gazetteer.entities.get(refs[0].actor or "")
        personal = (entity is not None and entity.kind == "person") or refs[0].role is not None
        return len(refs) == 1 and (personal or refs[0].via == "registry")

    def _is_state(self, head: int, refs: tuple[ActorRef, ...]) -> bool:
        entity = self.actors.gazetteer.entities.get(refs[0].actor or "")
        person = entity is not None and entity.kind == "person"
        return len(refs) == 1 and refs[0].role is None and not person and refs[0].via != "definite"

    def _plural(self, i: int) -> tuple[ActorRef, ...]:
        """The actors of the antecedent, or those that this sentence or one before joins."""
        link = self.antecedents.link(i)
        if link is not None and link.antecedent is not None:
            named = next(self.antecedents.nominals(i), None)
            refs = self.antecedents.refs(i)
            if self._one_person(refs):  # "Clinton said so. They are strong": not she
                return ()
            if refs or named is None or named.kind not in (None, "person", "group", "organisation", "place"):
                return refs
        if self.parse.words[i].dep not in SUBJECTS and self.parse.words[i].dep != "nmod":
            return ()  # whom something is done to: as often persons that nobody has named
        return self.coordinated(i) or self.joint(i)

    def _one_person(self, refs: tuple[ActorRef, ...]) -> bool:
        return len(refs) == 1 and self.actors.gazetteer.is_person(refs[0].actor)

    def coordinated(self, i: int) -> tuple[ActorRef, ...]:
        """The nearest coordinated actors of this sentence or the one before."""
        for head in self.candidates(i, 1):
            refs = self.actors.refs(head)
            if len(refs) > 1:
                return refs
        return ()

    # --- candidates by place, for what no entity tells

    def nearest(self, i: int, accept: Accept) -> tuple[ActorRef, ...]:
        """The actors of the likeliest phrase before word `i` that are accepted."""
        for head in self.candidates(i):
            refs = self.actors.resolve(head)
            if refs and accept(head, refs):
                return refs
        return ()

    def candidates(self, i: int, back: int = WINDOW) -> Iterator[int]:
        """Heads before word `i` in its sentence and some before, likeliest first: subjects, then the rest."""
        own = self.parse.words[i].sentence
        ranked = [
            (self._rank(w, own, i), w) for s in range(own, max(-1, own - back - 1), -1) for w in self._heads(s, i)
        ]
        yield from (w for _, w in sorted(ranked))

    def _heads(self, sentence: int, i: int) -> list[int]:
        part, words = self.parse.sentences[sentence], self.parse.words
        return [
            w
            for w in range(part.first, min(part.last, i))
            if words[w].pos in ("NOUN", "PROPN") and words[w].dep not in ("compound", "flat")
        ]

    def _rank(self, w: int, own: int, i: int) -> tuple[float, int]:
        """Sentences back, objects further than subjects; then the nearest of the own sentence, the first of others."""
        back = own - self.parse.words[w].sentence
        possessive = self.parse.words[i].dep == "nmod:poss"
        subject = self.parse.words[w].base == "nsubj"
        return back + (0.0 if subject else 0.5 if possessive else 1.5), (w if back else -w)

    # --- the pair in view

    def pair(self, i: int, back: int = WINDOW, *, whole: bool = True, states: bool = False) -> tuple[ActorRef, ...]:
        """The two in view at word `i`: of the nearest stretch before that names two, else the document's.

        With `states` none of them is an organisation.
        """
        askers = self._askers(i)
        whole = whole and not self.voice.turns  # what is talked of changes from turn to turn
        found = self.view(i, 2, back, askers, states=states) or (self.actors.prominence.dyad if whole else ())
        if set(found) & askers or (states and not all(self._is_listed_state(c) for c in found)):
            return ()
        return tuple(self.state(c, i) for c in found)

    def _is_listed_state(self, id: str) -> bool:
        entity = self.actors.gazetteer.entities.get(id)
        return entity is not None and entity.kind == "country"

    def last_named(self, i: int, able: Collection[str]) -> tuple[str, ...]:
        """The one of the states that the last sentence to name any of them before word `i` names."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        stretches = [(sentence.first, i), *((s.first, s.last) for s in reversed(self.parse.sentences[: sentence.i]))]
        named = ([c for c in self.actors.countries(*part) if c in able] for part in stretches if able)
        found = next((found for found in named if found), [])
        return tuple(found) if len(found) == 1 else ()

    def joint(self, i: int, back: int = WINDOW) -> tuple[ActorRef, ...]:
        """The two states whose people the last verb before word `i` brings together: "Wang spoke with Lavrov"."""
        for verb in self._verbs_before(i, back):
            with_whom = [w for w in self.parse.children(verb, "obl", "obj") if self._with(verb, w)]
            sides = [self._owners(self.parse.children(verb, "nsubj"), i), self._owners(with_whom, i)]
            if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
                return tuple(self.state(o, i) for side in sides for o in side)
        return ()

    def _owners(self, heads: list[int], before: int) -> set[str]:
        return {o for w in heads if w < before for r in self.actors.refs(w) if (o := r.country or r.actor)}

    def _verbs_before(self, i: int, back: int) -> Iterator[int]:
        """The verbs before word `i`, the nearest sentence first, that do not govern it."""
        own, above = self.parse.words[i].sentence, set(self.parse.ancestors(i))
        for sentence in reversed(self.parse.sentences[max(0, own - back) : own + 1]):
            part = self.parse.words[sentence.first : min(sentence.last, i)]
            yield from (w.i for w in part if w.pos == "VERB" and w.i not in above)

    def _with(self, verb: int, w: int) -> bool:
        """ "spoke with Lavrov", "met Lavrov"."""
        together = frame_tables().together
        if self.parse.words[w].dep == "obj":
            return self.parse.words[verb].lemma in together
        return preposition(self.parse, w)[0] in together

    def _askers(self, i: int) -> set[str]:
        """ "Norway wants the two sides to talk": Norway is none of them."""
        words, verb = self.parse.words, self.parse.words[i].head
        if verb >= 0 and words[verb].lemma not in frame_tables().object_control:
            verb = words[verb].head if words[i].dep.startswith("nsubj") else -1
        if verb < 0 or words[verb].lemma not in frame_tables().object_control:
            return set()
        while not self.parse.children(verb, "nsubj") and words[verb].dep == "advcl":  # "Iran was sorry, asking …"
            verb = words[verb].head
        return self._owners([w for w in self.parse.children(verb, "nsubj") if w != i], i)

    def view(
        self, i: int, number: int, back: int = WINDOW, without: Set[str] = frozenset(), *, states: bool = False
    ) -> list[str]:
        """The states of the nearest stretch before word `i` that names so many, some of them left out."""
        sentence = self.parse.sentences[self.parse.words[i].sentence]
        stretches = [(sentence.first, i)]
        stretches += [(s.first, s.last) for s in reversed(self.parse.sentences[max(0, sentence.i - back) : sentence.i])]
        named = ([c for c in self.actors.countries(*part) if c not in without] for part in stretches)
        named = ([c for c in found if self._is_listed_state(c)] for found in named) if states else named
        parted = (self._without_settings(found, part, number) for found, part in zip(named, stretches, strict=True))
        return next((found for found in parted if len(found) == number), [])

    def _without_settings(self, found: list[str], part: tuple[int, int], number: int) -> list[str]:
        """ "Serbia and Kosovo met in Brussels": of more than are asked for, those that are not only where it was."""
        if len(found) <= number:
            return found
        inside = [m for m in self.actors.matches if part[0] <= m.first and m.last < part[1]]
        sides = {o.country or o.id for m in inside if not self._placed(m.last) and (o := self.actors.owner(m))}
        return [c for c in found if c in sides]

    def _placed(self, i: int) -> bool:
        """ "in Madrid, Spain": named as a place."""
        above = self.parse.words[i].head if self.parse.words[i].dep == "appos" else i
        return preposition(self.parse, above)[0] in frame_tables().where

    def state(self, owner: str, i: int) -> ActorRef:
        """A state or organisation, shown by word `i`."""
        entity = self.actors.gazetteer.entities.get(owner)
        span = self.parse.span([i])
        return ActorRef(
            text=self.parse.slice(span),
            span=span,
            actor=owner,
            country=entity.country if entity else None,
            sector=entity.sector if entity else None,
            name=entity.name if entity else None,
            via="definite",
        )

    def two(self, words: list[str]) -> bool:
        """Whether the words say that two are meant: "the two presidents"."""
        return any(w in table().two for w in words)
