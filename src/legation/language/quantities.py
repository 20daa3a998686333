"""Quantities: numbers in digits and words with their scale, unit, range and bound.

`quantities(parse)` reads all of a document; `amount(parse, i)` the one that word `i` is part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from legation.language.change import Change, change
from legation.language.figures import Figure, Figures
from legation.language.labels import no_quantity
from legation.language.numbers import Unit, bound_phrases, counted, marks, numbers, ordinal, units
from legation.language.parse import Parse
from legation.language.pipeline import parse
from legation.records import Bound, Document, Span

__all__ = ["Quantity", "amount", "bound_before", "occurrences", "ordinal", "quantities"]

NEAR = 8
DATES = frozenset({"point", "range"})


class Quantity(msgspec.Struct, frozen=True):
    """A number of the text with its unit.

    `value` is in the unit, the scale multiplied in; `high` is the upper end of a range. `unit` is "percent", an ISO
    4217 code (then `money`), "tonne", "fold", "times", "fraction", "year" … or None for a bare count. `words` are the
    number's own, unit and currency included; `head` is the one that hangs outside; `lead` is the word before it and
    its bound, `bounded` how many words before it bound it; `scaled` where a scale is part of it. `change` is "up" or
    "down" for how far something went ("fell by 3%"), None for what it is or reached.
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
    scaled: bool = False
    change: Change | None = None

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


def quantities(source: Parse | str, published: str | None = None) -> tuple[Quantity, ...]:
    """The quantities of a text or of a parse, in order; numbers of dates, years, scores and names are left out.

    `published` (YYYY-MM-DD) dates a text. A duration counts within a time expression too ("in the past two years").

    >>> [(q.value, q.unit, q.bound, q.change) for q in quantities("Exports rose by more than 20% to $1.5 bn.")]
    [(20.0, 'percent', 'at_least', 'up'), (1500000000.0, 'USD', 'exact', None)]
    """
    parsed = source if isinstance(source, Parse) else parse(Document(id="text", text=source, published=published))
    dated = {w for t in parsed.times if t.kind in DATES for w in parsed.words_in(t.span)}
    found = (q for s in parsed.sentences for q in _sentence(parsed, s.first, s.last))
    kept = (q for q in found if (q.duration or not dated & set(q.words)) and not no_quantity(parsed, q))
    return tuple(_converted(parsed, kept))


def _converted(parse: Parse, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """With their change; an amount in brackets right behind another says the same in another unit: "5 km (3 miles)"."""
    last: Quantity | None = None
    for each in found:
        between = parse.text[last.span[1] : each.span[0]].strip() if last else ""
        if last is not None and between in ("(", "/") and each.unit not in (None, last.unit) and each.bound == "exact":
            last = replace(each, bound=last.bound, change=last.change)
        else:
            way = change(parse, each.words, each.head, each.lead, relative=each.relative)
            last = replace(each, change=way or (last.change if last and _gapped(parse, last, each) else None))
        yield last


def _gapped(parse: Parse, last: Quantity, each: Quantity) -> bool:
    """ "Nokia was down 2 percent, Ericsson by 3 percent": the word of change is said once."""
    by = each.lead is not None and parse.words[each.lead].lower in numbers().joins["by"]
    between = parse.words[last.words[-1] + 1 : each.words[0]]
    near = by and len(between) < NEAR and between[0].sentence == parse.words[each.words[0]].sentence
    return near and each.relative and last.unit == each.unit and not any(w.pos == "VERB" for w in between)


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
    if not counted(parse.words[first:last]):
        return
    found, at = marks(parse.words[first:last]), 0
    reader = _Reader(parse, found)
    while at < len(found):
        read = reader.quantity(at)
        if read is None:
            at += 1
        else:
            yield read[0]
            at = read[1]


class _Reader(Figures):
    """Reads quantities from the marks of one sentence."""

    def quantity(self, start: int) -> tuple[Quantity, int] | None:
        """The quantity that begins at a mark, and the mark behind it."""
        if not self.opens(start):
            return None
        money = self.marks[start].unit if self.kind(start) == "currency" else None
        at = start + (money is not None) + (money is not None and self.kind(start + 1) == "currency")  # "US $"
        low = self.number(at, money is not None)
        if low is None:
            return None
        unit, stop = self._unit(low.stop) if low.unit is None else (low.unit, low.stop)
        low = replace(low, unit=unit or money)
        high, end = self._range(start, stop, low)
        if high is not None:
            low = replace(
                low,
                value=low.value * self._shared(low, high),
                unit=high.unit or low.unit,
            )
            stop = end
        return self._made(start, stop, low, high), stop

    # --- units and ranges

    def _unit(self, at: int) -> tuple[Unit | None, int]:
        """The unit that stands at a mark, with a dash before it allowed, and the mark behind it."""
        if self.kind(at) == "currency":
            return self.marks[at].unit, at + 1
        of = self.kind(at - 1) == "plural" and self.text(at) in self.table.joins["of"]
        if of and self.kind(at + 1) == "currency":
            return self.marks[at + 1].unit, at + 2
        start = at + (of or self.kind(at) == "dash")  # "millions of dollars"
        for phrase, unit in units().get(self.text(start), ()):
            if tuple(self.text(start + n) for n in range(len(phrase))) == phrase:
                return unit, start + len(phrase)
        return None, at

    def _range(self, start: int, stop: int, low: Figure) -> tuple[Figure | None, int]:
        """The upper end of a range: "20–30 %", "between 20 and 30"; "from 2 to 3" is two numbers."""
        joins = self.table.joins
        before = self.text(start - 1)
        apart = before in joins["from"] and self.text(start - 2) not in self.table.ranging
        apart = apart or (before in joins["by"] and low.unit is not None)  # "by $3 bn to $9 bn" is two amounts
        joined = self.kind(stop) == "dash" or (self.text(stop) in joins["range"] and not apart)
        if not joined and not (before in joins["between"] and self.text(stop) in joins["and"]):
            return None, stop
        at = stop + 1
        prefix = self.marks[at].unit if self.kind(at) == "currency" else None  # "23 percent to $96 billion" is no range
        high = self.number(at + (prefix is not None), prefix is not None or bool(low.unit and low.unit.money))
        if high is None or (high.unit is not None and low.unit is not None and high.unit.name != low.unit.name):
            return None, stop
        unit, end = self._unit(high.stop) if high.unit is None else (high.unit, high.stop)
        unit = unit or prefix
        if low.unit is not None and unit is not None and unit.name != low.unit.name:
            return None, stop
        high = replace(high, unit=unit)
        return (high, end) if low.value * self._shared(low, high) < high.value else (None, stop)

    def _shared(self, low: Figure, high: Figure) -> float:
        """The scale that both ends share: "1 to 2 million"; not "$370,000 to $5.5 million", nor "2018 to $4 bn"."""
        scale = self._scale_of(high) if high.scaled and not low.scaled else 1
        return 1 if low.unit is not None and low.value * scale >= high.value else scale

    def _scale_of(self, read: Figure) -> float:
        """The scale that a number ends with."""
        at = read.stop - 1
        return self.marks[at].value if self.kind(at) in ("scale", "plural") else 1

    # --- what comes out

    def _made(self, start: int, stop: int, low: Figure, high: Figure | None) -> Quantity:
        sign = self._minus(start)
        words = tuple(sorted({m.word for m in self.marks[start - sign : stop]}))
        bound, taken = _before([w.lower for w in self.parse.words[max(0, words[0] - 5) : words[0]]])
        between = words[0] - taken - 1
        taken += high is not None and between >= 0 and self.parse.words[between].lower in self.table.joins["between"]
        lead = words[0] - taken - 1
        bound = low.bound if bound == "exact" else bound
        bound = self._glued(words[0]) if bound == "exact" else bound
        bound = bound if bound != "exact" else self._after(words[-1])
        factor = low.unit.factor if low.unit else 1
        return Quantity(
            value=_rounded(-low.value * factor if sign else low.value * factor),
            bound=bound,
            words=words,
            span=self.parse.span(words),
            head=self._head(words),
            lead=lead if lead >= 0 and self.parse.words[lead].sentence == self.parse.words[words[0]].sentence else None,
            unit=low.unit.name if low.unit else None,
            high=_rounded(high.value * factor) if high else None,
            money=bool(low.unit and low.unit.money),
            bounded=taken,
            scaled=low.scaled,
        )

    def _glued(self, i: int) -> Bound:
        """The bound that is written before the digits of one word: "~25", "sub-7"."""
        text = self.parse.words[i].lower
        before, dash, _ = text.partition("-")
        return self.table.signs.get(text[0]) or (self.table.prefixes.get(before) if dash else None) or "exact"

    def _minus(self, start: int) -> int:
        """How many marks before a number make it negative: "minus 5", "minus-5"."""
        dash = self.kind(start - 1) == "dash"
        return 1 + dash if self.text(start - 1 - dash) in self.table.minus else 0

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
