"""Figures: one number read from marks, in digits or words: "2.5 million", "twenty-five", "a third", "dozens"."""

from __future__ import annotations

import re

import msgspec

from legation.language.numbers import Mark, Unit, numbers, ordinal, several, units
from legation.language.parse import Parse
from legation.records import Bound

RATIO = re.compile(r"(\d{1,3})[/⁄](\d{1,3})")
HALF, THOUSAND, MOST = 0.5, 1000, 100


class Figure(msgspec.Struct, frozen=True):
    """A number read from marks: its value and the marks `start … stop` it takes."""

    value: float
    stop: int
    bound: Bound = "exact"
    unit: Unit | None = None
    scaled: bool = False


class Figures:
    """Reads the numbers of one sentence's marks."""

    def __init__(self, parse: Parse, found: list[Mark]) -> None:
        self.parse, self.marks, self.table = parse, found, numbers()
        self._several = several()

    def kind(self, at: int) -> str:
        return self.marks[at].kind if 0 <= at < len(self.marks) else ""

    def text(self, at: int) -> str:
        return self.marks[at].text if 0 <= at < len(self.marks) else ""

    def number(self, at: int, money: bool) -> Figure | None:
        """A number at a mark: digits, words, "half a million", "two-thirds", "dozens of"."""
        if not self.opens(at):
            return None
        return (
            self._open(at)
            or self._share(at)
            or self._ratio(at)
            or self._fraction(at)
            or self._figures(at, money)
            or self._words(at)
            or self._fold(at)
        )

    def opens(self, at: int) -> bool:
        """Whether a number may begin at a mark: of words that are none with "several", "a", "1/16"."""
        text = self.text(at)
        return self.kind(at) != "word" or text in self._several or text in self.table.articles or text[:1].isdigit()

    def _open(self, at: int) -> Figure | None:
        """ "dozens", "tens of thousands", "several hundred": at least so many."""
        for phrase in self._several.get(self.text(at), ()):
            size = len(phrase)
            told = phrase == tuple(self.text(at + n) for n in range(size))
            if told and self.kind(at + size) in ("scale", "plural"):
                return Figure(self.marks[at + size].value, at + size + 1, "at_least", scaled=True)
        if self.kind(at) != "plural":
            return None
        value, stop = self.marks[at].value, at + 1
        while self.text(stop) in self.table.joins["of"] and self.kind(stop + 1) == "plural":
            value, stop = value * self.marks[stop + 1].value, stop + 2
        return Figure(value, stop, "at_least", scaled=True)

    def _share(self, at: int) -> Figure | None:
        """ "one out of three", "one in five people"; not "one in 2019", "killed one in two attacks" stays a share."""
        if self.kind(at) not in ("cardinal", "digits"):
            return None
        wide = self.text(at + 1) == "out" and self.text(at + 2) in self.table.joins["of"]
        if not wide and not (self.text(at + 1) in self.table.joins["share"] and self.marks[at].value == 1):
            return None
        stop = at + (3 if wide else 2)
        if (
            self.kind(stop) not in ("cardinal", "digits")
            or not 1 <= self.marks[at].value < self.marks[stop].value <= MOST
        ):
            return None
        behind = self.parse.words[self.marks[stop].word + 1 : self.marks[stop].word + 2]
        if not wide and not (behind and behind[0].tag in ("NNS", "NNPS")):
            return None
        return Figure(self.marks[at].value / self.marks[stop].value, stop + 1, unit=Unit("fraction"))

    def _ratio(self, at: int) -> Figure | None:
        """ "1/16 of a pint"; not "9/11" nor "24/7"."""
        found = RATIO.fullmatch(self.text(at))
        if found is None or self.text(at + 1) not in self.table.joins["of"]:
            return None
        above, below = int(found[1]), int(found[2])
        return Figure(above / below, at + 1, unit=Unit("fraction")) if 0 < above < below else None

    def _fraction(self, at: int) -> Figure | None:
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
            return Figure(value * self.marks[stop].value, stop + 1, scaled=True)
        return Figure(value, stop, unit=Unit("fraction"))

    def _is_fraction(self, at: int, bare: bool) -> bool:
        word = self.parse.words[self.marks[at].word]
        if self.kind(at + 1) == "scale":
            return True
        if bare and word.i and ordinal(self.parse.words[word.i - 1].text):
            return False
        if self.marks[at].value == HALF:
            return word.dep != "amod" and not (word.dep == "compound" and bare and word.tag.startswith("J"))
        if bare or word.tag in ("VB", "VBP"):
            return False
        behind = self.parse.words[word.i + 1] if word.i + 1 < len(self.parse.words) else None
        if behind is not None and behind.pos == "ADP" and word.i > 1 and self.parse.words[word.i - 2].pos == "ADP":
            return True  # "fell by a fifth to 3 tonnes"
        plain = word.dep not in ("amod", "compound", "nummod") or word.lower.endswith("s")
        return plain and not (behind is not None and behind.pos in ("NOUN", "PROPN", "ADJ") and word.head > word.i)

    def _figures(self, at: int, money: bool) -> Figure | None:
        if self.kind(at) != "digits":
            return None
        value, stop = self.marks[at].value, at + 1
        if self.text(stop) in self.table.joins["and"] and self._half(stop):
            value, stop = value + HALF, self._half(stop)
        scaled = False
        while (behind := stop + (self.kind(stop) == "dash")) and self._scales(behind, money, at):
            value, stop, scaled = value * self.marks[behind].value, behind + 1, True
        return Figure(value, stop, scaled=scaled)

    def _scales(self, at: int, money: bool, number: int) -> bool:
        """Whether a scale stands here; "m" and "b" only beside money, or before a unit or a noun."""
        if self.kind(at) != "scale":
            return False
        if self.marks[at].text not in self.table.doubtful or money:
            return True
        scale, digits = self.parse.words[self.marks[at].word], self.parse.words[self.marks[number].word]
        glued = scale.i == digits.i or digits.end == scale.start
        behind = self.parse.words[self.marks[at].word + 1 : self.marks[at].word + 2]
        if glued and scale.lower not in units():
            return True
        return bool(behind) and (
            self.kind(at + 1) == "currency"
            or behind[0].lower in units()
            or (glued and behind[0].pos in ("NOUN", "ADJ", "PROPN"))
        )

    def _half(self, at: int) -> int:
        """The mark behind "and a half"; 0 where it is not there."""
        stop = at + 1 + (self.text(at + 1) in self.table.articles)
        return stop + 1 if self.kind(stop) == "fraction" and self.marks[stop].value in (HALF, HALF / 2) else 0

    def _words(self, at: int) -> Figure | None:
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
            and total + group < THOUSAND
        ):
            return Figure((total + group + HALF) * self.marks[after].value, after + 1, scaled=True)
        return (
            Figure(total + group, stop, scaled=scaled)
            if stop > at and self.kind(stop - 1) in ("cardinal", "scale")
            else None
        )

    def _adds(self, stop: int, here: int) -> bool:
        """A word that goes on with the number: "five" behind "twenty-" or "hundred"."""
        before, value = self.marks[stop - 1], self.marks[here].value
        return before.kind == "scale" or (before.kind == "cardinal" and before.value >= 20 and value < 10)

    def _fold(self, at: int) -> Figure | None:
        return Figure(self.marks[at].value, at + 1, unit=Unit("fold")) if self.kind(at) == "fold" else None
