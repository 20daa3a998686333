"""Frames: one predicate with its arguments by role and preposition, however the sentence says it.

Actives, passives, nominalisations ("Zarif's visit to Moscow"), light verbs ("paid a visit"), verbs of
happening ("the visit took place"), control and raising ("agreed to lift", "urged Iran to halt"), relative and
participial clauses and coordination all give the same slots: `agent`, `patient`, `iobj`, `poss`, `mod`, `clause`,
`open`, `bare`, each preposition by its own name (`to`, `with`, `between`, …), a gerund by its preposition (`for-ing`),
`occasion`: who acts at an occasion that a noun names, and `holder`: the subject of the verb that carries a noun with
a doer of its own ("Uruguay hosted a visit by").
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.language.called import calls, meant
from legation.language.control import asked, inherited
from legation.language.filling import filling
from legation.language.frame import Filler, Frame, FrameKind
from legation.language.joining import (
    SUBJECTS,
    before_gerund,
    changes,
    is_passive,
    listed,
    nearest_subject,
    paid_out,
    preposition,
    sided,
    stranded,
)
from legation.language.parse import Parse
from legation.language.tables import FrameTables, frame_tables

NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "iobj"})
CLAUSE_SLOTS = {"ccomp": "clause", "xcomp": "open"}


class Frames:
    """The frames of one parse, built when first asked for."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._tables: FrameTables = frame_tables()
        self._known: dict[int, Frame] = {}
        self._lemmas: dict[int, str] = {}
        self._prepositional_verbs = {(p.verb, p.preposition) for p in self._tables.light_prepositional}

    def at(self, i: int) -> Frame:
        """The frame whose predicate is word `i`."""
        if i not in self._known:
            self._known[i] = self._noun(i) if self.nominal(i) else self._verb(i)
        return self._known[i]

    def nominal(self, i: int) -> bool:
        """Nouns, and what the tagger calls an adjective where a noun stands ("the offensive on Tikrit")."""
        word = self.parse.words[i]
        return word.pos in ("NOUN", "PROPN") or (word.pos == "ADJ" and word.dep in NOMINAL)

    # --- verbs and predicative adjectives

    def lemma(self, i: int) -> str:
        """The lemma of a word with its particle: "carry out"."""
        if i not in self._lemmas:
            words = self.parse.words
            self._lemmas[i] = " ".join([words[i].lemma, *(words[p].lower for p in self._particles(i))])
        return self._lemmas[i]

    def _particles(self, i: int) -> list[int]:
        """Particles, and the adverbs that are as good as particles right behind their verb: "walked out"."""
        behind = self.parse.words[i + 1 : i + 2]
        beside = [w.i for w in behind if w.head == i and w.base == "advmod" and w.lower in self._tables.particles]
        return [*self.parse.children(i, "compound:prt"), *beside]

    def _verb(self, i: int) -> Frame:
        word, passive = self.parse.words[i], is_passive(self.parse, i)
        fillers = tuple(dict.fromkeys([*self._own(i, passive), *inherited(self, i, passive)]))
        kind: FrameKind = "adjective" if word.pos == "ADJ" else "verb"
        words = tuple(sorted([i, *self._particles(i)]))
        return Frame(i, self.lemma(i), kind, passive, None, words, fillers, word.sentence)

    def _own(self, i: int, passive: bool) -> Iterator[Filler]:
        parse = self.parse
        for child in parse.children(i):
            dep, base = parse.words[child].dep, parse.words[child].base
            if base in SUBJECTS:
                if child == (nearest := nearest_subject(parse, i, child)) or listed(parse, child, nearest):
                    yield from self._subject(i, child, passive)
            elif dep in ("obj", "iobj"):
                yield from self._object(i, child, passive)
            elif base == "obl":
                yield from self._oblique(i, child, passive)
            elif dep in ("ccomp", "xcomp", "advcl", "parataxis"):
                open_ = asked(self, i, child) or self._gerund_behind(i, child)
                yield Filler("open" if open_ else CLAUSE_SLOTS.get(dep, dep), child)
                if dep == "xcomp" and (case := self.case(child))[0]:  # "described as illegal"
                    yield Filler(case[0], child, case[1])
                if dep == "advcl" and (
                    mark := before_gerund(self.parse, child)
                ):  # "attacked the premier for raising taxes"
                    yield Filler(f"{mark}-ing", child)

    def _object(self, i: int, child: int, passive: bool) -> Iterator[Filler]:
        parse, dep = self.parse, self.parse.words[child].dep
        direct = dep == "obj" or not parse.children(i, "obj")  # "allowed jets to land" has one object only
        slot = "open" if calls(parse, i) else "patient" if direct else "iobj"
        yield from (Filler(slot, w) for w in filling(parse, i, child))
        if dep == "obj":
            yield from self._prepositions(child)
            yield from self._paid_in(i, child)
            if passive:  # "was granted relief from the sanctions by Chad"
                yield from self._agent_of(child, *parse.children(child, "nmod"))

    def _paid_in(self, i: int, child: int) -> Iterator[Filler]:
        """ "cut $1 billion in aid to Chad": what a sum is paid in is what is cut, and the sum says how much."""
        for noun in (*self.parse.children(i, "obl"), *self.parse.children(child, "nmod")):
            if paid_out(self.parse, noun) == child:
                yield Filler("patient", noun)
                yield from self._prepositions(noun)

    def _gerund_behind(self, i: int, child: int) -> bool:
        """ "ruled out sending": a gerund right behind its verb or particle is what the verb speaks of."""
        return self.parse.words[child].tag == "VBG" and child == max([i, *self._particles(i)]) + 1

    def _subject(self, i: int, child: int, passive: bool) -> Iterator[Filler]:
        slot = "patient" if passive else "agent"
        names = (n for n in self.parse.children(child, "appos") if n < i and listed(self.parse, child, n))
        beside = (n for n in names if max(self.parse.phrase(n)) == i - 1)  # "US, Britain strike": no apposition
        yield from (Filler(slot, w) for w in (*filling(self.parse, i, child), *beside))
        if passive:
            yield from self._prepositions(child)
            if (left := stranded(self.parse, i)) is not None:  # "they were fired upon"
                yield Filler(self.parse.words[left].lower, child, left)

    def _oblique(self, i: int, child: int, passive: bool) -> Iterator[Filler]:
        name, case, word = self._prepositional(child)
        agent = name == "by" and passive
        yield Filler("agent" if agent else name or self._bare(i, child), word, case)
        if name not in self._tables.aside:
            named = agent and self.parse.words[word].pos == "PROPN"  # "imposed by Peru on Chile" is no Peru on Chile
            yield from self._prepositions(word, self._tables.chained if named else self._tables.bordering)
        if passive:  # "cut off from the system by the bank": the agent of a passive is often hung on its neighbour
            yield from self._agent_of(word)

    def _agent_of(self, *neighbours: int) -> Iterator[Filler]:
        """Whom "by" joins to a neighbour of a passive."""
        for noun in neighbours:
            yield from (Filler("agent", f.word, f.case) for f in self._prepositions(noun, frozenset({"by"})))

    def _bare(self, i: int, child: int) -> str:
        """An oblique without preposition is the object that the tree missed, unless it says when or how far."""
        plain = self.parse.words[child].dep == "obl" and child not in self.parse.time_words
        return "patient" if plain and child > i and not self.parse.children(i, "obj") else "bare"

    def _prepositional(self, i: int) -> tuple[str | None, int | None, int]:
        """The preposition of a phrase and the phrase's head; "in front of the embassy" is outside the embassy."""
        name, case = self.case(i)
        for child in self.parse.children(i, "nmod") if name else ():
            whole = self._tables.prepositions.get(f"{name} {self.parse.words[i].lower} {self.case(child)[0]}")
            if whole:
                return whole, case, child
        return name, case, meant(self.parse, i)

    def case(self, i: int) -> tuple[str | None, int | None]:
        """The preposition of a phrase, with its fixed parts ("ahead of"), and its word."""
        return preposition(self.parse, i)

    def _prepositions(self, noun: int, only: frozenset[str] | None = None) -> Iterator[Filler]:
        """Prepositional phrases that hang on an argument: attachment is in doubt, so the predicate sees them."""
        for child in self.parse.children(noun, "nmod"):
            name, case = self.case(child)
            if name and name != "of" and (only is None or name in only):
                yield Filler(name, child, case)

    # --- nouns

    def _noun(self, i: int) -> Frame:
        word = self.parse.words[i]
        carrier, carried = self._carrier(i)
        own = tuple(self._noun_fillers(i))
        if any(f.slot == "by" and f.case == i + 1 for f in own):  # "Mali announced an attack by Chad": it is Chad's
            carried = [Filler("holder", f.word, f.case) if f.slot == "agent" else f for f in carried]
        fillers = tuple(dict.fromkeys([*carried, *own, *(() if carried else self._occasion(i, own))]))
        words = (i,) if carrier is None else tuple(sorted((i, carrier)))
        lemma = word.lemma.lower() if word.pos == "PROPN" else word.lemma
        return Frame(i, lemma, "noun", False, carrier, words, fillers, word.sentence)

    def _noun_fillers(self, i: int) -> Iterator[Filler]:
        parse = self.parse
        outer = self._measured(i)
        for noun in dict.fromkeys((i, outer)):
            for child in parse.children(noun):
                dep, base = parse.words[child].dep, parse.words[child].base
                if child == i or (noun != i and dep in ("compound", "amod")):
                    continue
                if dep == "nmod:poss":
                    yield Filler("poss", child)
                elif base in ("nmod", "obl"):
                    name, case, inner = self._prepositional(child)
                    yield Filler(name or ("mod" if child < noun else "bare"), inner, case)
                    yield from self._prepositions(child, self._tables.chained)
                elif dep in ("compound", "amod", "flat", "nmod:desc"):
                    yield Filler(sided(self.parse, child) or "mod", child)
                elif base == "nsubj" and parse.children(noun, "cop"):
                    yield Filler("subject", child)
                elif dep in ("acl", "ccomp"):
                    yield Filler("clause", child)

    def _occasion(self, i: int, own: tuple[Filler, ...]) -> tuple[Filler, ...]:
        """ "In a call with the emir, the president praised …": who acts on the occasion takes part in it."""
        word = self.parse.words[i]
        if (
            word.dep != "obl"
            or self.case(i)[0] not in self._tables.occasions
            or any(f.slot in ("poss", "by", "of") for f in own)
        ):
            return ()
        return tuple(Filler("occasion", w) for w in self.at(word.head).slot("agent"))

    def _measured(self, i: int) -> int:
        """The measure noun above, or the sum: "series" for "a series of attacks", "$" for "$1 billion in aid"."""
        parse, word = self.parse, self.parse.words[i]
        if (paid := paid_out(parse, i)) is not None:
            return paid
        measured = word.dep == "nmod" and parse.words[word.head].lemma in self._tables.measures
        return word.head if measured and self.case(i)[0] == "of" else i

    def _carrier(self, i: int) -> tuple[int | None, list[Filler]]:
        """The verb that carries the noun and what the verb brings to it."""
        parse = self.parse
        noun = self._measured(i)
        word = parse.words[noun]
        if word.dep == "conj" and parse.words[word.head].pos == "NOUN":
            return self._carrier(word.head)
        participle = next((c for c in parse.children(noun, "acl") if parse.words[c].tag == "VBN"), None)
        if participle is not None and self.lemma(participle) in self._tables.light:
            return participle, [f for f in self._own(participle, True) if f.slot != "patient"]
        if word.head < 0:
            return None, []
        if parse.words[word.head].pos in ("VERB", "AUX"):
            return self._carried_by(word.head, noun, word.dep)
        if returned := self._returned(word.head, noun):
            return None, returned
        copula = next(iter(parse.children(word.head, "cop")), None)
        return (None, []) if copula is None else self._carried_there(word.head, noun, copula)

    def _returned(self, where: int, noun: int) -> list[Filler]:
        """ "Fresh from a trip to Bamako, the envoy spoke": who is back from it made it."""
        words = self.parse.words
        if words[where].pos not in ("ADJ", "ADV") or words[where].head == noun:
            return []
        if (words[where].lemma.lower(), self.case(noun)[0]) not in self._prepositional_verbs:
            return []
        while not self.parse.children(where, "nsubj") and words[where].head >= 0:
            where = words[where].head
        return [Filler("agent", w) for w in self.parse.children(where, "nsubj")]

    def _carried_there(self, where: int, noun: int, copula: int) -> tuple[int | None, list[Filler]]:
        """ "The envoy is in Bamako for talks", "is due in Bamako for talks"."""
        purpose = (self.parse.words[copula].lemma, self.case(noun)[0]) in self._prepositional_verbs
        if not purpose or self.parse.words[noun].dep not in ("obl", "nmod"):
            return None, []
        return copula, [Filler("agent", w) for w in self.parse.children(where, "nsubj")]

    def _carried_by(self, verb: int, noun: int, dep: str) -> tuple[int | None, list[Filler]]:
        frame, tables = self.at(verb), self._tables
        others = [f for f in frame.fillers if f.word != noun and f.slot not in ("patient", "clause", "open")]
        if dep in ("obj", "nsubj:pass") and frame.lemma in tables.light and not changes(self.parse, verb):
            return verb, others
        if dep == "nsubj" and frame.lemma in tables.occurrence:
            return verb, [f for f in others if f.slot != "agent"]
        if (self.parse.words[verb].lemma, self.case(noun)[0]) not in self._prepositional_verbs:
            return None, []
        subject = frame.slot("patient") if frame.passive and not frame.slot("agent") else ()
        return verb, [*(Filler("agent", w) for w in subject), *others]  # "is expected for talks"
