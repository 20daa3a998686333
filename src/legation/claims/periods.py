"""The period that a claim speaks of, and the one that it compares with."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from legation.claims.joins import joins
from legation.claims.rules import ClaimRule
from legation.language.frame import Frame
from legation.language.parse import Parse
from legation.language.times import TimeExpression
from legation.language.when import days, when
from legation.records import Period

USED = frozenset({"point", "range"})
# A period that "since 2015" opens is the base of these kinds; the others count from there to the day of publication.
SINCE_IS_BASE = frozenset({"change", "trend", "rank", "comparison"})
NEAR = 10
BESIDE = 3
WHOLE = frozenset({"year", "quarter", "half"})
# Parts of a year that are told when they are over, or nearly.
STRETCHES = frozenset({"range", "half", "quarter"})


@dataclass(frozen=True, slots=True)
class Dates:
    """The period and the base period of a claim, and the words that state them."""

    period: Period | None = None
    baseline: Period | None = None
    words: tuple[int, ...] = ()


class Clock:
    """Dates the claims of one parse."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse

    def dates(
        self,
        rule: ClaimRule,
        frame: Frame | None,
        shown: Sequence[int],
        others: Iterable[int] = (),
        *,
        bases: Iterable[int] = (),
        than: int | None = None,
        ahead: bool = False,
    ) -> Dates:
        """The dates of a claim whose words are `shown`; `others` are the words of the sentence's other numbers,
        `bases` the last words of those that a way began at ("up from $2 bn in 2018"), `than` the word that compares.

        `ahead` says that the claim is about what is to come: "this year" is then the whole year.

        A time expression right behind the claim's words goes before one elsewhere in the clause, for a sentence with
        several numbers dates each of them in its own place.
        """
        usable = self._usable(shown[0])
        based = [t for t in usable if self._base(t, rule) or (than is not None and t in self._of_bases(usable, [than]))]
        taken = [*based, *self._of_bases(usable, bases)]
        stated = [t for t in usable if t not in taken and (t.start or t.end) and (not rule.dated or _calendar(t))]
        period = self._behind(stated, shown, set(others)) or self._of_clause(frame, stated)
        last = self._and(period, stated)
        base = self._behind(based, shown, set(others)) or self._beside(frame, based)
        words = tuple(
            w for t in (period, base) if t for w in self.parse.words_in(t.span) if abs(w - shown[0]) < 2 * NEAR
        )
        own = self._period(period, ahead=ahead)
        if own and last and last.end:
            own = Period(start=own.start, end=last.end, text=own.text)
        return Dates(own, self._baseline(rule, base, period), words)

    def _usable(self, i: int) -> list[TimeExpression]:
        """The times of a word's sentence, without those that date something else: money, the last of several."""
        sentence = self.parse.sentences[self.parse.words[i].sentence].span
        times = (t for t in self.parse.times if sentence[0] <= t.span[0] < sentence[1] and t.kind in USED)
        return [t for t in times if not self._of_money(t) and not self._last_of_several(t)]

    def _of_money(self, time: TimeExpression) -> bool:
        """ "At 2015 prices", "in 2010 dollars"."""
        stop = self.parse.words_in(time.span).stop
        return time.precision == "year" and any(
            w.lemma.lower() in joins().prices for w in self.parse.words[stop : stop + 1]
        )

    def _last_of_several(self, time: TimeExpression) -> bool:
        """ "Four times, most recently in June": the times of the others are not told."""
        words = self.parse.words
        first = self.parse.words_in(time.span).start
        near = range(max(0, first - 2), first + 1)
        return any(words[w].lower in joins().latest and words[w - 1].lower in joins().most for w in near if w)

    def _and(self, first: TimeExpression | None, times: Sequence[TimeExpression]) -> TimeExpression | None:
        """The year that goes on from `first`: "in 2021 and 2022"."""
        if first is None or first.precision != "year" or not first.end:
            return None
        for time in times:
            joined = self.parse.text[first.span[1] : time.span[0]].strip() in joins().both
            if joined and time.precision == "year" and (time.start or "") > first.end:
                return time
        return None

    def _of_bases(self, times: Sequence[TimeExpression], bases: Iterable[int]) -> Iterator[TimeExpression]:
        """The times right behind the numbers that a way began at."""
        for last in bases:
            yield from (t for t in times if 0 < self.parse.words_in(t.span).start - last <= BESIDE)

    def own(self, shown: Sequence[int], others: Iterable[int] = ()) -> Dates:
        """The dates of a number that is itself a base ("from $2bn a year earlier"): only what stands behind it."""
        found = self._behind([t for t in self._usable(shown[0]) if t.start or t.end], shown, set(others))
        return Dates(self._period(found), None, tuple(self.parse.words_in(found.span)) if found else ())

    def within(self, noun: int, *, calendar: bool) -> Dates:
        """The time that a noun carries: "the 1979 treaty", "pact of 1960"; "last year's trade" unless `calendar`."""
        inside = {c for w in (noun, *self._told_of(noun)) for c in self.parse.children(w)}
        found = next(
            (
                t
                for t in self.parse.times
                if t.kind in USED and inside & set(self.parse.words_in(t.span)) and (not calendar or _calendar(t))
            ),
            None,
        )
        return Dates(self._period(found), None, tuple(self.parse.words_in(found.span)) if found else ())

    def _told_of(self, noun: int) -> Iterator[int]:
        """The participles behind a noun: "aid sent last year"; not a clause, which has a time of its own."""
        yield from (c for c in self.parse.children(noun, "acl") if self.parse.words[c].dep == "acl")

    def _base(self, time: TimeExpression, rule: ClaimRule) -> bool:
        """Whether a time expression is the base: "from 2018", "compared with 2019", "than last year", "since 2015"."""
        if time.comparison:
            return True
        if rule.kind == "dated":
            return False
        if time.rule == "since":
            return rule.kind in SINCE_IS_BASE
        first = self.parse.words_in(time.span).start
        kept = {phrase.split()[-1] for phrase in joins().base}
        tail = [
            w.lower
            for w in self.parse.words[max(0, first - 5) : first]
            if w.pos not in ("DET", "ADP") or w.lower in kept
        ]
        return any(" ".join(tail[-n:]) in joins().base for n in (1, 2) if len(tail) >= n) or self._set_on(time, first)

    def _set_on(self, time: TimeExpression, first: int) -> bool:
        """ "Up 5 percent on last year", "over 2019"; not "over the year"."""
        before, word = self.parse.words[max(0, first - 1)], self.parse.words[first]
        return time.precision in WHOLE and word.pos != "DET" and before.lower in joins().base_whole

    def _behind(self, times: Sequence[TimeExpression], shown: Sequence[int], others: set[int]) -> TimeExpression | None:
        """The first time expression behind the claim's words, with no other number or finite verb between."""
        last = max(shown)
        for time in times:
            first = self.parse.words_in(time.span).start
            if first < last or self._names(time):
                continue
            between = range(last + 1, first)
            if len(between) > NEAR or others & set(between) or self._parted(between, time):
                return None
            clash = any(self.parse.words[w].tag in ("VBD", "VBZ", "VBP", "MD") for w in between)
            return None if clash else time
        return None

    def _names(self, time: TimeExpression) -> bool:
        """ "To revive the 2015 deal": the year tells which deal."""
        words = self.parse.words_in(time.span)
        above = next((self.parse.words[w].head for w in words if self.parse.words[w].head not in words), -1)
        near = words.stop <= above <= words.stop + BESIDE
        return near and time.precision == "year" and self.parse.words[above].pos in ("NOUN", "PROPN")

    def _parted(self, between: range, time: TimeExpression) -> bool:
        """A semicolon lies between, or the expression opens another clause ("…; in 2020, it fell")."""
        words = self.parse.words_in(time.span)
        above = next((self.parse.words[w].head for w in words if self.parse.words[w].head not in words), -1)
        return (above > words.stop and self.parse.words[above].pos == "VERB") or any(
            self.parse.words[w].text in ";:," for w in between
        )

    def _of_clause(self, frame: Frame | None, stated: Sequence[TimeExpression]) -> TimeExpression | None:
        """The one that hangs on the claim's clause; one that another number already has is left to it."""
        found = when(self.parse, frame) if frame else None
        if not found or not frame or found not in stated or self._of_another(found, frame):
            return None
        return None if self._of_saying(found, frame) else found

    def _of_another(self, time: TimeExpression, frame: Frame) -> bool:
        """Told of another noun that the tree joined on: "aims at $2 bn, and the increase in 2021 …"."""
        first = self.parse.words_in(time.span).start
        between = itertools.takewhile(lambda w: w not in (frame.word, frame.verb), self.parse.ancestors(first))
        return any(self.parse.words[w].dep == "conj" and self.parse.words[w].pos == "NOUN" for w in between)

    def _of_saying(self, time: TimeExpression, frame: Frame) -> bool:
        """Behind the verb that the claim is told with, where the tree hung it on the claim: "…, he said on Monday"."""
        words, verb = self.parse.words, self._verb(frame.verb)
        told = words[verb].head if verb is not None and words[verb].dep in ("ccomp", "parataxis") else -1
        return verb is not None and verb < told < self.parse.words_in(time.span).start

    def _beside(self, frame: Frame | None, based: Sequence[TimeExpression]) -> TimeExpression | None:
        """A base that hangs on the claim's own verb: "grew year on year by 15 percent"."""
        verb = self._verb(frame.verb) if frame else None
        return next((t for t in based if verb is not None and self._hangs(t, verb)), None)

    def _hangs(self, time: TimeExpression, verb: int) -> bool:
        """On the verb itself, or on a participle before it: "compared with 2021, trade fell"."""
        first = self.parse.words_in(time.span).start
        above = self._verb(first)
        return above == verb or (time.comparison and above is not None and self.parse.words[above].head == verb)

    def _verb(self, i: int) -> int | None:
        """The verb that a word is, or hangs on; else the root of its clause."""
        path = (i, *self.parse.ancestors(i))
        return next((a for a in path if self.parse.words[a].pos == "VERB"), path[-1])

    def _baseline(self, rule: ClaimRule, base: TimeExpression | None, period: TimeExpression | None) -> Period | None:
        """The base period; one that is no earlier than the period itself ("the previous year") is a year before it."""
        if base is not None and base.rule == "since" and base.parts and rule.kind == "change":
            base = base.parts[0]  # what grew since 2015 is compared with that year
        found = self._period(base, to_date=False)
        if (
            found is None
            or period is None
            or base is None
            or not (period.start and found.start and found.end)
            or base.precision != "year"
        ):
            return found
        if base.anchor == "absolute" or (not base.comparison and found.start[:4] < period.start[:4]):
            return found
        return Period(start=_year_before(period.start), end=_year_before(period.end or found.end), text=found.text)

    def _period(self, time: TimeExpression | None, *, to_date: bool = True, ahead: bool = False) -> Period | None:
        if time is None:
            return None
        published = self.parse.document.published
        if to_date and not ahead and _hardly_begun(time, published):
            return Period(start=_year_before(time.start or ""), end=_year_before(time.end or ""), text=time.text)
        start, end = days(time, published) if to_date and not ahead else (time.start, time.end)
        open_ = to_date and time.rule == "since" and published and (time.start or "") <= published
        return Period(start=start, end=end or (published if open_ else None), text=time.text)


def _calendar(time: TimeExpression) -> bool:
    """Says its year: what happened "today" or "last week" is news, not a claim about a date."""
    named = time.precision == "month" and (time.rule or "").startswith("month")  # "in June"
    return (
        time.precision in ("year", "decade")
        or named
        or any(part.isdigit() and len(part) == 4 for part in time.text.split())
    )


def _hardly_begun(time: TimeExpression, published: str | None) -> bool:
    """ "In the first eleven months", said in January of what happened, was last year."""
    if not (published and time.start and time.end and time.anchor == "publication" and time.precision in STRETCHES):
        return False
    start, end, today = map(date.fromisoformat, (time.start, time.end, published))
    return start <= today < start + (end - start) / 2


def _year_before(day: str) -> str:
    """The same day a year before, 28 February for the 29th."""
    found = f"{int(day[:4]) - 1:04d}{day[4:]}"
    return found.replace("-02-29", "-02-28")
