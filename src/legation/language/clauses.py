"""Clauses that the tree hangs wrongly: "It is a lie that we attacked Burundi", "the two believe trade will grow"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from legation.language.parse import Word

WITHIN = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
JOINED = frozenset({"cc", "punct", "mark"})
CLAUSES = frozenset({"ccomp", "obj"})


def rehung(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, such clauses as what the noun or the verb before them says: `acl` and `ccomp`."""
    moved = {w.i: w for w in (*_unfolded(words), *_believed(words))}
    return tuple(moved.get(word.i, word) for word in words) if moved else tuple(words)


def _unfolded(words: Sequence[Word]) -> Iterator[Word]:
    """What "it" stands for, taken for a relative clause; of "it is the treaty that Mali signed" that is the object."""
    expected = {w.head for w in words if w.dep == "expl"}
    relative = (w for w in words if w.dep == "acl:relcl" and w.head in expected and w.head < w.i)
    for clause in (w for w in relative if w.pos == "VERB"):
        that = words[clause.head + 1]
        if that.head == clause.i and that.tag in ("IN", "WDT") and that.dep not in WITHIN:
            yield replace(clause, dep="acl")
            yield replace(that, dep="mark")


def _believed(words: Sequence[Word]) -> Iterator[Word]:
    """A clause with a subject of its own that nothing joins to the one before: what the last verb joined there says."""
    for clause in (w for w in words if w.dep == "conj" and w.pos in ("VERB", "AUX")):
        below = [w for w in words[clause.head : clause.i] if w.head == clause.i]
        if not any(w.base == "nsubj" for w in below) or any(w.dep in JOINED for w in below):
            continue
        verbs = [w for w in words[clause.head : below[0].i] if w.head == clause.head and w.dep == "conj"]
        if verbs and verbs[-1].pos == "VERB" and not _has_object(words, verbs[-1], clause.i):
            yield replace(clause, head=verbs[-1].i, dep="ccomp")


def _has_object(words: Sequence[Word], verb: Word, end: int) -> bool:
    return any(w.head == verb.i and w.dep in CLAUSES for w in words[verb.i : end])
