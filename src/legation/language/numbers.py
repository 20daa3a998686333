"""Number words: the tables of `lexicon/en/numbers.yaml` and `currencies.yaml`, and each word read as marks.

A mark is one piece of a number as it is written: "4bn" is a number and a scale, "20–30" two numbers and a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from legation.language.parse import Word
from legation.lexicon import load, per_lexicon
from legation.records import Bound

Kind = Literal["digits", "cardinal", "scale", "plural", "fraction", "fold", "currency", "dash", "word"]
Phrase = tuple[str, ...]

NUMBER = r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?|\.\d+"
PIECE = re.compile(
    rf"({NUMBER})|(\$(?:US|A|C|CAN|NZ)(?=\d)|Y=(?=\d)|m2|[^\W\d_]+\.?\$?|[%$€£¥₹₽₺₪₩₫₱₸₾₴₦₼฿])|([-–—‑])|(.)"
)
SHAPE = re.compile(
    rf"[+-−~≈<>]?(?:Y=|\$[A-Z]{{1,3}}|[^\W\d_.]{{0,3}}[$€£¥₹.]?)(?:{NUMBER})(?:[-–—‑](?:{NUMBER}))?(?:m2|[^\W\d_%]*)%?\+?$"
)
DOLLAR = re.compile(r"(US|A|C|CAN|NZ)(\d[\d.,]*\d|\d)$")
ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$", re.IGNORECASE)


class Way(msgspec.Struct, frozen=True):
    """The words of one direction of change."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


class Changes(msgspec.Struct, frozen=True):
    """Words that say which way an amount goes, and those before the number that was reached."""

    up: Way
    down: Way
    reached: frozenset[str]
    apart: frozenset[str]
    by: dict[str, frozenset[str]]


class Numbers(msgspec.Struct, frozen=True):
    """`lexicon/en/numbers.yaml`."""

    cardinals: dict[str, float]
    scales: dict[str, float]
    doubtful: frozenset[str]
    plurals: dict[str, float]
    several: tuple[str, ...]
    fractions: dict[str, float]
    folds: dict[str, float | None]
    ordinals: dict[str, int]
    times: dict[str, int]
    units: dict[str, tuple[str, ...]]
    factors: dict[str, float]
    attached: frozenset[str]
    durations: frozenset[str]
    bounds: dict[Bound, tuple[str, ...]]
    after: dict[Bound, tuple[str, ...]]
    articles: frozenset[str]
    joins: dict[str, frozenset[str]]
    dashes: frozenset[str]
    pronoun: frozenset[str]
    stretches: frozenset[str]
    minus: frozenset[str]
    years: frozenset[str]
    prefixes: dict[str, Bound]
    signs: dict[str, Bound]
    ranging: frozenset[str]
    change: Changes


class Currency(msgspec.Struct, frozen=True):
    """A currency of `lexicon/en/currencies.yaml`."""

    code: str
    symbols: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    factor: float = 1
    issuers: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit behind a number: its normal form, what it multiplies by, whether it is money."""

    name: str
    factor: float = 1
    money: bool = False


class Mark(NamedTuple):
    """A piece of a number at word `word`, its text in lower case, with what it is worth or its currency."""

    kind: Kind
    word: int
    text: str
    value: float = 0
    unit: Unit | None = None


@per_lexicon
def numbers() -> Numbers:
    """The tables, read once."""
    return load("en/numbers", Numbers)


@per_lexicon
def symbols() -> dict[str, Unit]:
    """Currency signs and codes, as written → the currency."""
    return {s: Unit(c.code, c.factor, True) for c in load("en/currencies", tuple[Currency, ...]) for s in c.symbols}


@per_lexicon
def shared() -> dict[str, dict[str, str]]:
    """Words that several currencies bear → the state that issues one → its code."""
    found: dict[str, dict[str, str]] = {}
    for currency in load("en/currencies", tuple[Currency, ...]):
        for word in currency.shared:
            found.setdefault(word, {}).update(dict.fromkeys(currency.issuers, currency.code))
    return found


@per_lexicon
def units() -> dict[str, tuple[tuple[Phrase, Unit], ...]]:
    """First word → the units that begin with it, the longest first; currencies among them."""
    table = numbers()
    found = [(p, Unit(name, table.factors.get(p, 1))) for name, phrases in table.units.items() for p in phrases]
    found += [(w, Unit(c.code, c.factor, True)) for c in load("en/currencies", tuple[Currency, ...]) for w in c.words]
    index: dict[str, list[tuple[Phrase, Unit]]] = {}
    for phrase, unit in found:
        key = tuple(phrase.lower().split())
        index.setdefault(key[0], []).append((key, unit))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in index.items()}


@per_lexicon
def several() -> dict[str, tuple[Phrase, ...]]:
    """First word → the phrases before a scale that say at least so many: "several hundred"; "some" bounds nothing."""
    index: dict[str, list[Phrase]] = {}
    for phrase in (tuple(p.split()) for p in numbers().several if p != "some"):
        index.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(found) for first, found in index.items()}


@per_lexicon
def bound_phrases(after: bool) -> tuple[tuple[Phrase, Bound], ...]:
    """Phrases that bound a number from before it, or from behind it, the longest first."""
    table = numbers().after if after else numbers().bounds
    found = [(tuple(p.split()), bound) for bound, phrases in table.items() for p in phrases]
    return tuple(sorted(found, key=lambda row: -len(row[0])))


def digits(text: str) -> float:
    """Digits as a number.

    >>> digits("1,500"), digits("2.25"), digits("5.000.000")
    (1500.0, 2.25, 5000000.0)
    """
    return float(text.replace(".", "") if text.count(".") > 1 else text.replace(",", ""))


def ordinal(text: str) -> int | None:
    """An ordinal as a number; typing errors such as "3th" are read as meant.

    >>> ordinal("third"), ordinal("3th"), ordinal("talks")
    (3, 3, None)
    """
    found = ORDINAL.match(text)
    return int(found.group(1)) if found else numbers().ordinals.get(text.lower())


def marks(words: Sequence[Word]) -> list[Mark]:
    """The words as marks, in order; a word that is no piece of a number is one mark of kind `word`."""
    found: list[Mark] = []
    signs, known = symbols(), _number_words()
    for before, word in pairwise([None, *words]):
        if word is None:
            continue
        if word.text.isalpha() and word.text not in signs and word.lower not in known:  # as most are
            found.append(Mark("word", word.i, word.lower))
            continue
        dollar = DOLLAR.match(word.text) if found and found[-1].text == "$" else None
        if dollar and f"${dollar[1]}" in signs:  # "$US55": the tokeniser parts the sign from its letters
            found[-1] = found[-1]._replace(unit=signs[f"${dollar[1]}"])
            found += _pieces(word.i, dollar[2])
        else:
            if word.text == "$" and before is not None and len(before.text) > 1 and f"{before.text}$" in signs:
                found[-1] = Mark("currency", before.i, before.text, unit=signs[f"{before.text}$"])
            found += _marks(word)
    return found


def counted(words: Iterable[Word]) -> bool:
    """Whether a number may stand among words."""
    counting = _counting()
    return any(
        w.lower.rstrip(".") in counting or (not w.text.isalpha() and any(map(str.isdigit, w.text))) for w in words
    )


def _marks(word: Word) -> Iterator[Mark]:
    text, lower = word.text, word.lower.rstrip(".")
    prefix, dash, rest = text.partition("-")
    if dash and rest[:1].isdigit() and prefix.lower() in numbers().prefixes and SHAPE.match(rest):
        yield Mark("word", word.i, prefix.lower())
        yield from _pieces(word.i, rest)
        return
    if text.isalpha() or not any(c.isdigit() for c in text):
        yield _plain(word.i, text, lower)
    elif SHAPE.match(text) and not ORDINAL.match(text):
        yield from _pieces(word.i, text)
    else:
        yield Mark("word", word.i, word.lower)


def _plain(i: int, text: str, lower: str) -> Mark:
    currency = symbols().get(text)
    if currency:
        return Mark("currency", i, text, unit=currency)
    kind, value = _number_words().get(lower, ("word", 0))
    return Mark(kind, i, lower or text, value)


@per_lexicon
def _number_words() -> dict[str, tuple[Kind, float]]:
    """Word → what piece of a number it is and what it is worth; of two kinds the one listed last here."""
    table = numbers()
    tables: tuple[tuple[Kind, Mapping[str, float | None]], ...] = (
        ("dash", dict.fromkeys(table.dashes, 0)),
        ("fold", table.folds),
        ("fraction", table.fractions),
        ("plural", table.plurals),
        ("scale", table.scales),
        ("cardinal", table.cardinals),
    )
    return {w: (kind, v or 0) for kind, values in tables for w, v in values.items() if v or kind != "fold"}


@per_lexicon
def _counting() -> frozenset[str]:
    """The words that are a piece of a number, dashes aside."""
    return frozenset(word for word, (kind, _) in _number_words().items() if kind != "dash")


def _pieces(i: int, text: str) -> Iterator[Mark]:
    """The marks of a word with digits; letters that are no unit, scale or currency make it a mere word ("F16")."""
    found: list[Mark] = []
    for number, letters, dash, _ in PIECE.findall(text):
        if number:
            negative = not found and text[0] in "-−"
            found.append(Mark("digits", i, number, -digits(number) if negative else digits(number)))
        elif letters:
            found.append(_plain(i, letters, letters.lower().rstrip(".")))
        elif dash and found:
            found.append(Mark("dash", i, dash))
    known = numbers().attached | numbers().scales.keys()
    odd = [m for m in found if m.kind == "word" and m.text not in known and m.text not in units()]
    leading = found and found[0].kind not in ("digits", "currency")
    yield from [Mark("word", i, text.lower())] if odd or leading else found
