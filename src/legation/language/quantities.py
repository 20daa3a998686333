"""Quantities: numbers in digits and words with their scale, unit, range and bound.

`quantities(parse)` reads all of a document; `amount(parse, i)` the one that word `i` is part of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.language.numbers import Mark, Unit, bound_phrases, marks, numbers, ordinal, units
from legation.language.parse import Parse
from legation.records import Bound, Span

__all__ = ["Quantity", "amount", "bound_before", "occurrences", "ordinal", "quantities"]

DATES = frozenset({"point", "range"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the text with its unit.

    `value` is in the unit, the scale multiplied in; `high` is the upper end of a range. `unit` is "percent", an ISO 4217
    code (then `money`), "tonne", "fold", "times", "fraction", "year" … or None for a bare count. `words` are the number's
    own, unit and currency included; `head` is the one that hangs outside; `lead` the word before it and its bound,
    `bounded` how many words before it bound it.
    """

    value: float
    bound: Bound
    words: tuple[int, ...]
    span: Span
    head: int
    lead: int | None = None
    unit: str | None = None
    high: float | None = None
    money: bool = False
    bounded: int = 0

    @property
    def shown(self) -> tuple[int, ...]:
        """The number's words with those of its bound: "more than 20 percent"."""
        return (*range(self.words[0] - self.bounded, self.words[0]), *self.words)

    @property
    def duration(self) -> bool:
        return self.unit in numbers().durations

    @property
    def relative(self) -> bool:
        """True for what says how much of something, or by how much: percent, a third, threefold."""
        return self.unit in ("percent", "percentage point", "basis point", "fold", "times", "fraction")


@dataclass(frozen=True, slots=True)
class _Read:
    """A number read from marks: its value and the marks `start … stop` it takes."""

    value: float
    stop: int
    bound: Bound = "exact"
    unit: Unit | None = None
    scaled: bool = False


def quantities(parse: Parse) -> tuple[Quantity, ...]:
    """The quantities of a document in order; numbers of dates and years are left out."""
    dated = {w for t in parse.times if t.kind in DATES for w in parse.words_in(t.span)}
    return tuple(q for s in parse.sentences for q in _sentence(parse, s.first, s.last) if not dated & set(q.words))


def amount(parse: Parse, i: int) -> Quantity | None:
    """The quantity that word `i` is part of, None where it is no number."""
    sentence = parse.sentences[parse.words[i].sentence]
    return next((q for q in _sentence(parse, sentence.first, sentence.last) if i in q.words), None)


def bound_before(parse: Parse, i: int) -> Bound:
    """The bound that the words before word `i` give: "more than doubled"."""
    return _before([w.lower for w in parse.words[max(0, i - 4) : i]])[0]


def occurrences(parse: Parse, i: int) -> int | None:
    """How often, where word `i` says so in one word: "twice"."""
    return numbers().times.get(parse.words[i].lower)


def _sentence(parse: Parse, first: int, last: int) -> Iterator[Quantity]:
    found, at = marks(parse.words[first:last]), 0
    while at < len(found):
        reader = _Reader(parse, found)
        read = reader.quantity(at)
        if read is None:
            at += 1
        else:
            yield read[0]
            at = read[1]


class _Reader:
    """Reads quantities from the marks of one sentence."""

    def __init__(self, parse: Parse, found: list[Mark]) -> None:
        self.parse, self.marks, self.table = parse, found, numbers()

    def kind(self, at: int) -> str:
        return self.marks[at].kind if 0 <= at < len(self.marks) else ""

    def text(self, at: int) -> str:
        return self.marks[at].text if 0 <= at < len(self.marks) else ""

    def quantity(self, start: int) -> tuple[Quantity, int] | None:
        """The quantity that begins at a mark, and the mark behind it."""
        money = self.marks[start].unit if self.kind(start) == "currency" else None
        at = start + 1 if money else start
        low = self.number(at, money is not None)
        if low is None:
            return None
        unit, stop = self._unit(low.stop) if low.unit is None else (low.unit, low.stop)
        low = replace(low, unit=unit or money)
        high, end = self._range(start, stop, low)
        if high is not None:
            low = replace(
                low,
                value=low.value * (1 if low.scaled or not high.scaled else self._scale_of(high)),
                unit=high.unit or low.unit,
            )
            stop = end
        return self._made(start, stop, low, high), stop

    # --- one number

    def number(self, at: int, money: bool) -> _Read | None:
        """A number at a mark: digits, words, "half a million", "two-thirds", "dozens of"."""
        return self._open(at) or self._fraction(at) or self._figures(at, money) or self._words(at) or self._fold(at)

    def _open(self, at: int) -> _Read | None:
        """ "dozens", "tens of thousands", "several hundred": at least so many."""
        for phrase in self.table.several:
            size = len(phrase.split())
            words = " ".join(self.text(at + n) for n in range(size))
            if words == phrase and self.kind(at + size) in ("scale", "plural") and phrase != "some":
                return _Read(self.marks[at + size].value, at + size + 1, "at_least", scaled=True)
        if self.kind(at) != "plural":
            return None
        value, stop = self.marks[at].value, at + 1
        while self.text(stop) in self.table.joins["of"] and self.kind(stop + 1) == "plural":
            value, stop = value * self.marks[stop + 1].value, stop + 2
        return _Read(value, stop, "at_least", scaled=True)

    def _fraction(self, at: int) -> _Read | None:
        """ "a third", "two-thirds", "half", "three quarters", "half a million"; not the ordinal of "a third visit"."""
        count, stop = 1.0, at
        if self.kind(at) in ("cardinal", "digits"):
            count, stop = self.marks[at].value, at + 1
        elif self.text(at) in self.table.articles:
            stop = at + 1
        if self.kind(stop) == "dash":
            stop += 1
        if self.kind(stop) != "fraction" or not self._is_fraction(stop, bare=stop == at):
            return None
        value, stop = count * self.marks[stop].value, stop + 1
        while (
            self.text(stop) in (*self.table.articles, *self.table.joins["of"]) and self.kind(stop + 1) == "scale"
        ) or (
            self.text(stop) in self.table.joins["of"]
            and self.text(stop + 1) in self.table.articles
            and self.kind(stop + 2) == "scale"
        ):
            stop += 1
        if self.kind(stop) == "scale":
            return _Read(value * self.marks[stop].value, stop + 1, scaled=True)
        return _Read(value, stop, unit=Unit("fraction"))

    def _is_fraction(self, at: int, bare: bool) -> bool:
        word = self.parse.words[self.marks[at].word]
        if word.lower.startswith("hal"):
            return word.dep != "amod" and not (word.dep == "compound" and bare and word.tag.startswith("J"))
        if bare or word.tag in ("VB", "VBP"):
            return False
        behind = self.parse.words[word.i + 1] if word.i + 1 < len(self.parse.words) else None
        plain = word.dep not in ("amod", "compound", "nummod") or word.lower.endswith("s")
        return plain and not (behind is not None and behind.pos in ("NOUN", "PROPN", "ADJ") and word.head > word.i)

    def _figures(self, at: int, money: bool) -> _Read | None:
        if self.kind(at) != "digits":
            return None
        value, stop = self.marks[at].value, at + 1
        if self.text(stop) in self.table.joins["and"] and self._half(stop):
            value, stop = value + 0.5, self._half(stop)
        scaled = False
        while (behind := stop + (self.kind(stop) == "dash")) and self._scales(behind, money, at):
            value, stop, scaled = value * self.marks[behind].value, behind + 1, True
        return _Read(value, stop, scaled=scaled)

    def _scales(self, at: int, money: bool, number: int) -> bool:
        """Whether a scale stands here; "m" and "b" only beside money, or before a unit or a noun."""
        if self.kind(at) != "scale":
            return False
        if self.marks[at].text not in self.table.doubtful or money:
            return True
        scale, digits = self.parse.words[self.marks[at].word], self.parse.words[self.marks[number].word]
        glued = scale.i == digits.i or digits.end == scale.start
        behind = self.parse.words[self.marks[at].word + 1 : self.marks[at].word + 2]
        return bool(behind) and (
            self.kind(at + 1) == "currency"
            or behind[0].lower in units()
            or (glued and behind[0].pos in ("NOUN", "ADJ", "PROPN"))
        )

    def _half(self, at: int) -> int:
        """The mark behind "and a half"; 0 where it is not there."""
        stop = at + 1 + (self.text(at + 1) in self.table.articles)
        return stop + 1 if self.kind(stop) == "fraction" and self.text(stop) in ("half", "quarter") else 0

    def _words(self, at: int) -> _Read | None:
        """Number words: units add up, scales multiply what stands before them; "a hundred", "twenty-five"."""
        total, group, stop, scaled = 0.0, 0.0, at, False
        if (
            self.text(at) in self.table.articles
            and self.kind(at + 1) == "scale"
            and self.text(at + 1) not in self.table.doubtful
        ):
            group, stop = 1.0, at + 1
        while True:
            here = stop + (
                stop > at and (self.kind(stop) == "dash" or (scaled and self.text(stop) in self.table.joins["and"]))
            )
            if self.kind(here) == "cardinal" and (stop == at or self._adds(stop, here)):
                group += self.marks[here].value
            elif self.kind(here) == "scale" and stop > at and self.marks[here].text not in self.table.doubtful:
                group, scaled = (group or 1) * self.marks[here].value, True
                if self.marks[here].value >= 1000:
                    total, group = total + group, 0.0
            else:
                break
            stop = here + 1
        if (
            stop > at
            and self.text(stop) in self.table.joins["and"]
            and (after := self._half(stop))
            and self.kind(after) == "scale"
        ):
            return _Read((total + group + 0.5) * self.marks[after].value, after + 1, scaled=True)
        return (
            _Read(total + group, stop, scaled=scaled)
            if stop > at and self.kind(stop - 1) in ("cardinal", "scale")
            else None
        )

    def _adds(self, stop: int, here: int) -> bool:
        """A word that goes on with the number: "five" behind "twenty-" or "hundred"."""
        before, value = self.marks[stop - 1], self.marks[here].value
        return before.kind == "scale" or (before.kind == "cardinal" and before.value >= 20 and value < 10)

    def _fold(self, at: int) -> _Read | None:
        return _Read(self.marks[at].value, at + 1, unit=Unit("fold")) if self.kind(at) == "fold" else None

    # --- units and ranges

    def _unit(self, at: int) -> tuple[Unit | None, int]:
        """The unit that stands at a mark, with a dash before it allowed, and the mark behind it."""
        if self.kind(at) == "currency":
            return self.marks[at].unit, at + 1
        start = at + (self.kind(at) == "dash")
        for phrase, unit in units().get(self.text(start), ()):
            if tuple(self.text(start + n) for n in range(len(phrase))) == phrase:
                return unit, start + len(phrase)
        return None, at

    def _range(self, start: int, stop: int, low: _Read) -> tuple[_Read | None, int]:
        """The upper end of a range: "20–30 %", "between 20 and 30", "$10bn to $15bn"; not "from 2 to 3", which is two numbers."""
        joins = self.table.joins
        before = self.text(start - 1)
        joined = self.kind(stop) == "dash" or (self.text(stop) in joins["range"] and before not in joins["from"])
        if not joined and not (before in joins["between"] and self.text(stop) in joins["and"]):
            return None, stop
        at = stop + 1
        money = self.kind(at) == "currency"
        high = self.number(at + money, money or bool(low.unit and low.unit.money))
        if high is None or (high.unit is not None and low.unit is not None and high.unit.name != low.unit.name):
            return None, stop
        unit, end = self._unit(high.stop) if high.unit is None else (high.unit, high.stop)
        if low.unit is not None and unit is not None and unit.name != low.unit.name:
            return None, stop
        high = replace(high, unit=unit)
        factor = self._scale_of(high) if high.scaled and not low.scaled else 1
        return (high, end) if low.value * factor < high.value else (None, stop)

    def _scale_of(self, read: _Read) -> float:
        """The scale that a number ends with."""
        at = read.stop - 1
        return self.marks[at].value if self.kind(at) in ("scale", "plural") else 1

    # --- what comes out

    def _made(self, start: int, stop: int, low: _Read, high: _Read | None) -> Quantity:
        words = tuple(sorted({m.word for m in self.marks[start:stop]}))
        bound, taken = _before([w.lower for w in self.parse.words[max(0, words[0] - 5) : words[0]]])
        between = words[0] - taken - 1
        taken += high is not None and between >= 0 and self.parse.words[between].lower in self.table.joins["between"]
        lead = words[0] - taken - 1
        bound = low.bound if bound == "exact" else bound
        bound = bound if bound != "exact" else self._after(words[-1])
        factor = low.unit.factor if low.unit else 1
        return Quantity(
            value=_rounded(low.value * factor),
            bound=bound,
            words=words,
            span=self.parse.span(words),
            head=self._head(words),
            lead=lead if lead >= 0 and self.parse.words[lead].sentence == self.parse.words[words[0]].sentence else None,
            unit=low.unit.name if low.unit else None,
            high=_rounded(high.value * factor) if high else None,
            money=bool(low.unit and low.unit.money),
            bounded=taken,
        )

    def _head(self, words: tuple[int, ...]) -> int:
        inside = set(words)
        return next((w for w in words if self.parse.words[w].head not in inside), words[-1])

    def _after(self, last: int) -> Bound:
        behind = tuple(w.lower for w in self.parse.words[last + 1 : last + 5])
        return next((bound for phrase, bound in bound_phrases(True) if behind[: len(phrase)] == phrase), "exact")


def _before(words: list[str]) -> tuple[Bound, int]:
    """The bound that the last of `words` give, and how many words say it."""
    skip = 1 if words and words[-1] in ("a", "an", "the", "of") else 0
    for extra in (0, skip):
        tail = tuple(words[: len(words) - extra])
        for phrase, bound in bound_phrases(False):
            if tail[-len(phrase) :] == phrase:
                return bound, len(phrase) + extra
        if not skip:
            break
    return "exact", 0


def _rounded(value: float) -> float:
    """Without the noise of binary fractions: 4.1 × 10⁹ is 4100000000."""
    return float(f"{value:.10g}")
