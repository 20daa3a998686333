"""From a predicate outwards: the cues in its own clause, then those of every clause and noun that governs it."""

from __future__ import annotations

from collections.abc import Iterator

from legation.language.frame import Frame
from legation.language.joining import before_gerund
from legation.language.status.conditions import Site
from legation.language.status.inside import Inside
from legation.language.status.rules import Cue, nominal
from legation.language.tables import frame_tables

DEPTH = 12  # clauses above a predicate that are looked at
UNREAL = frozenset({"planned", "possible", "denied"})
# Clauses without a tense of their own take mood and time from the one above; these labels join them.
OPEN = frozenset({"xcomp", "ccomp", "advcl", "csubj", "acl", "acl:relcl", "obj", "obl", "advcl:relcl"})


class Walk(Inside):
    """Collects the cues of frames of one parse, nearest first."""

    def cues(self, frame: Frame) -> Iterator[Cue]:
        """The cues of a frame, each once, up to the first that stops."""
        seen: dict[tuple[str, int], Cue] = {}
        for cue in self._all(frame):
            seen.setdefault((cue.rule.status, cue.word), cue)  # one word denies once, however it is looked at
            if cue.rule.stops:
                break
        absorbed = any(cue.rule.absorbs for cue in seen.values())
        for cue in seen.values():
            if not (absorbed and cue.rule.status == "denied" and self.parse.words[cue.word].head == frame.verb):
                yield cue

    def _all(self, frame: Frame) -> Iterator[Cue]:
        if frame.kind == "noun":
            yield from self._noun(frame.word, carried=frame.carrier is not None)
        if frame.kind != "noun" or frame.carrier is not None:
            yield from self._verb(self._main(frame.verb), set())

    def _main(self, i: int) -> int:
        """The verb that an auxiliary helps: "get" in "get hurt"."""
        word = self.parse.words[i]
        return word.head if word.head >= 0 and word.base in ("aux", "cop") else i

    def _verb(self, i: int, seen: set[int], *, tense: bool = True) -> Iterator[Cue]:
        """The cues of a clause and of what stands above it; `tense` False: the tense was told further below."""
        if i in seen or len(seen) > DEPTH:
            return
        seen.add(i)
        clause = self.clause(i)
        site = Site(clause)
        yield from self.inside(i, site)
        if tense and clause.tensed:
            yield from self.rule("form", clause.form, at=i, site=site)
            tense = False
        yield from self._above(i, seen, tense)

    # --- above the clause

    def _above(self, i: int, seen: set[int], tense: bool) -> Iterator[Cue]:
        word = self.parse.words[i]
        if word.head < 0:
            return
        if word.dep == "conj":
            yield from self._coordinated(i, word.head, seen, tense)
        elif self.clause(i).tensed:
            yield from self._tensed(i, word.head, word.dep, seen)
        elif word.dep in OPEN:
            yield from self._open(i, word.head, seen, tense)

    def _coordinated(self, i: int, head: int, seen: set[int], tense: bool) -> Iterator[Cue]:
        """A second verb shares what stands above the first; without auxiliary and subject also what stands in it."""
        own, other = self.clause(i), self.clause(head)
        if not own.tensed and not own.auxiliaries and not own.subjects():
            skip = self._adversative(i)
            for cue in self._verb(head, seen, tense=tense):
                if not (skip and cue.rule.status == "denied" and self.parse.words[cue.word].head == head):
                    yield cue
        elif other.tensed and self.parse.words[head].head >= 0:
            yield from self._marks_of(head)
            yield from self._above(head, seen | {i, head}, tense)

    def _marks_of(self, head: int) -> Iterator[Cue]:
        clause = self.clause(head)
        for mark in clause.marks():
            yield from self.rule("mark", clause.phrase(mark), at=mark, site=self.site(head))

    def _adversative(self, i: int) -> bool:
        return any(self._is("contrast", self.parse.words[c].lower) for c in self.parse.children(i, "cc"))

    def _is(self, scope: str, word: str) -> bool:
        return (scope, word) in self.rules

    def _tensed(self, i: int, head: int, dep: str, seen: set[int]) -> Iterator[Cue]:
        """A clause with a tense of its own: what the verb or noun above says of it."""
        site = self.site(i)
        if dep in ("ccomp", "csubj", "xcomp") or (dep == "advcl" and site.matrix and site.matrix.word.pos == "ADJ"):
            found = list(self.rule("clause", *self._keys(i, head), at=head, site=site))
            yield from found
            yield from self._outer(found, head, seen)
        elif dep == "acl":
            yield from self._below_noun(i, head, site)
        elif dep == "acl:relcl":
            yield from self._relative(head, site)

    def _outer(self, found: list[Cue], head: int, seen: set[int]) -> Iterator[Cue]:
        """Of what stands above a governing verb only what the rule lets through."""
        through = {status for cue in found for status in cue.rule.through}
        if through:
            yield from (c for c in self._verb(head, seen, tense=False) if c.rule.status in through)

    def _open(self, i: int, head: int, seen: set[int], tense: bool) -> Iterator[Cue]:
        """An infinitive, gerund or participle: the word above decides, else its mark, else its kind."""
        site, dep = self.site(i), self.parse.words[i].dep
        noun = self.parse.words[head].pos in ("NOUN", "PROPN", "PRON") and dep.startswith("acl")
        governed = self._complement(i, head) and not (noun and site.own.form == "participle")
        scope = "infinitive" if noun else "open"
        kind = f"{dep} {site.own.form}"
        found = list(self.rule(scope, *self._keys(i, head), at=head, site=site)) if governed else []
        if not found and not self._decided_by_mark(i):
            found = list(self.rule("default", kind, at=i, site=site))
        yield from found
        if noun:
            yield from self._around(head, i)
        else:
            yield from self._inherited(i, head, found, seen, tense)

    def _inherited(self, i: int, head: int, found: list[Cue], seen: set[int], tense: bool) -> Iterator[Cue]:
        """What stands above a clause without tense; a loose one ("will meet, adding …") hears none of it."""
        told = any("negated" in c.rule.when.matrix for c in found)
        adverbial = self.parse.words[i].dep.startswith("advcl") and not self.clause(i).infinitive()
        adverbial = adverbial and not any(c.rule.scope == "open" for c in found)
        adverbial = adverbial and not self._joint(i, head)
        if adverbial and self._loose(i, head):
            return
        for cue in self._verb(head, seen, tense=tense):
            if told and cue.rule.status == "denied" and self.parse.words[cue.word].head == head:
                continue
            if adverbial and cue.rule.status == "denied":
                continue
            yield cue

    def _joint(self, i: int, head: int) -> bool:
        """ "Did not follow Chad in closing its border": what is said of the first verb holds of the act."""
        return self.parse.words[head].lemma in frame_tables().following and before_gerund(self.parse, i) == "in"

    def _loose(self, i: int, head: int) -> bool:
        marks = [self.clause(i).phrase(m) for m in self.clause(i).marks()]
        return not self._complement(i, head) or any(self._is("loose", m) for m in marks)

    def _complement(self, i: int, head: int) -> bool:
        """Whether a clause belongs to what the verb means: "ruled out attacking", not "spoke, praising"."""
        word = self.parse.words[i]
        if not word.dep.startswith("advcl") or self.clause(i).marks():
            return True
        return i > head and not any(self.parse.words[w].dep in ("punct", "obj", "iobj") for w in range(head + 1, i))

    def _decided_by_mark(self, i: int) -> bool:
        clause = self.clause(i)
        return any(("mark", clause.phrase(m)) in self.rules for m in clause.marks())

    def _predicated(self, head: int, i: int) -> Iterator[int]:
        """ "became the first premier to visit": what stands before a noun that the verb makes of its subject."""
        nouns = (c for c in self.parse.children(head, "xcomp") if c < i and self.parse.words[c].pos == "NOUN")
        yield from (c for noun in nouns for c in self.parse.children(noun, "amod"))

    def _keys(self, i: int, head: int) -> list[str]:
        """What a rule may name the governing word by: with the mark of the clause, with its particle, alone."""
        word, lemma = self.parse.words[head], self.frames.lemma(head)
        clause = self.clause(i)
        marks = [clause.phrase(m) for m in clause.marks()]
        adverbs = [self.parse.words[c].lower for c in self.parse.children(head, "advmod", "amod", "obj") if c < i]
        adverbs += [self.parse.words[c].lower for c in self._predicated(head, i)]
        own = [self.parse.words[c].lower for c in self.parse.children(i, "advmod") if c < i]
        names = list(dict.fromkeys((lemma, word.lemma, word.lower)))
        joined = [f"{n} {m}" for n in (*names, "*") for m in (*adverbs, *own, *marks)]
        circumstance = clause.form == "gerund" and any(self._is("loose", m) for m in marks)
        return joined if circumstance else [*joined, *names]

    def _below_noun(self, i: int, head: int, site: Site) -> Iterator[Cue]:
        """ "reports that it attacked": what the noun says, then what is said of the noun."""
        found = list(self.rule("noun-clause", self.parse.words[head].lemma, at=head, site=site))
        yield from found
        if not any(c.rule.stops for c in found):
            yield from (c for c in self._around(head, i) if c.rule.status == "denied" or c.rule.stops)

    def _relative(self, head: int, site: Site) -> Iterator[Cue]:
        """ "anyone who wants", "no country that attacked": the antecedent is nobody in particular, or nobody."""
        for q in (head, *self.parse.children(head, "det", "amod")):
            yield from self.rule("antecedent", self.parse.words[q].lower, at=q, site=site)

    # --- nouns

    def _noun(self, i: int, *, carried: bool) -> Iterator[Cue]:
        yield from self._noun_modifiers(i)
        word, head = self.parse.words[i], self.parse.words[i].head
        while head >= 0 and word.dep in ("conj", "nmod", "compound") and self.parse.words[head].pos == "NOUN":
            if word.dep == "nmod":
                yield from self._noun_modifiers(head)
                yield from self._nominal(word.i, head)
                if not self._part(head):  # "to forestall the effects of the attack" says nothing of the attack
                    return
            word, head = self.parse.words[head], self.parse.words[head].head
        yield from self._governed(word.i, head, carried, itself=word.i == i)

    def _part(self, noun: int) -> bool:
        """Whether what is said of a noun holds of the act below it: a measure or phase of the act, a cue of its own."""
        lemma, tables = self.parse.words[noun].lemma, frame_tables()
        return lemma in nominal() or lemma in tables.measures or lemma in tables.phases

    def _around(self, i: int, clause: int) -> Iterator[Cue]:
        """What a noun that governs a clause says of it through its own modifiers and verb."""
        yield from self._noun_modifiers(i, but=clause)
        yield from self._governed(i, self.parse.words[i].head, carried=False)

    def _noun_modifiers(self, i: int, but: int = -1) -> Iterator[Cue]:
        yield from self.modifiers(i, Site(self.clause(i)))
        for c in self.parse.children(i, "acl"):  # "the visit scheduled for May"
            if self.parse.words[c].tag == "VBN" and c != but:
                yield from self.rule("patient", self.frames.lemma(c), at=c)

    def _nominal(self, i: int, head: int) -> Iterator[Cue]:
        """ "the threat of an attack", "plans for talks": the noun above with its preposition, or alone."""
        case, lemma = self.frames.case(i)[0], self.parse.words[head].lemma
        yield from self.rule("nominal", f"{lemma} {case}", lemma, at=head)

    def _governed(self, noun: int, head: int, carried: bool, *, itself: bool = False) -> Iterator[Cue]:
        """What the verb above says of the act that is its object, subject or oblique."""
        if head < 0:
            return
        parse = self.parse
        lemma, dep, case = self.frames.lemma(head), parse.words[noun].dep, self.frames.case(noun)[0]
        site = Site(self.clause(noun), self.clause(head), frozenset(self.known(head)), itself=itself)
        if dep in ("obj", "nsubj:pass"):
            keys = (f"{lemma} {parse.words[noun].lemma}", lemma)
            found = [c for scope in ("patient", "made") for c in self.rule(scope, *keys, at=head, site=site)]
            yield from (c for c in found if c.rule.scope == "patient")
            if found and not carried:
                yield from (c for c in self._verb(head, set()) if c.rule.status in UNREAL)
        elif dep == "nsubj" and not carried:
            yield from self._subject(head, lemma, site)
        elif case:
            joined = (f"{lemma} {case}", f"{case} {parse.words[noun].lemma}", case)
            yield from self.rule("case", *joined, at=noun, site=site)

    def _subject(self, head: int, lemma: str, site: Site) -> Iterator[Cue]:
        yield from self.rule("subject", lemma, at=head, site=site)
        for cue in self.modifiers(head, Site(self.clause(head))):
            if cue.rule.status == "planned" and cue.rule.scope == "auxiliary":
                yield cue
