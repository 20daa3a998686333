"""Who fills the slots that a rule names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.actors import Actors
from legation.events.deeds import Deeds, refers_back
from legation.events.domestic import own_people
from legation.events.harm import harmed, wronged
from legation.events.rules import Rule, rules
from legation.events.sides import Parties, Party, owner
from legation.events.sites import sited
from legation.events.sorting import BACK, as_state, between, goes_on, of_others, parted, town, two_sides
from legation.events.treaties import Treaties
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.reference.words import kind_of
from legation.language.tables import frame_tables
from legation.records import ActorRef

# Talks, agreements and cooperation are occasions of what their parties do ("said in talks with …").
OCCASIONS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# What answers a deed of the other side that was told before.
OF_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
# What blames the doer of a deed, and not whom it was done to.
BLAMING = frozenset({"ACCUSE", "SANCTION", "PROTEST"})
# What is done to others: "Chad condemned its attack" may well be on another's deed.
HOSTILE = frozenset({"ACCUSE", "REJECT", "REQUEST", "PROTEST", "THREATEN", "COERCE", "ASSAULT"})
# What is asked of or said to a capital: behind "to" it is the government there, elsewhere the place.
ADDRESSED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
# PLOVER sectors whose members do not act for their state.
PRIVATE = frozenset({"CVL", "REF", "EDU", "LAB", "MED", "CRM"})


class Filling:
    """Fills rules' slots from the frames of one parse."""

    def __init__(self, frames: Frames, actors: Actors) -> None:
        self.frames, self.actors, self.deeds = frames, actors, Deeds(frames.parse)
        self.treaties = Treaties(frames.parse)

    def parties(self, rule: Rule, frame: Frame) -> Parties:
        """The parties of a rule's match; a reciprocal rule puts all of them on the actors' side."""
        if rule.reciprocal:
            return self._together(rule, frame)
        actors = self._once(
            tuple(p for p in self._fill(rule, frame, self._doers(rule, frame)) if not self._site(rule, p))
        )
        if self._mutual(rule, frame):
            return Parties(actors, (), mutual=True)
        taken = {p.word for p in actors}
        recipients = self._once(self._recipients(frame, rule, taken, {owner(p.ref) for p in actors}))
        if not recipients and len({owner(p.ref) for p in actors}) == 2 and all(p.slot == "mod" for p in actors):
            return Parties(actors[:1], actors[1:])  # "Iran-Russia" before a noun: from the first to the second
        return parted(actors, recipients) if recipients else self._implied(rule, frame, actors)

    def _together(self, rule: Rule, frame: Frame) -> Parties:
        """All who take part; nobody where those with whom it is are people that nothing tells of."""
        told = rule.type == "CONSULT" and frame.kind == "verb" and frame.slot("patient")
        joined = ("with", "and") if told else ("between", "among", "with", "and")  # "discussed tension between …"
        slots = dict.fromkeys((*self._doers(rule, frame), *joined, *rule.recipient_slots(frame)))
        every = (p for p in self._fill(rule, frame, tuple(slots), every=True) if not self._aside(rule, p))
        found = two_sides(frame, between(tuple(every)))
        if rule.type == "ASSAULT" and any(p.ref.via in BACK and p.ref.country is None for p in found):
            return Parties((), ())  # "the two sides" that exchange fire are no organisation
        with_whom = any(p.slot == "with" for p in found)
        return Parties(() if not with_whom and any(map(self.unknown, frame.slot("with"))) else self._once(found), ())

    def _aside(self, rule: Rule, party: Party) -> bool:
        """A place, and whose help an act was done with ("swapped prisoners with Omani help"), are no sides of it."""
        lemma = self.frames.parse.words[party.word].lemma
        return self._site(rule, party) or (party.slot == "with" and lemma in frame_tables().helping)

    def unknown(self, word: int) -> bool:
        """People or a body that nothing says more of: "reached a deal with commercial banks"."""
        mention = self.actors.references.antecedents.found.by_head.get(word)
        people = mention is not None and mention.kind in ("person", "group", "organisation")
        return people and not self.actors.refs(word) and not self._mutual_pronoun(word)

    def _implied(self, rule: Rule, frame: Frame, actors: tuple[Party, ...]) -> Parties:
        """ "Iran rejected the allegations": whose deed the text told before, or the other's of two in view."""
        filled = [w for s in rule.recipient_slots(frame) for w in self.fillers(frame, s)]
        deed = next((w for w in filled if refers_back(self.frames.parse, w)), None)
        own = {owner(p.ref) for p in actors}
        same = ((w, self.deeds.again(w, rule.type, own)) for w in filled)
        if found := next(((w, refs) for w, refs in same if refs), None):
            return Parties(actors, of_others(found[1], own, "deed", found[0]), view=True)
        beside = self.deeds.beside(frame) if rule.beside else None
        if beside is not None and goes_on(rule, beside) and own == {owner(r) for r in beside.doers}:
            return Parties(actors, of_others(beside.others, own, "beside", beside.word), view=True)
        if beside is not None and rule.type == "REJECT" and own == {owner(r) for r in beside.others}:
            return Parties(actors, of_others(beside.doers, own, "beside", beside.word), view=True)
        if rule.type == "SANCTION" and (answering := self._answering(frame, own)):
            return Parties(actors, answering, view=True)
        if rule.treaty and (bound := self.treaties.others(frame, own)):
            refs = (self.actors.references.state(id, frame.word) for id in bound)
            return Parties(actors, of_others(refs, own, "treaty", frame.word), view=True)
        if deed is None or rule.type not in OF_DEEDS:
            return Parties(actors, own_people(self, rule, frame, actors))
        if doers := self.deeds.doers(deed, rule.type):
            return Parties(actors, of_others(doers, own, "deed", deed), view=True)
        said = self.frames.parse.words[deed].lemma in frame_tables().sayings
        pair = self.actors.references.pair(deed, whole=False) if said and rule.type != "SUPPORT" else ()
        others = of_others(pair, own, "view", frame.word)
        one = len(pair) == 2 and len(own) == len(others) == 1
        return Parties(actors, others, view=True) if one else Parties(actors, ())

    def _answering(self, frame: Frame, own: set[str]) -> tuple[Party, ...]:
        """ "Chad expelled the envoy in retaliation for tariffs imposed by Peru": who answers an act suffered it."""
        parse, tables = self.frames.parse, frame_tables()
        above = [frame.word, *parse.ancestors(frame.word)]
        at = next((n for n, a in enumerate(above) if parse.words[a].lemma in tables.answers), None)
        if at is None or not own or any(parse.words[a].pos in ("VERB", "AUX") for a in above[2:at]):
            return ()
        if parse.children(above[at], "nmod:poss") or self.frames.case(above[at])[0] not in tables.as_answer:
            return ()
        subjects = (self.frames.at(v).slot("agent") for v in above[at + 1 :] if parse.words[v].pos == "VERB")
        sides = (tuple(r for w in words for r in self.actors.refs(w) if r.actor) for words in subjects)
        refs = next((refs for refs in sides if refs and not own & {owner(r) for r in refs}), ())
        return of_others(refs, own, "answer", frame.word)

    def _mutual(self, rule: Rule, frame: Frame) -> bool:
        """ "accused each other", "closed their borders to one another": what all do to all is one act."""
        return any(self._mutual_pronoun(w) for slot in rule.recipient_slots(frame) for w in self.fillers(frame, slot))

    def _mutual_pronoun(self, word: int) -> bool:
        words, second = self.frames.parse.words, frame_tables().mutual.get(self.frames.parse.words[word].lower)
        return second is not None and word + 1 < len(words) and words[word + 1].lower == second

    def _doers(self, rule: Rule, frame: Frame) -> tuple[str, ...]:
        """The slots of the doer; who acts at an occasion takes part in it."""
        return ("occasion", *rule.actor_slots(frame)) if rule.type in OCCASIONS else rule.actor_slots(frame)

    def _recipients(self, frame: Frame, rule: Rule, taken: set[int], own: set[str]) -> tuple[Party, ...]:
        """The first slot that names another state; else the first that names somebody of the actor's own."""
        domestic: tuple[Party, ...] = ()
        for slot in self._targets(rule, frame):
            found = tuple(p for p in self._fill(rule, frame, (slot,), taken=taken) if not self._own(rule, frame, p))
            if any(owner(p.ref) not in own for p in found):
                return tuple(p for p in found if owner(p.ref) not in own or p.ref.via not in BACK)
            domestic = domestic or tuple(p for p in found if p.ref.via not in BACK)  # "closed its embassy"
        return domestic

    def _own(self, rule: Rule, frame: Frame, party: Party) -> bool:
        """ "The United States defended its actions": what a state, or a body, has of its own is not another's."""
        words = self.frames.parse.words
        whose = [words[c].lower for c in self.frames.parse.children(party.word, "nmod:poss")]
        told = party.ref.via == "pronoun" and frame.kind == "verb" and rule.type not in HOSTILE
        return told and whose in (["its"], ["their"]) and bool(frame.slot("agent"))

    def _targets(self, rule: Rule, frame: Frame) -> tuple[str, ...]:
        """The slots of the recipient; of an act of force whom it harmed before where it was."""
        slots = rule.recipient_slots(frame)
        if rule.type != "ASSAULT" or frame.kind != "noun":
            return slots
        at = next((n for n, slot in enumerate(slots) if slot in frame_tables().places), len(slots))
        return (*slots[:at], "harmed", *slots[at:])

    def _fill(
        self, rule: Rule, frame: Frame, slots: Sequence[str], *, taken: set[int] | None = None, every: bool = False
    ) -> Iterator[Party]:
        """Actors of the slots in order; the first slot that names one wins, unless `every`."""
        for slot in slots:
            found = [
                Party(r, slot, w)
                for w in self.fillers(frame, slot)
                if w not in (taken or ()) and w not in frame.words and not self._mutual_pronoun(w)
                if not (rule.treaty and self.treaties.named(w))
                if rule.type not in BLAMING or not wronged(self.frames, frame, w, slot)
                for r in (self._doers_of(w) if self._blamed(rule, w) else self._refs(w, slot, rule))
                if r.actor and self.may(rule, r)
            ]
            yield from found
            if found and not every:
                return

    def _refs(self, word: int, slot: str, rule: Rule) -> tuple[ActorRef, ...]:
        """The actors of a filler; a capital behind a preposition of place is the state, not its government.

        So is one that is hit or visited; to which something is said is the government.
        """
        if self._only_placed(word):
            return ()
        if self.frames.parse.words[word].lower in frame_tables().leading:  # "the Saudi-led war": who leads it
            return tuple(r for c in self.frames.parse.children(word) for r in self.actors.refs(c))
        last = slot.rpartition(".")[2]
        if last not in frame_tables().places or (slot == "to" and rule.type in ADDRESSED):
            return tuple(as_state(r) if town(rule, slot, r) else r for r in self._speakers(word))
        below = (self.frames.parse.words[c].dep for c in self.frames.parse.children(word))
        bare = all(dep in ("case", "conj", "cc", "punct") for dep in below)  # "in English and Spanish": languages
        found = (r for r in self.actors.refs(word) if not (bare and r.via == "demonym" and not self._people(r)))
        return tuple(as_state(r) if r.via == "capital" else r for r in found)

    def _speakers(self, word: int) -> tuple[ActorRef, ...]:
        """ "Lisbon's demand": what a capital says is its government's; "Lisbon's harbour" is the state's."""
        refs = self.actors.refs(word)
        if self.frames.parse.words[word].lemma not in frame_tables().sayings:
            return refs
        whose = [r for c in self.frames.parse.children(word, "nmod:poss") for r in self.actors.refs(c)]
        own = {r.country: r for r in whose if r.via == "capital"}
        return tuple(own.get(r.country, r) if r.via == "capital" and r.actor == r.country else r for r in refs)

    def _blamed(self, rule: Rule, word: int) -> bool:
        wrong = self.frames.parse.words[word].lemma in frame_tables().wrongs and word not in self.actors.by_word
        return rule.type in BLAMING and wrong and self.frames.nominal(word)

    def _doers_of(self, word: int) -> tuple[ActorRef, ...]:
        """ "Mali's arrest of monks", "the Malian raids", "the killing by Mali"; "Ali's murder" is not Ali's deed."""
        deed = self.frames.at(word)
        told = [w for w in deed.slot("by", "agent", "from", "mod") if not sited(self.frames, self.actors, w)]
        found = [r for w in told for r in self.actors.refs(w)]
        own = (r for w in deed.slot("poss") for r in self.actors.refs(w))
        return (*found, *(r for r in own if deed.slot("of", "on", "against") or r.actor == r.country))

    def may(self, rule: Rule, ref: ActorRef) -> bool:
        """Who speaks with a reporter holds no talks, a private citizen pays no state visit, one person no firefight."""
        if rule.type == "CONSULT" and ref.sector == "MED":
            return False
        if rule.persons and ref.actor == ref.country and ref.via in ("name", "capital", "pronoun", "definite"):
            return False
        if rule.bodies and (ref.actor or "").rpartition(".")[2].islower():
            return False
        if rule.type == "CONSULT" and self._private(ref):
            return False
        return not rule.official or not (ref.sector in PRIVATE or self._people(ref))

    def _private(self, ref: ActorRef) -> bool:
        """ "the Danish novelist", "Danish author Karen Blixen": a person of a state by a noun that is no office."""
        if ref.actor != ref.country or ref.via in BACK:
            return False
        words = self.frames.parse.words
        nouns = [w for w in self.frames.parse.words_in(ref.span) if words[w].pos == "NOUN"]
        if not nouns or nouns[-1] in self.actors.by_word:
            return False
        lemma = words[nouns[-1]].lemma.lower()
        return kind_of(lemma) == "person" and lemma not in frame_tables().statesmen

    def _people(self, ref: ActorRef) -> bool:
        """ "Guatemalans", "the Americans": anybody of a nation; "Brazilian colleagues" are those of officials."""
        words = self.frames.parse.words_in(ref.span)
        if ref.via != "demonym" or not words:
            return False
        last = self.frames.parse.words[words[-1]]
        return last.tag in ("NNS", "NNPS") and last.lemma not in frame_tables().peers

    def _only_placed(self, word: int) -> bool:
        """ "the fighting in Mali", "an attack in Mali": what goes on in a state is neither the state nor its deed."""
        lemma = self.frames.parse.words[word].lemma
        if word in self.actors.by_word:
            return False
        if any(r.first <= word <= r.last for r in self.actors.phrases.at(word).roles):  # "police in Mali" are people
            return False
        if lemma not in frame_tables().situations and ("noun", lemma) not in rules():
            return False
        slots = (
            self.frames.at(word).slot("poss", "mod", "by", "of", "from", "agent") if self.frames.nominal(word) else ()
        )
        return not any(self.actors.refs(w) for w in slots if not sited(self.frames, self.actors, w))

    def _site(self, rule: Rule, party: Party) -> bool:
        """ "the Benghazi attacks", "the Geneva talks": the town before an act of force, or talks, is where it was."""
        if party.slot != "mod" or not (rule.reciprocal or rule.type == "ASSAULT"):
            return False
        names = [w for w in self.frames.parse.words_in(party.ref.span) if w in self.actors.by_word]
        return bool(names) and all(sited(self.frames, self.actors, w) for w in names)

    def _once(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Each actor once; of "delegations from Serbia", "two of Norway's diplomats" not the state besides."""
        found = tuple({(p.ref.actor, p.ref.name): p for p in parties}.values())
        return tuple(p for p in found if not any(self._told_by(p, q) for q in found))

    def _told_by(self, one: Party, two: Party) -> bool:
        """Whether a state is named within the phrase of an actor of its own, or the other way round."""
        words, state_ = self.frames.parse.words, owner(one.ref)
        hung = any(words[a.word].base == "nmod" and words[a.word].head == b.word for a, b in ((one, two), (two, one)))
        return hung and one.ref.actor == state_ == owner(two.ref) != two.ref.actor

    def verbs_above(self, frame: Frame) -> Iterator[int]:
        """The verbs that govern a predicate, the nearest first."""
        parse = self.frames.parse
        return (a for a in parse.ancestors(frame.word) if parse.words[a].pos in ("VERB", "AUX"))

    def fillers(self, frame: Frame, slot: str) -> tuple[int, ...]:
        """The words of a slot; `clause.agent` is the agent of the clause below, `speaker` those of the verbs above."""
        if slot == "speaker":
            return tuple(w for v in self.verbs_above(frame) for w in self.frames.at(v).slot("agent"))
        if slot == "harmed":
            return harmed(self.frames, frame)
        if not frame.fillers:
            return ()
        first, _, rest = slot.partition(".")
        words = frame.slot(first)
        return tuple(w for i in words for w in self.fillers(self.frames.at(i), rest)) if rest else words
