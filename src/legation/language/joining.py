"""How a phrase or a clause is joined to its predicate: prepositions, "to", the preposition of a gerund, "anti"."""

from __future__ import annotations

from legation.language.numbers import symbols, units
from legation.language.parse import Parse
from legation.language.tables import frame_tables

SUBJECTS = ("nsubj", "csubj")


def preposition(parse: Parse, i: int) -> tuple[str | None, int | None]:
    """The preposition of the phrase that word `i` heads, with its fixed parts ("ahead of"), and its word."""
    if not parse.children(i):
        return None, None
    cases = [c for c in parse.children(i, "case") if c < i]
    cases = cases or [c for c in parse.children(i, "advmod") if c < i and parse.children(c, "fixed")]
    # A preposition before a possessor ("between the two countries' presidents") is often hung on the possessor.
    cases = cases or [c for p in parse.children(i, "nmod:poss") for c in parse.children(p, "case") if c < p < i]
    if not cases:
        return None, None
    parts = [p for c in cases for p in sorted([c, *parse.children(c, "fixed")])]
    return " ".join(parse.words[p].lower for p in parts), cases[0]


def infinitive(parse: Parse, i: int) -> bool:
    """Whether "to" stands before the verb `i`."""
    return any(parse.words[c].lower == "to" for c in parse.children(i, "mark"))


def before_gerund(parse: Parse, i: int) -> str | None:
    """The preposition before a gerund: "for" in "for raising taxes"."""
    marks = [parse.words[m].lower for m in parse.children(i, "mark", "case") if m < i]
    return marks[0] if marks and parse.words[i].tag == "VBG" else None


def nearest_subject(parse: Parse, i: int, child: int) -> int:
    """Of two subjects before a verb the nearer: "a charge Pyongyang denies"."""
    return max((c for c in parse.children(i, *SUBJECTS) if c < i), default=child) if child < i else child


def resumed(parse: Parse, i: int) -> int:
    """The verb that a clause goes on from: its head, or the verb of saying that the tree's arc to it crosses.

    "'They were to blame,' Berg said, adding …": Berg adds it.
    """
    word = parse.words[i]
    if word.tag != "VBG" or word.lemma not in frame_tables().going_on or word.head > i:
        return word.head
    said = (*parse.ancestors(word.head), *parse.children(word.head, "parataxis"))
    between = [v for v in said if word.head < v < i and parse.words[v].pos == "VERB" and parse.children(v, *SUBJECTS)]
    return max(between, default=word.head)


def sided(parse: Parse, i: int) -> str | None:
    """Against or for whom a noun is, as a word before it says: "an anti-Japanese protest", "a pro-Peru march"."""
    before, word = [w.lower for w in parse.words[max(0, i - 2) : i]], parse.words[i].lower
    if word.startswith("anti") or "anti" in before:
        return "against"
    return "for" if word.startswith("pro-") or before[-1:] == ["pro-"] or before == ["pro", "-"] else None


def changes(parse: Parse, verb: int) -> bool:
    """ "makes the supplies useless": the verb says what becomes of its object, not that it is done."""
    return any(parse.words[c].pos == "ADJ" for c in parse.children(verb, "xcomp"))


def subject_as_root(parse: Parse, verb: int) -> bool:
    """Whether a long subject stands in the tree as the root above its verb: "Kim, president of the assembly, left"."""
    word, head = parse.words[verb], parse.words[parse.words[verb].head]
    if word.head < 0 or head.dep != "root" or head.pos != "PROPN" or head.i > verb:
        return False
    if infinitive(parse, verb):  # a heading: "Peru to send troops"
        return parse.words[head.i + 1].lower == "to"
    return (
        word.dep == "parataxis"
        and word.tag in ("VBD", "VBZ", "VBP")
        and not any(parse.words[w].text in (":", "-", "–", "—") for w in range(head.i, verb))
    )


def is_passive(parse: Parse, i: int) -> bool:
    """True for "was signed", "signed by", and participles that follow their noun."""
    word = parse.words[i]
    subject = word.tag != "VBD" and word.dep != "acl:relcl" and parse.children(i, "nsubj:pass", "csubj:pass")
    if parse.children(i, "aux:pass") or subject:
        return True
    if word.dep == "conj" and word.tag == "VBN" and not parse.children(i, "aux", "nsubj"):
        return is_passive(parse, word.head)
    return word.tag == "VBN" and word.dep in ("acl", "advcl", "amod") and not parse.children(i, "obj", "aux")


def relative_without_pronoun(parse: Parse, verb: int) -> bool:
    """Whether a relative clause has its own subject, no object and no pronoun: the noun above is its object."""
    word = parse.words[verb]
    if word.dep != "acl:relcl" or word.head > verb or parse.children(verb, "obj", "ccomp", "xcomp", "cop", "aux:pass"):
        return False
    below = parse.children(verb)
    behind = parse.words[verb + 1 : verb + 2]
    stranded = any(w.pos == "ADP" and w.head == verb and not parse.children(w.i) for w in behind)
    between = (w for w in parse.words[word.head + 1 : verb] if w.head in (verb, *below))
    pronoun = any(w.tag.startswith("W") for w in between)
    return not (stranded or pronoun) and any(parse.words[c].base == "nsubj" and c < verb for c in below)


def listed(parse: Parse, one: int, two: int) -> bool:
    """Whether two names stand side by side with a comma only, as headings have it: "Chad, Mali sign a deal"."""
    words = parse.words
    first = min(parse.phrase(two), default=two)
    names = words[one].pos == words[two].pos == "PROPN"
    return names and one < two and words[first - 1].text == "," and max(parse.phrase(one)) >= first - 2


def stranded(parse: Parse, verb: int) -> int | None:
    """The preposition right behind a verb whose noun stands elsewhere: "they were fired upon"."""
    behind = parse.words[verb + 1 : verb + 2]
    left = (w.i for w in behind if w.head == verb and w.pos == "ADP" and w.base != "compound")
    return next(left, None)


def paid_out(parse: Parse, noun: int) -> int | None:
    """The sum that is paid in what a noun names: "$" of "cut $1 billion in aid"."""
    word = parse.words[noun]
    if word.dep not in ("nmod", "obl") or word.head < 0 or preposition(parse, noun)[0] != "in":
        return None
    sums = [word.head] if word.dep == "nmod" else parse.children(word.head, "obj", "nsubj:pass")
    return next((s for s in sums if s < noun and sum_of_money(parse, s)), None)


def sum_of_money(parse: Parse, i: int) -> bool:
    """Whether a word heads a sum of money: "$1 billion", "20 million euros"."""
    word = parse.words[i]
    named = (unit.money for phrase, unit in units().get(word.lower, ()) if len(phrase) == 1)
    return word.text in symbols() or (any(named) and bool(parse.children(i, "nummod")))
