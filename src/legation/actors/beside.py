"""What stands beside a name, and speaks for or against it."""

from __future__ import annotations

from collections.abc import Collection

from legation.language.parse import Parse
from legation.language.reference.words import given_gender

CLOSING = frozenset({",", ".", ";", ")", ":", "?", "!", ""})
LISTING = frozenset({","})


def text(parse: Parse, i: int) -> str:
    """Word `i` as written; empty beyond the text."""
    return parse.words[i].text if 0 <= i < len(parse.words) else ""


def beside(parse: Parse, first: int, words: Collection[str]) -> bool:
    """Whether the sentence of word `first` has one of the words, or runs of words."""
    part = parse.sentences[parse.words[first].sentence]
    whole = " " + " ".join(w.text for w in parse.words[part.first : part.last]) + " "
    return any(f" {w} " in whole or f" {w.lower()} " in whole for w in words)


def closes(parse: Parse, i: int, *, listed: bool) -> bool:
    """Whether a mark at word `i` ends the name of a place; of a capital no comma does, for states may be listed there.

    "The dam near Valencia, Venezuela, broke", but "In Paris, Germany, France and Italy agreed".
    """
    return text(parse, i) in (CLOSING - LISTING if listed else CLOSING)


def within_a_name(parse: Parse, i: int, titles: Collection[str]) -> bool:
    """Whether another proper noun that is no title stands right beside: "Lake Champlain", "Abdul Hamid"."""
    for w in (i - 1, i + 1):
        if not 0 <= w < len(parse.words) or parse.words[w].sentence != parse.words[i].sentence:
            continue
        near = parse.words[w]
        if near.pos == "PROPN" and near.name.endswith("PER") and near.lower.rstrip(".") not in titles:
            return True
    return False


def part_of_a_name(parse: Parse, i: int) -> bool:
    """Whether a name of several words holds word `i`: "Trump Organization"."""
    return any(name.first <= i < name.last and name.last - name.first > 1 for name in parse.names)


def anothers(parse: Parse, i: int, known: Collection[str], families: Collection[str]) -> bool:
    """Whether a family name at word `i` is another's: of "Anna Hill", whom the text names, or "Helms-Burton"."""
    return _borne_by_another(parse, parse.words[i].text, known) or _hyphened(parse, i, families)


def _borne_by_another(parse: Parse, family: str, known: Collection[str]) -> bool:
    """Whether the text names in full somebody else of the family name."""
    whole = (n for n in parse.names if n.label == "PER" and text(parse, n.first - 1) != "-")
    spans = (n for n in whole if n.last - n.first in (2, 3))
    firsts = (parse.words[n.first].text for n in spans if parse.words[n.last - 1].text == family)
    return any(first not in known and given_gender(first) for first in firsts)


def _hyphened(parse: Parse, i: int, families: Collection[str]) -> bool:
    """Whether a hyphen joins it to a name that is no listed family: "Helms-Burton", not "Trump-Kim"."""
    beside = (text(parse, i + 2 * step) for step in (-1, 1) if text(parse, i + step) == "-")
    return any(word[:1].isupper() and word not in families for word in beside)
