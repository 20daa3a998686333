"""A statement's source and content as annotators mark them: the phrase as written, with "that" and clauses."""

from __future__ import annotations

from collections.abc import Sequence

from legation.language import Parse
from legation.records import Span, Statement

PHRASE = frozenset(
    {"det", "amod", "compound", "flat", "nmod", "nmod:poss", "nmod:desc", "nummod", "det:predet", "appos", "case"}
)
CLAUSES = frozenset({"acl", "acl:relcl"})
RELATIVES = frozenset({"who", "which", "that"})


def joined(parsed: Parse, start: int) -> int:
    """Where a piece of content starts with the "that" before it, which PolNeAR counts in."""
    before = parsed.words_in((start, start + 1)).start - 1
    return parsed.words[before].start if before >= 0 and parsed.words[before].lower == "that" else start


def sources(parsed: Parse, statement: Statement) -> list[Span]:
    """The speakers' phrases; those joined by "and" are one."""
    if statement.cue and (pronoun := _relative(parsed, statement.cue.span)) is not None:
        return [parsed.span((pronoun,))]
    own = set(parsed.words_in(statement.cue.span)) if statement.cue else set()
    joint: list[Span] = []
    for start, end in sorted({whole(parsed, ref.span, own) for ref in statement.speakers}):
        if joint and parsed.text[joint[-1][1] : start].strip(" ,") in ("", "and"):
            joint[-1] = (joint[-1][0], end)
        else:
            joint.append((start, end))
    return joint


def _relative(parsed: Parse, cue: Span) -> int | None:
    """The relative pronoun that is the subject of a cue: "officials, who said that …"."""
    verb = next((i for i in parsed.words_in(cue) if parsed.words[i].pos == "VERB"), None)
    if verb is None:
        return None
    subjects = parsed.children(verb, "nsubj")
    return next((s for s in subjects if parsed.words[s].lower in RELATIVES and parsed.words[s].pos == "PRON"), None)


def whole(parsed: Parse, span: Span, cue: set[int]) -> Span:
    """The noun phrase that a mention heads, with the clauses after its head that do not hold the cue."""
    words = set(parsed.words_in(span))
    if not words:
        return span
    head = next((w for w in words if parsed.words[w].head not in words), min(words))
    below = {
        w
        for c in parsed.children(head)
        if _of_phrase(parsed, c, head) and not _aside(parsed, c)
        for w in _subtree(parsed, c, cue)
    }
    found = words | {w for w in below if w < head or parsed.words[w].pos != "PUNCT"}
    opening = min(found)
    return parsed.span(found - {opening} if parsed.words[opening].dep == "case" and len(found) > 1 else found)


def _of_phrase(parsed: Parse, i: int, head: int) -> bool:
    """A part of the phrase: what stands in it, "not" and "only" before its head, clauses behind that."""
    dep = parsed.words[i].dep
    return dep in PHRASE or (dep in CLAUSES and i > head) or (dep == "advmod" and i == head - 1)


def _aside(parsed: Parse, i: int) -> bool:
    """A time, or a clause set off by a comma: "The Times on Saturday", "the president, speaking to voters"."""
    if parsed.words[i].dep in CLAUSES:
        first = min(w for w in (i, *parsed.subtree(i)) if parsed.words[w].pos != "PUNCT")
        return parsed.words[first - 1].text == "," and parsed.words[i].dep == "acl"
    return i in parsed.time_words


def _subtree(parsed: Parse, i: int, cue: set[int]) -> Sequence[int]:
    words = tuple(parsed.subtree(i))
    return () if cue & set(words) else words
