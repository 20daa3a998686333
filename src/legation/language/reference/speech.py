"""Who speaks: verbs of saying with their subjects, and the speaker of each quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

import msgspec

from legation.language.paragraphs import paragraphs
from legation.language.parse import Parse
from legation.language.quotes import Quote
from legation.language.reference.words import saying, table

LONG = 3  # Fewer words in marks are a term, not what somebody says.
SUBJECTS = ("nsubj", "nsubj:outer")


class Saying(msgspec.Struct, frozen=True):
    """A verb (or "according to") and the head of the phrase that speaks."""

    word: int
    speaker: int
    sentence: int


class Speech:
    """The sayings and quotations of one parse."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.quotes = [q for q in parse.quotes if q.level == 0 and len(parse.words_in(q.inner)) > LONG]
        self._starts = [q.span[0] for q in self.quotes]
        self._paragraphs = [a for a, _ in paragraphs(parse.text)]
        self.sayings = [s for w in parse.words if (w.pos == "VERB" or w.dep == "case") and (s := self._saying(w.i))]
        self._by_sentence: dict[int, list[Saying]] = {}
        for each in self.sayings:
            self._by_sentence.setdefault(each.sentence, []).append(each)

    def paragraph(self, word: int) -> int:
        """The number of the paragraph that a word stands in."""
        return bisect_right(self._paragraphs, self.parse.words[word].start) - 1

    def quote(self, word: int) -> int | None:
        """The number of the quotation that a word stands in; None outside."""
        at = self.parse.words[word].start
        i = bisect_right(self._starts, at) - 1
        return i if i >= 0 and self.quotes[i].span[0] <= at < self.quotes[i].span[1] else None

    def said(self, verb: int) -> bool:
        """Whether a word is a verb of saying or thinking."""
        word = self.parse.words[verb]
        return word.pos == "VERB" and word.lemma in saying()

    def _saying(self, i: int) -> Saying | None:
        word = self.parse.words[i]
        if word.lower in table().saying and word.dep == "case":
            return Saying(i, word.head, word.sentence)
        if not self.said(i) or self.quote(i) is not None:
            return None
        subject = self._subject(i)
        return Saying(i, subject, word.sentence) if subject is not None else None

    def _subject(self, i: int) -> int | None:
        """The subject of a verb, of the verb that it is coordinated with or hangs on ("said …, adding that")."""
        for _ in range(4):
            found = self.parse.children(i, *SUBJECTS)
            if found:
                return next((f for f in found if f < i), found[0])
            word = self.parse.words[i]
            if word.dep == "acl:relcl" or word.head < 0 or word.dep not in ("conj", "advcl", "xcomp", "parataxis"):
                return None
            i = word.head
        return None

    # --- quotations

    @cached_property
    def speakers(self) -> tuple[int | None, ...]:
        """Per quotation the head of the phrase that speaks it, None where the text doesn't say."""
        found: list[int | None] = []
        for i, quote in enumerate(self.quotes):
            own = self._own(quote)
            found.append(own if own is not None else self._goes_on(i, found))
        return tuple(found)

    def _own(self, quote: Quote) -> int | None:
        """The saying in a sentence of the quotation nearest to its marks, else one that ends in a colon before it."""
        words = self.parse.words_in(quote.inner)
        if not len(words):
            return None
        first, last = self.parse.words[words[0]].sentence, self.parse.words[words[-1]].sentence
        near = [s for n in dict.fromkeys((first, last)) for s in self._by_sentence.get(n, ())]
        if near:
            return min(near, key=lambda s: min(abs(s.word - words[0]), abs(s.word - words[-1]))).speaker
        before = self._by_sentence.get(first - 1, [])
        return before[-1].speaker if before and self._announced(first) else None

    def _announced(self, sentence: int) -> bool:
        before = self.parse.sentences[sentence - 1]
        return self.parse.slice(before.span).rstrip().endswith(":")

    def _goes_on(self, i: int, found: list[int | None]) -> int | None:
        """The speaker of the quotation before, where nothing or one sentence without another speaker stands between."""
        if not i or found[i - 1] is None:
            return None
        between = self.parse.words_in((self.quotes[i - 1].span[1], self.quotes[i].span[0]))
        same = self.quotes[i].group == self.quotes[i - 1].group
        others = bisect_left(self._cues, between.stop) > bisect_left(self._cues, between.start)
        return found[i - 1] if same or (len(between) <= 25 and not others) else None

    @cached_property
    def _cues(self) -> list[int]:
        return [s.word for s in self.sayings]

    def speaker(self, word: int) -> int | None:
        """The head of the phrase that speaks the quotation that a word stands in."""
        quote = self.quote(word)
        return self.speakers[quote] if quote is not None else None

    def before(self, word: int) -> Saying | None:
        """The last saying before a word, in its sentence or the one before or in its paragraph or the one before."""
        i = bisect_left(self._cues, word) - 1
        if i < 0:
            return None
        found = self.sayings[i]
        near = self.parse.words[word].sentence - found.sentence <= 1
        return found if near or self.paragraph(word) - self.paragraph(found.word) <= 1 else None
