"""Quantities: numbers in digits and words, with scale and bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from legation.language.parse import Parse
from legation.lexicon import load
from legation.records import Bound, Span

DIGITS = re.compile(r"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[+-]?\d+(?:\.\d+)?$")
ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$", re.IGNORECASE)


class Numbers(msgspec.Struct, frozen=True):
    """`lexicon/en/numbers.yaml`."""

    cardinals: dict[str, float]
    scales: dict[str, float]
    ordinals: dict[str, int]
    times: dict[str, int]
    bounds: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the text: its value, bound, words and span; `ordinal` for "third" and "3rd"."""

    value: float
    bound: Bound
    words: tuple[int, ...]
    span: Span
    ordinal: bool = False


@lru_cache(maxsize=1)
def numbers() -> Numbers:
    return load("en/numbers", Numbers)


@lru_cache(maxsize=1)
def _bounds() -> tuple[tuple[tuple[str, ...], Bound], ...]:
    found = [(tuple(p.split()), bound) for bound, phrases in numbers().bounds.items() for p in phrases]
    return tuple(sorted(found, key=lambda f: -len(f[0])))  # type: ignore[arg-type]


def single(text: str) -> float | None:
    """One word as a number.

    >>> single("1,500"), single("four"), single("Paris")
    (1500.0, 4, None)
    """
    lower = text.lower().rstrip(".")
    if DIGITS.match(lower):
        return float(lower.replace(",", ""))
    if "-" in lower:
        parts = [single(p) for p in lower.split("-")]
        return sum(p for p in parts if p is not None) if len(parts) == 2 and None not in parts else None
    return numbers().cardinals.get(lower)


def ordinal(text: str) -> int | None:
    """An ordinal as a number; typing errors such as "3th" are read as meant.

    >>> ordinal("third"), ordinal("3th"), ordinal("talks")
    (3, 3, None)
    """
    found = ORDINAL.match(text)
    return int(found.group(1)) if found else numbers().ordinals.get(text.lower())


def amount(parse: Parse, i: int) -> Amount | None:
    """The number whose head is word `i`, with the words of its scale and bound around it."""
    table = numbers()
    first = last = i
    sentence = parse.sentences[parse.words[i].sentence]
    while first > sentence.first and _part(parse.words[first - 1].text) and not _article(parse, first - 1):
        first -= 1
    while last + 1 < sentence.last and _part(parse.words[last + 1].text) and not _article(parse, last + 1):
        last += 1
    value = _value([parse.words[w].text for w in range(first, last + 1)], table)
    if value is None:
        return None
    words = tuple(range(first, last + 1))
    return Amount(value, _bound(parse, first, last), words, parse.span(words))


def _part(text: str) -> bool:
    return single(text) is not None or text.lower() in numbers().scales


def _article(parse: Parse, i: int) -> bool:
    return parse.words[i].lower in ("a", "an") and (i + 1 >= len(parse.words) or parse.words[i + 1].lower not in (*numbers().scales, "dozen", "half", "quarter"))


def _value(texts: list[str], table: Numbers) -> float | None:
    """ "one hundred and five thousand" → 105000: units add up, scales multiply what stands before them."""
    total, group, seen = 0.0, 0.0, False
    for text in texts:
        scale = table.scales.get(text.lower())
        one = single(text)
        if scale is not None:
            group = (group or 1) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
        elif one is not None:
            group += one
        seen = seen or scale is not None or one is not None
    return total + group if seen else None


def _bound(parse: Parse, first: int, last: int) -> Bound:
    """The bound that the words before the number, or right behind it, give."""
    before = [parse.words[w].lower for w in range(max(0, first - 4), first)]
    after = [parse.words[w].lower for w in range(last + 1, min(len(parse.words), last + 3))]
    for phrase, bound in _bounds():
        if tuple(before[-len(phrase) :]) == phrase or tuple(after[: len(phrase)]) == phrase and phrase[0] == "or":
            return bound
    return "exact"
