"""What stands by a word that tells of stance: a denial, an obligation, a promise."""

from __future__ import annotations

from legation.language.parse import Parse
from legation.statements.tone import tone

DENYING = ("advmod", "det", "cc", "case")


def negated(parse: Parse, i: int) -> bool:
    """Whether "not" and the like stand by a word or by what it goes on with; "never better" is no denial."""
    if parse.words[i].tag in ("JJR", "RBR"):
        return False
    if found := [c for c in parse.children(i, *DENYING) if parse.words[c].lower in tone().negations]:
        widened = any(parse.words[c + 1].lower in tone().widening for c in found if c + 1 < len(parse.words))
        return not widened and not any(parse.words[c].tag == "JJR" for c in parse.children(i, "amod"))
    shared = any(parse.words[c].lower in tone().sharing for c in parse.children(i, "cc"))
    return shared and parse.words[i].dep == "conj" and negated(parse, parse.words[i].head)


def asked(parse: Parse, i: int) -> bool:
    """ "Should stop smearing", "must not attack": what another is asked to leave off, he does."""
    chain = [i, *list(parse.ancestors(i))[:2]]
    return any(parse.words[c].lower in tone().obliging for a in chain for c in parse.children(a, "aux"))


def promised(parse: Parse, i: int) -> bool:
    """Whether a verb tells what will or may be: "Sofia will donate tanks"."""
    return any(parse.words[c].tag == "MD" for c in parse.children(i, "aux"))
