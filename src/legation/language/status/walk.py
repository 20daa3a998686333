"""From a predicate outwards: the cues in its own clause, then those of every clause and noun that governs it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.status.clause import Clause
from legation.language.status.conditions import Site, all_hold, any_holds
from legation.language.status.rules import Cue, StatusRule, cues
from legation.language.tables import frame_tables

UNREAL = frozenset({"planned", "possible", "denied"})
# Clauses without a tense of their own take mood and time from the one above; these labels join them.
OPEN = frozenset({"xcomp", "ccomp", "advcl", "csubj", "acl", "acl:relcl", "obj", "obl", "advcl:relcl"})
ARGUMENTS = ("nsubj", "obj", "iobj", "obl")


class Walk:
    """Collects the cues of frames of one parse, nearest first."""

    def __init__(self, frames: Frames) -> None:
        self.frames, self.parse, self.rules = frames, frames.parse, cues()
        self.clause = cache(lambda i: Clause(frames.parse, i))

    def cues(self, frame: Frame) -> Iterator[Cue]:
        """The cues of a frame, each once."""
        seen: set[tuple[str, int]] = set()
        for cue in self._all(frame):
            if (cue.rule.status, cue.word) not in seen:  # one word denies once, however it is looked at
                seen.add((cue.rule.status, cue.word))
                yield cue
                if cue.rule.stops:
                    return

    def _all(self, frame: Frame) -> Iterator[Cue]:
        if frame.kind == "noun":
            yield from self._noun(frame.word, carried=frame.carrier is not None)
        if frame.kind != "noun" or frame.carrier is not None:
            yield from self._verb(self._main(frame.verb), set())

    def _main(self, i: int) -> int:
        """The verb that an auxiliary helps: "get" in "get hurt"."""
        word = self.parse.words[i]
        return word.head if word.head >= 0 and word.dep.split(":")[0] in ("aux", "cop") else i

    def rule(self, scope: str, *words: str, at: int, site: Site | None = None) -> Iterator[Cue]:
        """The first rule of the scope for the first of the words whose conditions hold."""
        for word in words:
            for rule in self.rules.get((scope, word), ()):
                if self._holds(rule, at, site):
                    yield Cue(rule, at)
                    return

    def _holds(self, rule: StatusRule, at: int, site: Site | None) -> bool:
        following = self.parse.words[at + 1].lower if at + 1 < len(self.parse.words) else ""
        if following in rule.but_before:
            return False
        return site is None or (all_hold(rule.when, site) and not any_holds(rule.unless, site))

    # --- in the clause

    def _verb(self, i: int, seen: set[int], *, tense: bool = True) -> Iterator[Cue]:
        """The cues of a clause and of what stands above it; `tense` False: the tense was told further below."""
        if i in seen:
            return
        seen.add(i)
        clause = self.clause(i)
        site = Site(clause)
        yield from self._inside(i, site)
        if tense and clause.tensed:
            yield from self.rule("form", clause.form, at=i, site=site)
            tense = False
        yield from self._above(i, seen, tense)

    def _inside(self, i: int, site: Site) -> Iterator[Cue]:
        yield from self._modifiers(i, site)
        yield from self._arguments(i, site)
        for mark in site.own.marks():
            yield from self.rule("mark", site.own.phrase(mark), at=mark, site=self._site(i))

    def _modifiers(self, i: int, site: Site) -> Iterator[Cue]:
        for c in self.parse.children(i, "advmod", "det", "aux", "amod", "cc", "discourse", "obl"):
            word = self.parse.words[c]
            if word.dep.startswith("aux"):
                future = word.lower in frame_tables().future_in_past and self._reported_past(i)
                yield from self.rule("auxiliary", "will" if future else word.lower, at=c, site=site)
            elif word.dep == "obl":
                yield from self.rule("word", *self._phrase(c), at=c, site=site)
            else:
                yield from self.rule("word", *self._adverb(c), at=c, site=site)

    def _adverb(self, i: int) -> list[str]:
        """The word, and before it the word with the one beside it: "no longer", "not yet"."""
        words = self.parse.words
        beside = [f"{words[i - 1].lower} {words[i].lower}"] if i and words[i - 1].head == i else []
        return [*beside, words[i].lower]

    def _phrase(self, i: int) -> list[str]:
        """A short phrase as it stands: "at no time", "by no means"."""
        words = sorted([i, *self.parse.children(i, "case", "det", "amod")])
        return [" ".join(self.parse.words[w].lower for w in words)]

    def _reported_past(self, i: int) -> bool:
        """ "announced that he would travel": a clause below a verb of the past."""
        word = self.parse.words[i]
        return word.dep == "ccomp" and self.parse.words[word.head].tag == "VBD"

    def _arguments(self, i: int, site: Site) -> Iterator[Cue]:
        """ "No country attacked", "met nobody": the quantifier of an argument denies its verb."""
        for c in self.parse.children(i, *ARGUMENTS):
            for q in (c, *self.parse.children(c, "det", "cc:preconj")):
                for cue in self.rule("argument", self.parse.words[q].lower, at=q, site=site):
                    if self.parse.words[c].lemma not in cue.rule.but_of:
                        yield cue

    def _site(self, i: int) -> Site:
        """The clause with the one above it and whether that one is negated or itself no fact."""
        head = self.parse.words[i].head
        if head < 0:
            return Site(self.clause(i))
        return Site(self.clause(i), self.clause(head), frozenset(self._known(head)))

    def _known(self, head: int) -> Iterator[str]:
        site = Site(self.clause(head))
        own = [c.rule.status for c in (*self._modifiers(head, site), *self._arguments(head, site))]
        if "denied" in own:
            yield "negated"
        if site.own.form in ("imperative", "headline") or {"planned", "possible"} & set(own):
            yield "unreal"

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
            yield from self.rule("mark", clause.phrase(mark), at=mark, site=self._site(head))

    def _adversative(self, i: int) -> bool:
        return any(self._is("contrast", self.parse.words[c].lower) for c in self.parse.children(i, "cc"))

    def _is(self, scope: str, word: str) -> bool:
        return (scope, word) in self.rules

    def _tensed(self, i: int, head: int, dep: str, seen: set[int]) -> Iterator[Cue]:
        """A clause with a tense of its own: what the verb or noun above says of it."""
        site = self._site(i)
        if dep in ("ccomp", "csubj", "xcomp") or (dep == "advcl" and site.matrix and site.matrix.word.pos == "ADJ"):
            found = list(self.rule("clause", *self._keys(i, head), at=head, site=site))
            yield from found
            yield from self._outer(found, head, seen)
        elif dep == "acl":
            yield from self._below_noun(i, head, site, seen)
        elif dep == "acl:relcl":
            yield from self._relative(head, site)

    def _outer(self, found: list[Cue], head: int, seen: set[int]) -> Iterator[Cue]:
        """Of what stands above a governing verb only what the rule lets through."""
        through = {status for cue in found for status in cue.rule.through}
        if through:
            yield from (c for c in self._verb(head, seen, tense=False) if c.rule.status in through)

    def _open(self, i: int, head: int, seen: set[int], tense: bool) -> Iterator[Cue]:
        """An infinitive, gerund or participle: the word above decides, else its mark, else its kind."""
        site, dep = self._site(i), self.parse.words[i].dep
        noun = self.parse.words[head].pos in ("NOUN", "PROPN", "PRON") and dep.startswith("acl")
        scope = "infinitive" if noun else "open"
        kind = f"{dep} {site.own.form}"
        found = list(self.rule(scope, *self._keys(i, head), at=head, site=site)) if self._complement(i, head) else []
        if not found and not self._decided_by_mark(i):
            found = list(self.rule("default", kind, at=i, site=site))
        yield from found
        if noun:
            yield from self._around(head, seen)
        else:
            yield from self._inherited(i, head, found, seen, tense)

    def _inherited(self, i: int, head: int, found: list[Cue], seen: set[int], tense: bool) -> Iterator[Cue]:
        told = any("negated" in c.rule.when.matrix for c in found)
        adverbial = self.parse.words[i].dep == "advcl" and not any(c.rule.scope == "open" for c in found)
        for cue in self._verb(head, seen, tense=tense):
            if told and cue.rule.status == "denied" and self.parse.words[cue.word].head == head:
                continue
            if adverbial and cue.rule.status == "denied":
                continue
            yield cue

    def _complement(self, i: int, head: int) -> bool:
        """Whether a clause belongs to what the verb means: "ruled out attacking", not "spoke, praising"."""
        word = self.parse.words[i]
        if not word.dep.startswith("advcl") or self.clause(i).marks():
            return True
        return i > head and not any(self.parse.words[w].dep in ("punct", "obj", "iobj") for w in range(head + 1, i))

    def _decided_by_mark(self, i: int) -> bool:
        clause = self.clause(i)
        return any(("mark", clause.phrase(m)) in self.rules for m in clause.marks())

    def _keys(self, i: int, head: int) -> list[str]:
        """What a rule may name the governing word by: with the mark of the clause, with its particle, alone."""
        word, lemma = self.parse.words[head], self.frames.lemma(head)
        clause = self.clause(i)
        marks = [clause.phrase(m) for m in clause.marks()]
        adverbs = [self.parse.words[c].lower for c in self.parse.children(head, "advmod", "amod", "obj") if c < i]
        own = [self.parse.words[c].lower for c in self.parse.children(i, "advmod") if c < i]
        names = list(dict.fromkeys((lemma, word.lemma, word.lower)))
        joined = [f"{n} {m}" for n in (*names, "*") for m in (*adverbs, *own, *marks)]
        return [*joined, *names]

    def _below_noun(self, i: int, head: int, site: Site, seen: set[int]) -> Iterator[Cue]:
        """ "reports that it attacked": what the noun says, then what is said of the noun."""
        found = list(self.rule("noun-clause", self.parse.words[head].lemma, at=head, site=site))
        yield from found
        if not any(c.rule.stops for c in found):
            yield from (c for c in self._around(head, seen) if c.rule.status == "denied" or c.rule.stops)

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
            word, head = self.parse.words[head], self.parse.words[head].head
        yield from self._governed(word.i, head, carried)

    def _around(self, i: int, seen: set[int]) -> Iterator[Cue]:
        """What a noun that governs a clause says of it through its own modifiers and verb."""
        yield from self._noun_modifiers(i)
        yield from self._governed(i, self.parse.words[i].head, carried=False)

    def _noun_modifiers(self, i: int) -> Iterator[Cue]:
        yield from self._modifiers(i, Site(self.clause(i)))
        for c in self.parse.children(i, "acl"):  # "the visit scheduled for May"
            if self.parse.words[c].tag == "VBN":
                yield from self.rule("patient", self.frames.lemma(c), at=c)

    def _nominal(self, i: int, head: int) -> Iterator[Cue]:
        """ "the threat of an attack", "plans for talks": the noun above with its preposition, or alone."""
        case, lemma = self.frames.case(i)[0], self.parse.words[head].lemma
        yield from self.rule("nominal", f"{lemma} {case}", lemma, at=head)

    def _governed(self, noun: int, head: int, carried: bool) -> Iterator[Cue]:
        """What the verb above says of the act that is its object, subject or oblique."""
        if head < 0:
            return
        parse = self.parse
        lemma, dep, case = self.frames.lemma(head), parse.words[noun].dep, self.frames.case(noun)[0]
        site = Site(self.clause(noun), self.clause(head), frozenset(self._known(head)))
        if dep in ("obj", "nsubj:pass"):
            found = list(self.rule("patient", lemma, at=head, site=site))
            yield from found
            if found and not carried:
                yield from (c for c in self._verb(head, set()) if c.rule.status in UNREAL)
        elif dep == "nsubj" and not carried:
            yield from self._subject(head, lemma, site)
        elif case:
            yield from self.rule("case", f"{lemma} {case}", case, at=noun, site=site)

    def _subject(self, head: int, lemma: str, site: Site) -> Iterator[Cue]:
        yield from self.rule("subject", lemma, at=head, site=site)
        for cue in self._modifiers(head, Site(self.clause(head))):
            if cue.rule.status == "planned" and cue.rule.scope == "auxiliary":
                yield cue
