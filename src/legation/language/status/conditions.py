"""Whether a rule of status holds where it is tried: conditions on the predicate's clause and on the one above it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation.language.status.clause import Clause
from legation.language.status.rules import Conditions


class Site(msgspec.Struct, frozen=True):
    """Where a rule is tried: the predicate's clause, the one above it (the matrix) and what is known of that one.

    `itself`: the noun that is looked at is the act, not one that governs it.
    """

    own: Clause
    matrix: Clause | None = None
    known: frozenset[str] = frozenset()
    itself: bool = False


def all_hold(conditions: Conditions, site: Site) -> bool:
    """Whether every condition that is given holds."""
    return all(_holds(key, values, site) for key, values in conditions.given())


def any_holds(conditions: Conditions, site: Site) -> bool:
    """Whether one of the conditions given holds."""
    return any(_holds(key, values, site) for key, values in conditions.given())


def _holds(key: str, values: frozenset[str], site: Site) -> bool:
    if key == "own":
        return bool(site.own.kinds & values) or (site.itself and "itself" in values)
    if key == "matrix":
        return site.matrix is not None and bool((site.matrix.kinds | site.known) & values)
    if key == "lemma":
        return site.own.word.lemma in values
    if key == "subject":
        return bool(set(_lower(site.own, site.own.subjects())) & values)
    if key == "mark":
        return any(site.own.phrase(m) in values for m in site.own.marks())
    if key == "adverb":
        return bool(set(_lower(site.own, _adverbs(site.own))) & values)
    return _joined(site.own, values)


def _lower(clause: Clause, words: Iterable[int]) -> list[str]:
    return [clause.parse.words[w].lower for w in words]


def _adverbs(clause: Clause) -> Iterable[int]:
    """The adverbs of a clause and the degrees of these: "so" in "so heavily"."""
    for adverb in clause.parse.children(clause.i, "advmod"):
        yield from (adverb, *clause.parse.children(adverb, "advmod"))


def _joined(clause: Clause, values: frozenset[str]) -> bool:
    """Whether a clause or phrase joined to the predicate is introduced by one of the words: "if", "until"."""
    parse = clause.parse
    return any(
        clause.phrase(m) in values
        for c in parse.children(clause.i, "advcl", "obl")
        for m in parse.children(c, "mark", "case", "advmod")
    )
