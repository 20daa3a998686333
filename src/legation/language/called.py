"""What is spoken of by another name: "condemned what it called American piracy" is of the piracy."""

from __future__ import annotations

from legation.language.parse import Parse
from legation.language.tables import frame_tables


def meant(parse: Parse, i: int) -> int:
    """What "what" at word `i` is called in the clause behind it; any other word stands for itself."""
    if parse.words[i].lower != frame_tables().open_relative:
        return i
    clauses = (c for c in parse.children(i, "acl:relcl") if calls(parse, c))
    return next((w for c in clauses for w in _name(parse, c)), i)


def calls(parse: Parse, verb: int) -> bool:
    """Whether a verb gives the thing that "what" before it stands for a name: "what it called piracy"."""
    word = parse.words[verb]
    above = parse.words[word.head] if word.head >= 0 and word.dep == "acl:relcl" else None
    return above is not None and above.lower == frame_tables().open_relative and word.lemma in frame_tables().naming


def _name(parse: Parse, verb: int) -> list[int]:
    """The words under a verb of naming that may be the name: its complement, or what stands behind "as"."""
    nouns = [c for c in parse.children(verb, "xcomp", "obj", "ccomp", "obl") if c > verb and c not in parse.time_words]
    return [c for c in nouns if parse.words[c].pos in ("NOUN", "PROPN")]
