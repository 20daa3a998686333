"""The cues in the clause of a predicate: negation, auxiliaries, adverbs, quantified arguments, subordinators."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from legation.language.frames import Frames
from legation.language.status.clause import Clause
from legation.language.status.conditions import Site, all_hold, any_holds
from legation.language.status.rules import Cue, StatusRule, cues
from legation.language.tables import frame_tables

ARGUMENTS = ("nsubj", "obj", "iobj", "obl")


class Inside:
    """Finds rules, and the cues that stand in the clause or phrase of a word."""

    def __init__(self, frames: Frames) -> None:
        self.frames, self.parse, self.rules = frames, frames.parse, cues()
        self.clause = cache(lambda i: Clause(frames.parse, i))

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

    def inside(self, i: int, site: Site) -> Iterator[Cue]:
        yield from self.modifiers(i, site)
        yield from self._arguments(i, site)
        yield from self._dated(i, site)
        for mark in site.own.marks():
            yield from self.rule("mark", site.own.phrase(mark), at=mark, site=self.site(i))

    def modifiers(self, i: int, site: Site) -> Iterator[Cue]:
        for c in self.parse.children(i, "advmod", "det", "aux", "amod", "cc", "discourse", "obl"):
            word = self.parse.words[c]
            if word.dep.startswith("aux"):
                future = word.lower in frame_tables().future_in_past and self._reported_past(i)
                yield from self.rule("auxiliary", "will" if future else word.lower, at=c, site=site)
            elif word.dep == "obl":
                yield from self.rule("word", *self._phrase(c), at=c, site=site)
            else:
                yield from self.rule("word", *self._adverb(c), at=c, site=site)

    def _dated(self, i: int, site: Site) -> Iterator[Cue]:
        """A time in the clause that lies after or before the day of publication."""
        published = self.parse.document.published
        if not published:
            return
        for c in self.parse.children(i, "obl", "advmod"):
            for time in self.parse.times_in(self.parse.span(self.parse.subtree(c))):
                if time.comparison or not time.start:
                    continue
                side = "after" if time.start > published else "before" if time.end and time.end < published else "now"
                yield from self.rule("time", side, at=c, site=site)

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
        """ "announced that he would travel": a clause below a verb of the past, and no "would have"."""
        word, own = self.parse.words[i], self.clause(i)
        return word.dep == "ccomp" and self.clause(word.head).past and "have" not in own.kinds

    def _arguments(self, i: int, site: Site) -> Iterator[Cue]:
        """ "No country attacked", "met nobody": the quantifier of an argument denies its verb."""
        for c in self.parse.children(i, *ARGUMENTS):
            scope = "argument" if self.parse.words[c].dep.startswith("nsubj") else "object"
            itself = [c] if self.parse.words[c].pos != "INTJ" else []  # "said no" denies nothing
            for q in (*itself, *self.parse.children(c, "det", "cc:preconj")):
                for cue in self.rule(scope, self.parse.words[q].lower, at=q, site=site):
                    if self.parse.words[c].lemma not in cue.rule.but_of:
                        yield cue

    def site(self, i: int) -> Site:
        """The clause with the one above it and whether that one is negated or itself no fact."""
        head = self.parse.words[i].head
        if head < 0:
            return Site(self.clause(i))
        return Site(self.clause(i), self.clause(head), frozenset(self.known(head)))

    def known(self, head: int) -> Iterator[str]:
        site = Site(self.clause(head))
        own = [c.rule.status for c in (*self.modifiers(head, site), *self._arguments(head, site))]
        if "denied" in own or self._refused(head):
            yield "negated"
        if site.own.form in ("imperative", "headline") or {"planned", "possible"} & set(own):
            yield "unreal"

    def _refused(self, i: int) -> bool:
        """ "refused to rule out": an infinitive below a verb that denies it."""
        word = self.parse.words[i]
        below = word.dep in ("xcomp", "advcl") and word.head >= 0 and self.clause(i).infinitive()
        governing = self.rules.get(("open", self.frames.lemma(word.head)), ()) if below else ()
        return any(rule.status == "denied" for rule in governing)
