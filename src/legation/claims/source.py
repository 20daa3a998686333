"""What all readers of claims share: measures, parties and quantities of one parse."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from legation.actors import Actors
from legation.claims.conditions import Conditions
from legation.claims.draft import Draft
from legation.claims.joins import joins
from legation.claims.measures import NO_MEASURE, Found, Measures, names
from legation.claims.parties import Parties
from legation.claims.rules import ClaimRule, contact, said_by
from legation.claims.slots import HEADED
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.language.quantities import Quantity, quantities

ASSERTED = ("flow", "relation", "stock", "contact")
DESCRIBED = (*ASSERTED, "goods", "rank")
# How many sentences back a pronoun or "the figure" may look for its measure.
BACK = 2
NATIONALS = "nationals"
# How far behind a description its measure may stand.
REACH = 14
DOERS = ("agent", "subject")
# Kinds whose measure "we" and "who" don't point to.
BARE = ("trend", "rank")


@dataclass
class Source(Conditions):
    """One parse as the readers of claims see it."""

    frames: Frames
    actors: Actors
    parse: Parse = field(init=False)
    measures: Measures = field(init=False)
    parties: Parties = field(init=False)
    quantities: tuple[Quantity, ...] = field(init=False)
    numbered: dict[int, Quantity] = field(init=False)
    timed: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.parse = self.frames.parse
        self.measures = Measures(self.frames)
        self.parties = Parties(self.frames, self.actors)
        self.timed = self.parse.time_words  # "in the past two years" dates a claim and is none
        self.quantities = tuple(q for q in quantities(self.parse) if not (q.duration and self.timed & set(q.words)))
        self.numbered = {w: q for q in self.quantities for w in q.words}
        self.parties.skipped = frozenset(self.numbered)

    def carrier(self, i: int) -> int | None:
        """The verb that goods described by word `i` are the subject or the object of: "oil worth $9 m was shipped"."""
        word = self.parse.words[i]
        noun = self.parse.words[word.head] if word.dep == "acl" and word.head >= 0 else None
        if noun is None or noun.head < 0 or noun.dep not in ("nsubj", "nsubj:pass", "obj"):
            return None
        return noun.head if self.parse.words[noun.head].pos == "VERB" else None

    # --- the measure of a claim

    def measure(self, rule: ClaimRule, trigger: str, i: int, words: tuple[int, ...]) -> Found | None:
        """What a rule's match at word `i` speaks of: its fixed name, a measure in its slots, else one named before."""
        if rule.name is not None:
            return Found(rule.name, i, (i,), names().get(rule.name))
        if rule.around:
            return self._described(rule, i, words)
        if HEADED in rule.measure:
            return self._headed(rule, i, words)
        doing = trigger == "verb" and rule.kind in ("change", "trend") and self._does(i, words)
        for slot in rule.slots(trigger):
            if doing and slot in DOERS:
                continue
            for word in self.fillers(slot, i, words):
                back = slot != "inside" and (rule.kind not in BARE or self.measures.anaphor(word))
                found = self._acted(word) if slot == "act" else self._read(word, back=back)
                if found is not None and self.allowed(rule, found):
                    return found
        found = self._fewer(i) if trigger == "adverb" else None
        told = self._about_another(rule, i) or (trigger == "noun" and self._of_its_own(i))
        found = found or (self.measures.before(i, ASSERTED) if rule.measured and not told else None)
        return found if found is not None and self.allowed(rule, found) else None

    def _headed(self, rule: ClaimRule, i: int, words: tuple[int, ...]) -> Found | None:
        """The measure that the first word of a phrase describes or is said of, and no other of the sentence."""
        fillers = (w for slot in rule.measure for w in self.fillers(slot, i, words))
        found = (self._acted(w) if "act" in rule.measure and self.parse.words[w].pos == "VERB" else
                 self._read(w, back=True) for w in fillers)  # fmt: skip
        return next((f for f in found if f is not None and self.allowed(rule, f)), None)

    def _does(self, i: int, words: tuple[int, ...]) -> bool:
        """Whether a verb has an object that is no number: "troops have expanded their operations"."""
        frame = self.frames.at(i)
        return not frame.passive and any(w not in self.numbered and w not in words for w in frame.slot("patient"))

    def _about_another(self, rule: ClaimRule, i: int) -> bool:
        """Whether a verb's doer is told and does not point back: what was named before is not what it is about."""
        if self.parse.words[i].pos != "VERB":
            return False
        doers = [w for w in self.frames.at(i).slot("agent") if self.parse.words[w].pos != "PROPN"]
        doing = not set(DOERS).isdisjoint(rule.slots("verb"))
        return bool(doers) and not any(
            self.measures.points_back(w) or (doing and self.measures.listed(w)) for w in doers
        )

    def _of_its_own(self, i: int) -> bool:
        """Whether a noun tells what it is of: "a cut in its discount rate"."""
        behind = (w for w in self.frames.at(i).slot("in", "of") if w not in self.numbered and w not in self.timed)
        return any(self.parse.words[w].pos == "NOUN" and not self.measures.points_back(w) for w in behind)

    def _fewer(self, i: int) -> Found | None:
        """What there is more or less of: "5 percent more tourists", "sold 30 percent fewer cars"."""
        noun = self.parse.words[i].head
        if self.parse.words[i].dep != "amod" or noun < 0:
            return None
        verb = self.parse.words[noun].head
        name = said_by(self.frames.lemma(verb)) if verb >= 0 and self.parse.words[noun].dep == "obj" else None
        return Found(name, verb, (verb,), names().get(name)) if name else self.measures.listed(noun)

    def _described(self, rule: ClaimRule, i: int, words: tuple[int, ...]) -> Found | None:
        """What a description is about: a listed measure in its slots or behind it, else the noun itself."""
        at = [i, *(a for a in self.parse.ancestors(i) if self.parse.words[a].pos == "VERB")][:2]
        fillers = [(slot, w) for slot in rule.slots("phrase") for a in at for w in self.fillers(slot, a, words)]
        thing = next((f for slot, w in fillers if slot in joins().things and (f := self.measures.at(w))), None)
        if thing is not None:
            return thing
        slots = [f for _, w in fillers if (f := self.measures.listed(w))]
        behind = sorted(w for w in self.parties.clause(i) if i < w < i + REACH and self.parse.words[w].pos == "NOUN")
        listed = (f for f in (*slots, *map(self.measures.listed, behind)) if f and f.sort in DESCRIBED)
        return next(listed, None) or self._meant(rule, i)

    def _meant(self, rule: ClaimRule, i: int) -> Found | None:
        """What a description's own noun stands for: a donor is one of aid; an ally of nothing that is counted."""
        name = rule.means.get(self.parse.words[i].lemma.lower())
        if name is None:
            return self.measures.at(i)
        return Found(name, i, (i,), names().get(name)) if name else None

    def allowed(self, rule: ClaimRule, found: Found) -> bool:
        """Whether a rule speaks of measures of this sort or name."""
        if found.sort in NO_MEASURE:
            return False
        named = found.entry is not None and found.name in rule.measures
        return not rule.measures or found.sort in rule.measures or named

    def _read(self, word: int, back: bool) -> Found | None:
        if word in self.numbered or word in self.timed:
            return None
        found = self.measures.at(word) or self._above(word)
        if found is not None and found.entry is None and any(r.role for r in self.actors.refs(word)):
            return None  # "…, said the ambassador"
        if found is None and back and self.measures.points_back(word):
            pointed = self.measures.before(word, ASSERTED, back=BACK)
            return replace(pointed, pointed=True) if pointed else None
        return found

    def _above(self, word: int) -> Found | None:
        """ "Relations between Chad and Niger, which are improving": the clause hangs on the name."""
        at = self.parse.words[word]
        if at.pos != "PROPN" or at.dep not in ("nmod", "conj") or at.head < 0:
            return None
        return self.measures.listed(at.head) or self._above(at.head)

    def _acted(self, verb: int) -> Found | None:
        """The contact that a verb says: "met" is a meeting."""
        name = contact(self.frames.lemma(verb))
        return Found(name, verb, (verb,), names().get(name)) if name else self.measures.listed(verb)

    def earlier(self, draft: Draft) -> Found | None:
        """The flow said before one that has a direction: "Russian exports to India rose, while imports fell"."""
        if draft.measure is None or draft.measure.entry is None or not draft.measure.entry.directed:
            return None
        return self.measures.before(min(draft.measure.words), ("flow",), back=1)

    def begins(self, quantity: Quantity) -> bool:
        """Whether a way began at this number: "up from $2 bn", "down from a peak of $2 bn"."""
        if quantity.lead is None:
            return False
        lead = self.parse.words[quantity.lead]
        noun = self.parse.words[quantity.head].head if lead.lower in joins().of else -1
        return lead.lower in joins().base or (noun >= 0 and self.frames.case(noun)[0] in joins().base)

    def of(self, quantity: Quantity) -> tuple[int, ...]:
        """The noun that "of", "in" or "worth" ties to a number, right behind it."""
        last = quantity.words[-1]
        behind = self.parse.words[last + 1 : last + 3]
        if len(behind) == 2 and all(w.lower in joins().of for w in behind):
            behind = behind[1:]  # "worth of"
        tied = (
            behind
            and behind[0].lower in joins().of
            and behind[0].head > behind[0].i
            and behind[0].head not in self.timed
        )
        return (behind[0].head,) if tied else ()

    def counted(self, quantity: Quantity) -> tuple[int, ...]:
        """The noun that a number counts."""
        above = self.parse.words[quantity.head].head
        return (above,) if above >= 0 and self.parse.words[above].pos == "NOUN" else ()

    def carries_time(self, i: int) -> bool:
        """A noun that carries its time: "the 1979 treaty", "the pact of 1960"; not "left the pact in 2018"."""
        timed = set(self.parse.children(i)) & self.timed
        return any(w < i or self.frames.case(w)[0] in joins().of_time for w in timed)

    def people(self, i: int) -> Found | None:
        """Citizens counted by their demonym: "some 30,000 Kenyans"."""
        word = self.parse.words[i]
        here = (r for r in self.actors.refs(i) if r.span[0] <= word.start and word.end <= r.span[1])
        side = word.lemma.lower() in names()["side"].words  # "nine European countries"
        if side or word.tag not in ("NNPS", "NNS") or not any(r.via == "demonym" for r in here):
            return None
        return Found(NATIONALS, i, (i,), names().get(NATIONALS))
