"""Lemmas: the lexicon's own, then lemminflect by part of speech, then the lower-cased word."""

from __future__ import annotations

from functools import lru_cache

from legation.language.tables import frame_tables

OPEN = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})


def lemma(word: str, pos: str) -> str:
    """The lemma of a word form of the given UPOS tag.

    >>> lemma("told", "VERB"), lemma("talks", "NOUN"), lemma("Iran", "PROPN")
    ('tell', 'talk', 'Iran')
    """
    if pos == "PROPN":
        return word
    lower = word.lower()
    return frame_tables().lemmas.get(pos, {}).get(lower) or _general(lower, pos)


@lru_cache(maxsize=50_000)
def _general(lower: str, pos: str) -> str:
    # a participle as adjective has no other form: no "leady"
    if pos not in OPEN or (pos == "ADJ" and lower.endswith("ing")):
        return lower
    from lemminflect import getLemma

    found = getLemma(lower.replace("’", "'"), upos=pos)
    return str(found[0]) if found else lower
