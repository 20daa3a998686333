"""Numbers that count nothing: names ("Boeing 737", "paragraph 14"), scores, years, and "one" as a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.language.change import behind
from legation.language.numbers import numbers
from legation.language.parse import Parse

if TYPE_CHECKING:
    from legation.language.quantities import Quantity

YEARS = range(1500, 2200)


def no_quantity(parse: Parse, quantity: Quantity) -> bool:
    """Whether a number without unit, scale and bound is a name, a pronoun, a year or one side of a score."""
    if quantity.unit == "fraction" and len(quantity.words) == 1:
        return _stretch(parse, quantity)
    if quantity.money and _year(parse, quantity, parse.words[quantity.words[0]].text):
        return True  # "in 2010 dollars"
    if quantity.unit is not None or quantity.scaled:
        return False
    return (
        _pronoun(parse, quantity)
        or _year(parse, quantity)
        or (not quantity.bounded and (_label(parse, quantity) or _named(parse, quantity) or _score(parse, quantity)))
    )


def _before(parse: Parse, quantity: Quantity) -> str:
    return parse.words[quantity.lead].lower if quantity.lead is not None else ""


def _label(parse: Parse, quantity: Quantity) -> bool:
    """A number that names what stands before it: "paragraph 14", "World War Two"."""
    if quantity.lead is None:
        return False
    lead = parse.words[quantity.lead]
    return lead.pos in ("NOUN", "PROPN") and lead.tag in ("NN", "NNP") and parse.words[quantity.head].head == lead.i


def _named(parse: Parse, quantity: Quantity) -> bool:
    """Digits inside a name: "Boeing 737 Max", "the 787 Dreamliner", "10 Downing Street"; not "12 Americans"."""
    word = parse.words[quantity.words[0]]
    if not word.text.isdigit():
        return False
    at = quantity.words[-1] + 1
    after = parse.words[at] if behind(parse, quantity.words) else None
    lead = parse.words[quantity.lead] if quantity.lead is not None else None
    if after is not None and after.tag == "NNP" and after.text[:1].isupper():
        return word.head == after.i or (lead is not None and lead.tag == "NNP")
    counted = after is not None and after.pos in ("NOUN", "ADJ", "NUM", "SYM")
    return lead is not None and lead.tag == "NNP" and lead.end + 1 == word.start and not counted


def _pronoun(parse: Parse, quantity: Quantity) -> bool:
    word = parse.words[quantity.words[0]]
    if word.lower != "one" or len(quantity.words) > 1:
        return False
    return word.pos == "PRON" or _before(parse, quantity) in numbers().pronoun


def _year(parse: Parse, quantity: Quantity, text: str = "") -> bool:
    text = text or parse.slice(quantity.span)
    return text.isdigit() and int(text) in YEARS and len(text) == 4 and _before(parse, quantity) in numbers().years


def _score(parse: Parse, quantity: Quantity) -> bool:
    """One side of "2-0"."""
    start, end = quantity.span
    text = parse.text
    before = start > 1 and text[start - 1] in "-–" and text[start - 2].isdigit()
    after = end + 1 < len(text) and text[end] in "-–" and text[end + 1].isdigit()
    return quantity.high is None and (before or after)


def _stretch(parse: Parse, quantity: Quantity) -> bool:
    """ "this half", "the first half": a stretch of time or a side."""
    return _before(parse, quantity) in numbers().stretches
