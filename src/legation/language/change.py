"""Which way a number went: "fell by 3%" and "a 3% drop" say how far, "fell to 3%" says where it ended."""

from __future__ import annotations

from typing import Literal

from legation.language.numbers import numbers
from legation.language.parse import Parse

Change = Literal["up", "down"]
WAYS: tuple[Change, ...] = ("up", "down")
MEASURES = ("obj", "obl", "nsubj:pass", "advmod", "xcomp", "dep", "appos", "ccomp")


def change(parse: Parse, words: tuple[int, ...], head: int, lead: int | None, *, relative: bool) -> Change | None:
    """The way that a number of these words went, by the word before it, behind it, or that it hangs on."""
    at = lead - 1 if lead and parse.words[lead].lower == "by" else lead
    before = "" if at is None or _particle(parse, at) else parse.words[at].lower
    before = "+" if parse.words[words[0]].text.startswith("+") else before
    if lead is not None and parse.words[lead].lower in numbers().change.reached:
        return _near("", behind(parse, words))
    found = _near(before, behind(parse, words)) or _governed(parse, head, relative)
    return found or (_said_before(parse, lead) if relative and lead is not None else None)


def _particle(parse: Parse, i: int) -> bool:
    """ "Gave up 3 points" says no way; "ended up 3 points" does."""
    word = parse.words[i]
    return word.dep == "compound:prt" and parse.words[word.head].lemma.lower() in numbers().change.apart


def _said_before(parse: Parse, lead: int) -> Change | None:
    """The verb right before a share, where the tree has it for something else: "Nvidia advanced 8%"."""
    lemma, table = parse.words[lead].lemma.lower(), numbers().change
    moved = parse.words[lead].tag in ("VBD", "VBN", "VBZ", "VBP", "JJ")
    return next((w for w in WAYS if moved and lemma in getattr(table, w).verbs), None)


def behind(parse: Parse, words: tuple[int, ...]) -> str:
    """The word behind a number, within its sentence."""
    at = words[-1] + 1
    inside = at < len(parse.words) and parse.words[at].sentence == parse.words[words[0]].sentence
    return parse.words[at].lower if inside else ""


def _near(before: str, after: str) -> Change | None:
    table = numbers().change
    return next((w for w in WAYS if before in getattr(table, w).before or after in getattr(table, w).after), None)


def _governed(parse: Parse, head: int, relative: bool) -> Change | None:
    """The way of the verb a number measures, or of its noun; none where a preposition says it was reached."""
    table, word = numbers().change, parse.words[head]
    above = parse.words[word.head] if word.head >= 0 else None
    if above is None:
        return None
    nominal = above.pos in ("NOUN", "PROPN")
    for way in WAYS:
        rows = getattr(table, way)
        if nominal and above.lemma.lower() in rows.nouns:
            return way if _measures_noun(parse, head) else None
        far = relative or "by" in _cased(parse, head)
        verbs = rows.verbs | (table.by[way] if far else frozenset())
        if above.lemma.lower() in verbs and above.pos in ("VERB", "AUX") and _measures_verb(parse, head):
            return way
        if nominal and above.dep == "obj" and far and parse.words[above.head].lemma.lower() in verbs:
            return way if _cased(parse, head) == {"by"} else None  # "grow sales by 35 percent"
    return None


def _measures_noun(parse: Parse, head: int) -> bool:
    """ "a 3% drop", "a rise of 3%"; not "a drop in 3 countries"."""
    cases = _cased(parse, head)
    return not cases or cases <= {"of", "by"}


def _cased(parse: Parse, head: int) -> set[str]:
    return {parse.words[c].lower for c in parse.children(head, "case")}


def _measures_verb(parse: Parse, head: int) -> bool:
    """ "fell 3%", "fell by 3%"; not "fell to 3%", "fell in 3 countries"."""
    word = parse.words[head]
    cases = _cased(parse, head)
    return word.base in MEASURES and not cases & numbers().change.reached
