"""Lemmas: the lexicon's own, then lemminflect by part of speech, then the lower-cased word."""

from __future__ import annotations

from functools import lru_cache

from legation.language.tables import frame_tables

OPEN = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})


@lru_cache(maxsize=50_000)
def lemma(word: str, pos: str) -> str:
    """The lemma of a word form of the given UPOS tag.

    >>> lemma("told", "VERB"), lemma("talks", "NOUN"), lemma("Iran", "PROPN")
    ('tell', 'talk', 'Iran')
    """
    if pos == "PROPN":
        return word
    lower = word.lower()
    own = frame_tables().lemmas.get(pos, {}).get(lower)
    if own or pos not in OPEN:
        return own or lower
    if pos == "ADJ" and lower.endswith("ing"):  # a participle as adjective has no other form: no "leady"
        return lower
    from lemminflect import getLemma

    plain = lower.replace("’", "'")
    found = getLemma(plain, upos=pos)
    return str(found[0]) if found else lower
