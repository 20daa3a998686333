"""Time expressions: days right on dates in news and war histories, on unit cases, on the phrases that must hold.

A gold date is compared with the one expression, or part of one, that covers its words best; it is right when first and
last day are the same.
"""

from __future__ import annotations

import gzip
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from legation.evaluation.figure import Figure
from legation.evaluation.language.time_cases import Case, cases
from legation.evaluation.language.time_phrases import PHRASES
from legation.evaluation.timex import Days, days
from legation.language.times import TimeExpression, times
from legation.records import Span

WORDS_A_SECOND = 20_000


class Gold(msgspec.Struct, frozen=True):
    """A date of a text: characters `s`…`e` and its TIMEX value."""

    s: int
    e: int
    value: str


class Dated(msgspec.Struct, frozen=True):
    """A text with its day of creation and its gold dates."""

    text: str
    dct: str
    timex: tuple[Gold, ...]
    genre: str = ""


def measure(data: Path) -> Iterator[Figure]:
    """Dates found and dates right, in percent, by set; phrases right; words read in a second of one core."""
    gum = list(_records(data / "time/timex_gum.jsonl.gz"))
    wars = list(_records(data / "time/timex_wikiwars.jsonl.gz"))
    yield from _figures("GUM news", _score(d for d in gum if d.genre == "news"), floor=85)
    yield from _figures("GUM, other genres", _score(d for d in gum if d.genre != "news"))
    yield from _figures("WikiWars", _score(wars))
    unit = list(cases(data / "time/ms_datetime_specs.jsonl.gz"))
    yield from _figures("Microsoft cases", _units(c for c in unit if not c.extra), floor=82)
    yield from _figures("Microsoft cases, those its Python misses", _units(c for c in unit if c.extra))
    right = sum(phrase.right for phrase in PHRASES)
    yield Figure("times", "phrases", "right", 100 * right / len(PHRASES), floor=100, note=f"{len(PHRASES)} phrases")
    yield Figure("times", "GUM", "words a CPU second", _speed(gum), floor=WORDS_A_SECOND)


def _figures(name: str, score: Counter[str], floor: float | None = None) -> Iterator[Figure]:
    note = f"{score['gold']} dates"
    yield Figure("times", name, "found", 100 * score["found"] / score["gold"], note=note)
    yield Figure("times", name, "right", 100 * score["right"] / score["gold"], floor, note)


def _score(documents: Iterable[Dated]) -> Counter[str]:
    score: Counter[str] = Counter()
    for document in documents:
        found = times(document.text, document.dct)
        for gold in document.timex:
            wanted = days(gold.value)
            if wanted is not None:
                score.update(gold=1, **_judged(found, (gold.s, gold.e), {wanted}))
    return score


def _units(given: Iterable[Case]) -> Counter[str]:
    score: Counter[str] = Counter()
    for case in given:
        found = times(case.text, case.published, order="month")
        score.update(gold=1, **_judged(found, case.span, case.days))
    return score


def _judged(found: Iterable[TimeExpression], span: Span, wanted: Iterable[Days]) -> dict[str, int]:
    hit = best(found, span)
    return {"found": hit is not None, "right": hit is not None and (hit.start, hit.end) in wanted}


def best(found: Iterable[TimeExpression], span: Span) -> TimeExpression | None:
    """The expression or part that shares most of its characters with a span; None where none shares any."""
    over = [e for top in found for e in (top, *top.parts) if e.span[0] < span[1] and span[0] < e.span[1]]
    return max(over, key=lambda each: _shared(each.span, span), default=None)


def _shared(one: Span, two: Span) -> float:
    """Characters in both as a share of those in either."""
    return (min(one[1], two[1]) - max(one[0], two[0])) / (max(one[1], two[1]) - min(one[0], two[0]))


def _records(path: Path) -> Iterator[Dated]:
    with gzip.open(path) as file:
        for line in file:
            yield msgspec.json.decode(line, type=Dated)


def _speed(documents: list[Dated]) -> float:
    words = sum(len(document.text.split()) for document in documents)
    began = time.process_time()
    for document in documents:
        times(document.text, document.dct)
    return words / (time.process_time() - began)
