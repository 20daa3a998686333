"""Clauses that "it" stands for, where the tree takes them for relative ones: "It is a lie that we attacked Burundi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from legation.language.parse import Word

WITHIN = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})


def unfolded(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, such clauses as what the noun says (`acl`) and their "that" as a `mark`."""
    expected = {w.head for w in words if w.dep == "expl"}
    clauses = [w for w in words if w.dep == "acl:relcl" and w.head in expected and w.pos == "VERB"]
    moved = {w.i: w for clause in clauses for w in _whole(words, clause)}
    return tuple(moved.get(word.i, word) for word in words) if moved else tuple(words)


def _whole(words: Sequence[Word], clause: Word) -> Iterator[Word]:
    """The clause and its "that", where "that" has no place in it; of "the treaty that Mali signed" it is the object."""
    that = words[clause.head + 1]
    if that.head == clause.i and that.tag in ("IN", "WDT") and that.dep not in WITHIN:
        yield replace(clause, dep="acl")
        yield replace(that, dep="mark")
