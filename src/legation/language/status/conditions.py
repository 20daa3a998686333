"""Whether a rule of status holds where it is tried: conditions on the predicate's clause and on the one above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.language.status.clause import Clause
from legation.language.status.rules import Conditions

INTERROGATIVE = frozenset({"WRB", "WP", "WDT", "WP$"})


@dataclass(frozen=True, slots=True)
class Site:
    """Where a rule is tried: the predicate's clause, the one above it (the matrix) and what is known of that one."""

    own: Clause
    matrix: Clause | None = None
    known: frozenset[str] = frozenset()


def all_hold(conditions: Conditions, site: Site) -> bool:
    """Whether every condition that is given holds."""
    return all(_holds(key, values, site) for key, values in conditions.given())


def any_holds(conditions: Conditions, site: Site) -> bool:
    """Whether one of the conditions given holds."""
    return any(_holds(key, values, site) for key, values in conditions.given())


def _holds(key: str, values: frozenset[str], site: Site) -> bool:
    if key == "own":
        return bool(kinds(site.own) & values)
    if key == "matrix":
        return site.matrix is not None and bool((kinds(site.matrix) | site.known) & values)
    if key == "lemma":
        return site.own.word.lemma in values
    if key == "subject":
        return bool(set(_lower(site.own, site.own.subjects())) & values)
    if key == "mark":
        return any(site.own.phrase(m) in values for m in site.own.marks())
    return _joined(site.own, values)


def kinds(clause: Clause) -> frozenset[str]:
    """What a clause is: its form, and the wider kinds it belongs to."""
    wider = {
        "tensed": clause.tensed,
        "any-past": clause.past,
        "any-present": clause.present,
        "have": any(a.lemma == "have" for a in clause.auxiliaries),
        "auxiliary": bool(clause.auxiliaries),
        "adjective": clause.word.pos == "ADJ",
        "noun": clause.word.pos in ("NOUN", "PROPN"),
        "proper": clause.word.pos == "PROPN",
        "open": any(Clause(clause.parse, c).infinitive() for c in clause.parse.children(clause.i, "xcomp")),
        "asked": _asked(clause),
        "subject": bool(clause.subjects()),
        "question": question(clause),
    }
    return frozenset({clause.form, *(name for name, true in wider.items() if true)})


def question(clause: Clause) -> bool:
    """ "Did they meet?" asks whether; "When did they meet?" takes it that they did."""
    return _inverted(clause) and not _interrogative(clause)


def _asked(clause: Clause) -> bool:
    """ "When do they meet?"."""
    return _inverted(clause) and _interrogative(clause)


def _inverted(clause: Clause) -> bool:
    """An auxiliary before the subject, or no auxiliary ("Anyone know?"), in a sentence that ends in a question mark."""
    sentence = clause.parse.sentences[clause.word.sentence]
    if "?" not in clause.parse.text[slice(*sentence.span)][-4:]:
        return False
    subject = min(clause.subjects(), default=clause.i)
    return any(a.i < subject for a in clause.auxiliaries) or clause.word.tag == "VB"


def _interrogative(clause: Clause) -> bool:
    first = clause.parse.sentences[clause.word.sentence].first
    return any(w.tag in INTERROGATIVE for w in clause.parse.words[first : clause.i])


def _lower(clause: Clause, words: Iterable[int]) -> list[str]:
    return [clause.parse.words[w].lower for w in words]


def _joined(clause: Clause, values: frozenset[str]) -> bool:
    """Whether a clause or phrase joined to the predicate is introduced by one of the words: "if", "until"."""
    parse = clause.parse
    return any(
        clause.phrase(m) in values
        for c in parse.children(clause.i, "advcl", "obl")
        for m in parse.children(c, "mark", "case", "advmod")
    )
