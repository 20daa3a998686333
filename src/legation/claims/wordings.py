"""Claims without a number: words and phrases that say a direction, a rank, a comparison, an only or a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from legation.claims.draft import Draft
from legation.claims.joins import joins
from legation.claims.measures import TRADED, Found, names
from legation.claims.patterns import PhraseMatch, phrases
from legation.claims.rules import ClaimRule, Trigger, openers, said_by, triggers
from legation.claims.source import Source
from legation.claims.values import POS
from legation.language.lemmas import lemma as lemma_of
from legation.language.numbers import ordinal
from legation.language.quantities import bound_before, occurrences
from legation.language.status import status
from legation.records import ClaimKind

PREDICATIVE = frozenset({"root", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis"})


class Wordings:
    """Reads the claims that words alone make; words that a number's claim has used are left out."""

    def __init__(self, source: Source, used: frozenset[int]) -> None:
        self.source, self.parse, self.used = source, source.parse, used

    def drafts(self) -> Iterator[Draft]:
        """The drafts of a document in the order of its sentences: phrases first, then single words."""
        known = openers()
        for sentence in self.parse.sentences:
            if not sentence.parsed:
                continue
            taken: set[int] = set()
            for match in _joined(phrases(self.parse, sentence)):
                draft = self._phrase(match)
                if draft is None:
                    continue
                if draft.reason is None:
                    taken.update(range(match.first, match.last + 1))
                yield draft
            for word in self.parse.words[sentence.first : sentence.last]:
                opens = not known.isdisjoint((word.lower, word.lemma, word.lemma.lower())) or word.lower.endswith("ing")
                if opens and word.i not in self.used and word.i not in taken:
                    yield from self._word(word.i)

    # --- phrases

    def _phrase(self, match: PhraseMatch) -> Draft | None:
        """The draft of a phrase; None where it only bounds a number ("more than 20")."""
        rule, anchor = match.rule, match.anchor(self.parse)
        words = tuple(range(match.first, match.last + 1))
        missing = self.source.unmet(rule, anchor, words)
        if missing:
            return Draft(rule, rule.kind, anchor, words, reason="condition", detail=missing)
        measure = self.source.measure(rule, "phrase", anchor, words)
        if rule.kind == "comparison" and (measure is None or measure.entry is None):
            measure = self._done(rule, anchor) or measure
        draft = self._checked(rule, anchor, words, measure, value=self._number(rule, words))
        return self._comparison(draft, words) if rule.kind == "comparison" else draft

    def _done(self, rule: ClaimRule, anchor: int) -> Found | None:
        """The measure that the verb says: "sold more cars to Bosnia than to Montenegro"."""
        verb = next((a for a in self.parse.ancestors(anchor) if self.parse.words[a].pos == "VERB"), None)
        name = said_by(self.source.frames.lemma(verb)) if verb is not None else None
        if verb is None or name is None:
            return None
        found = Found(name, verb, (verb,), names().get(name))
        return found if self.source.allowed(rule, found) else None

    def _comparison(self, draft: Draft, words: tuple[int, ...]) -> Draft | None:
        """A comparison once its second side is found: behind "than", or behind the factor itself ("twice that of")."""
        parse, last = self.parse, words[-1]
        if parse.words[words[0]].pos == "VERB":
            return None  # "agreed to double their trade"
        stop = parse.sentences[parse.words[last].sentence].last
        if self._of_deed(words[0]):
            return replace(draft, reason=draft.reason or "nothing compared with")
        than = next(
            (w for w in (last, *range(last + 1, min(last + 8, stop))) if parse.words[w].lower in joins().than), None
        )
        if than is not None:
            return None if than + 1 in self.source.numbered else self._compared(draft, than)
        if any(parse.words[w].pos in ("DET", "PRON") for w in words):
            return draft
        return replace(draft, reason=draft.reason or "nothing compared with")

    def _of_deed(self, first: int) -> bool:
        """ "Needs talks more than Iran does": it is the deed that is done more, and it is none of trade."""
        word = self.parse.words[first]
        verb = self.parse.words[word.head] if word.head >= 0 else word
        deed = word.dep == "advmod" and verb.pos == "VERB" and bool(self.source.frames.at(verb.i).slot("patient"))
        return deed and said_by(self.source.frames.lemma(verb.i)) is None

    def _compared(self, draft: Draft, than: int) -> Draft:
        """A comparison with its second side; with another time it is a change, with a number only a bound."""
        second = self.parse.words[than].head
        if draft.reason or second < 0 or second <= than:
            return draft if draft.reason else replace(draft, reason="nothing compared with")
        if self._time(second):
            return self._since_then(draft, than)
        if not self._side(second):
            return replace(draft, reason="nothing compared with")
        return replace(draft, second=self.source.measures.at(second))

    def _time(self, second: int) -> bool:
        """Whether another time is compared with: a time, or a noun that is no measure and carries one."""
        parse, timed = self.parse, self.source.timed
        if second in timed or parse.words[second].pos == "PROPN":
            return second in timed
        inside = set(parse.subtree(second)) | {second}
        nouns = (w for w in inside if parse.words[w].pos == "NOUN" and w not in timed)
        return bool(inside & timed) and not any(self.source.measures.listed(w) for w in nouns)

    def _since_then(self, draft: Draft, than: int) -> Draft:
        """A comparison with another time is a change of a flow or a stock: "four times as high as in 2015"."""
        if draft.measure is None or draft.measure.sort not in ("flow", "stock") or draft.measure.far:
            return replace(draft, reason="compared with another time")
        value = None if draft.value is None else round(100 * (draft.value - 1), 2)
        unit = None if value is None else "percent"
        return replace(draft, kind="change", value=value, unit=unit, than=than)

    def _side(self, second: int) -> bool:
        """Whether a word may be the second side: a noun, a verb of trade, or the verb that stands for the first."""
        word, verb = self.parse.words[second], self.source.measures.listed(second)
        if word.pos in ("NOUN", "PROPN", "PRON", "DET") or (verb is not None and verb.name in TRADED):
            return True
        elliptic = word.pos == "AUX" or (word.pos == "VERB" and said_by(self.source.frames.lemma(second)) is not None)
        return elliptic and bool(self.parse.children(second, "nsubj"))

    def _number(self, rule: ClaimRule, words: tuple[int, ...]) -> float | None:
        """The rank or factor that the phrase states: "second-largest" is 2."""
        if rule.kind == "rank":
            if rule.number and (self.parse.words[words[-1]].tag == "NNS" or self._one_of(words[0])):
                return None  # "the four biggest buyers"
            stated = (ordinal(part) for w in words for part in self.parse.words[w].lower.split("-"))
            return next((float(n) for n in stated if n), self._after(rule, words[-1]))
        if rule.kind == "comparison":
            factors = (q.value for w in words if (q := self.source.numbered.get(w)) and q.unit in ("times", "fold"))
            said = (float(n) for w in words if (n := occurrences(self.parse, w)))
            return next(factors, next(said, rule.number))
        return rule.number

    def _one_of(self, first: int) -> bool:
        """ "A leading partner": one of several."""
        before = self.parse.words[first - 1] if first else None
        return before is not None and before.tag == "DT" and before.lower in joins().one

    def _after(self, rule: ClaimRule, last: int) -> float | None:
        """The rank of a rule, one lower where somebody is said to stand before: "the biggest donor after China"."""
        first = self.parse.sentences[self.parse.words[last].sentence].first
        for word in (self.parse.words[first], *self.parse.words[last + 1 : last + 4]):
            if word.lower in joins().after and word.head > word.i and self.source.parties.owners(word.head):
                return rule.number and rule.number + 1
        return rule.number

    # --- single words

    def _word(self, i: int) -> Iterator[Draft]:
        word = self.parse.words[i]
        trigger = POS.get(word.pos)
        if trigger is None or word.dep == "amod" or (trigger == "adjective" and word.dep not in PREDICATIVE):
            return
        lemma = self.source.frames.lemma(i) if trigger == "verb" else word.lemma.lower()
        known = triggers()
        found = known.get((trigger, lemma)) or known.get((trigger, word.lower), ())
        if trigger == "adjective" and word.lower.endswith("ing"):  # "is intensifying" is often tagged an adjective
            found = found or known.get(("verb", lemma_of(word.lower, "VERB")), ())
        for rule in found:
            if not self._stands_alone(rule, trigger, i):
                continue
            draft = self._single(rule, trigger, i)
            if draft is not None:
                yield draft
            if draft is not None and draft.reason is None:
                return

    def _stands_alone(self, rule: ClaimRule, trigger: Trigger, i: int) -> bool:
        """Levels and counts need their number; a noun of change asserts one only where a verb carries it."""
        if rule.kind in ("level", "count") and not rule.values:
            return False
        if rule.carried:
            return self.source.carries_time(i)
        if trigger == "noun" and rule.kind in ("change", "trend"):
            word = self.parse.words[i]
            told = word.dep in ("root", "obj") or (word.dep == "nsubj" and self.parse.words[word.head].pos == "VERB")
            return rule.alone and (told or self.source.frames.at(i).carrier is not None)
        return rule.alone

    def _single(self, rule: ClaimRule, trigger: Trigger, i: int) -> Draft | None:
        """The draft of a rule's word; None where a common verb has nothing of what the rule asks for."""
        words = self.source.frames.at(i).words if trigger != "adverb" else (i,)
        acts = trigger == "verb" and any(self.parse.words[c].tag == "VB" for c in self.parse.children(i, "xcomp"))
        if acts or self.source.unmet(rule, i, words):
            return None  # "declined to respond"
        measure = self.source.measure(rule, trigger, i, words)
        if measure is not None and measure.pointed and self.source.frames.at(i).slot("patient"):
            return None
        if (rule.measured and (measure is None or self._loose(measure))) or not self._moves(rule, measure):
            return None
        value = rule.values.get(self.source.frames.lemma(i), rule.values.get(self.parse.words[i].lower))
        if rule.unit == "rank" and (placed := self.source.placed(i)):
            value = float(placed)
        return self._checked(rule, i, words, measure, value=value if value is not None else rule.number)

    def _loose(self, measure: Found) -> bool:
        """A measure from elsewhere in the sentence is too little for a single word; a pronoun points to its own."""
        return measure.far and not measure.pointed

    def _moves(self, rule: ClaimRule, measure: Found | None) -> bool:
        """What has no unit has trends, and changes only by a number."""
        return not (
            rule.kind == "change"
            and not rule.values
            and rule.number is None
            and rule.direction != "flat"
            and measure is not None
            and measure.sort not in ("flow", "stock")
        )

    def _checked(
        self, rule: ClaimRule, i: int, words: tuple[int, ...], measure: Found | None, value: float | None
    ) -> Draft:
        if rule.measured and measure is None:
            return Draft(rule, rule.kind, i, words, reason="no measure")
        kind = self._kind(rule, i, measure, value)
        bound = None if value is None else bound_before(self.parse, i)
        bound = rule.bound if bound == "exact" and rule.bound else bound
        unit = None if value is None else rule.unit
        return Draft(rule, kind, i, words, measure, rule.direction, value, unit, bound)

    def _kind(self, rule: ClaimRule, i: int, measure: Found | None, value: float | None) -> ClaimKind:
        """ "Trade fell" is a change; "trade is falling", and any movement of what has no unit, is a trend."""
        if rule.kind != "change" or value is not None:
            return rule.kind
        moving = status(self.source.frames, self.source.frame(i)).status == "ongoing"
        return "trend" if moving or measure is None or measure.sort == "relation" else "change"


def _joined(matches: Iterable[PhraseMatch]) -> Iterator[PhraseMatch]:
    """Phrases of one rule that overlap as one: "to their lowest level" and "lowest level since"."""
    open_: dict[str, PhraseMatch] = {}
    for match in matches:
        before = open_.get(match.rule.id)
        if before is not None and match.first <= before.last:
            open_[match.rule.id] = PhraseMatch(match.rule, before.first, max(before.last, match.last))
            continue
        if before is not None:
            yield before
        open_[match.rule.id] = match
    yield from open_.values()
