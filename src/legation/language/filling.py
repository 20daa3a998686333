"""The words that fill a slot: the noun of a relative pronoun, what is called so, what a quantity is of."""

from __future__ import annotations

from collections.abc import Iterator

from legation.language.called import meant
from legation.language.joining import preposition
from legation.language.parse import Parse
from legation.language.tables import frame_tables


def filling(parse: Parse, verb: int, child: int) -> Iterator[int]:
    """What a subject or object stands for, and where that is a quantity, of what: "hundreds of troops"."""
    word = antecedent(parse, verb, child)
    yield word
    yield from measured(parse, word)


def antecedent(parse: Parse, verb: int, child: int) -> int:
    """A relative pronoun's noun, and what is meant by "what it calls so"; else the word itself."""
    word, head = parse.words[child], parse.words[verb]
    relative = word.lower in frame_tables().relative and word.pos in ("PRON", "DET", "SCONJ")
    of_cleft = head.dep in ("advcl:relcl", "csubj", "parataxis") and _cleft(parse, head.head)
    behind = relative and (head.dep == "acl:relcl" or of_cleft)
    return _identified(parse, head.head) if behind else meant(parse, child)


def measured(parse: Parse, i: int) -> Iterator[int]:
    """What the quantity at word `i` is of: "two of its diplomats", "the first of 66 jets", "part of the debt"."""
    word = parse.words[i]
    if word.pos == "NUM" or word.lemma.lower() in frame_tables().portions:
        yield from (w for w in parse.children(i, "nmod") if w > i and preposition(parse, w)[0] == "of")


def _identified(parse: Parse, noun: int) -> int:
    """ "Hungary is the member that buys": the subject that a predicate noun describes."""
    if _cleft(parse, noun):
        return noun
    subject = next(iter(parse.children(noun, "nsubj")), None) if parse.children(noun, "cop") else None
    return noun if subject is None else subject


def _cleft(parse: Parse, noun: int) -> bool:
    """ "It was Peru that armed them": what the clause says is of the name."""
    subject = next(iter(parse.children(noun, "nsubj", "expl")), None)
    it = subject is not None and parse.words[subject].lower == "it"
    return it and parse.words[noun].pos == "PROPN" and bool(parse.children(noun, "cop"))
