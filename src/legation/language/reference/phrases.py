"""The words of a mention: its core, the name in it, its determiner, its full phrase."""

from __future__ import annotations

from legation.language.parse import Parse
from legation.language.reference.words import determiners, table

# Dependents that make up the core of a phrase, and those that hang a phrase on another word.
CORE = frozenset({"compound", "flat", "nmod:desc", "goeswith", "amod", "nmod:unmarked", "nummod"})
INNER = CORE | {"fixed", "det", "discourse", "list"}
# Dependents that stand outside the phrase: clauses, appositions, what is coordinated.
OUTER = frozenset({"acl:relcl", "appos", "parataxis", "conj", "cc", "punct", "case", "acl", "advcl", "ccomp", "cop"})
OUTER |= {"nsubj", "nsubj:outer", "csubj", "mark", "advmod", "aux", "obl", "dep", "discourse", "list"}
NAMED = frozenset({"PER", "ORG", "LOC"})


def name_spans(parse: Parse) -> dict[int, tuple[int, int, str]]:
    """Word → the name it is part of: first, last (inclusive), label."""
    found: dict[int, tuple[int, int, str]] = {}
    start, label, before = -1, "", -1
    for word in parse.words:
        tag, kind = word.name[:1], word.name[2:]
        goes_on = tag == "I" and kind == label and before == word.sentence
        if start >= 0 and not goes_on:
            found.update(dict.fromkeys(range(start, word.i), (start, word.i - 1, label)))
            start = -1
        if start < 0 and kind in NAMED:
            start, label = word.i, kind
        before = word.sentence
    if start >= 0:
        found.update(dict.fromkeys(range(start, len(parse.words)), (start, len(parse.words) - 1, label)))
    return found


def core(parse: Parse, i: int) -> list[int]:
    """The head with its compounds, adjectives, name parts and titles, in order."""
    out = [i]
    for at in out:  # grows as it goes
        out += [c for c in parse.children(at) if parse.words[c].dep in CORE]
    return sorted(out)


def extent(parse: Parse, i: int) -> tuple[int, int]:
    """First and last word of the phrase: without relative clauses, appositions and what is coordinated."""
    first = last = i
    for child in parse.children(i):
        if parse.words[child].dep in OUTER:
            continue
        words = parse.subtree(child)
        first, last = min(first, *words), max(last, *words)
    return first, last


def determiner(parse: Parse, i: int) -> str | None:
    """ "the", "this", "a", "plural" (both, all), "poss", or None where the phrase has none."""
    if parse.children(i, "nmod:poss"):
        return "poss"
    kinds = determiners()
    words = (parse.words[c].lower for c in parse.children(i, "det", "det:predet") if c < i)
    return next((kinds[w] for w in words if w in kinds), None)


def complement(parse: Parse, i: int) -> int | None:
    """The head of the "of" complement: "a group of students"."""
    of = table().of
    for child in parse.children(i, "nmod"):
        if child > i and any(parse.words[c].lower in of for c in parse.children(child, "case")):
            return child
    return None


def coordinated(parse: Parse, i: int) -> list[int]:
    """Word `i` and the nominals coordinated with it; empty where `i` is not the first or stands alone."""
    if parse.words[i].dep == "conj":
        return []
    found = [c for c in parse.conjuncts(i) if parse.words[c].pos in ("NOUN", "PROPN", "PRON", "NUM")]
    if len(found) < 2:
        return []
    ors = any(parse.words[x].lower in table().disjunctions for c in found for x in parse.children(c, "cc"))
    return found if not ors and not parse.children(i, "nsubj", "cop") else []
