"""Counts of contacts: "the third visit", "met five times", "for the second time"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from legation.claims.draft import Draft
from legation.claims.joins import joins
from legation.claims.measures import Found, names
from legation.claims.rules import ClaimRule, rules
from legation.claims.source import Source
from legation.language.numbers import numbers, ordinal
from legation.language.quantities import Quantity, bound_before, occurrences
from legation.lexicon import per_lexicon

ORDINAL_DEPS = frozenset({"amod", "nummod", "compound", "nmod:desc", "advmod", "dep"})


def counts(source: Source, taken: set[int]) -> Iterator[Draft]:
    """Drafts of ordinals before a contact and of "times" behind a verb; quantities in `taken` have a claim already."""
    often, parse = _often(), source.parse
    for sentence in parse.sentences:
        for word in parse.words[sentence.first : sentence.last] if sentence.parsed else ():
            if word.dep in ORDINAL_DEPS:
                yield from _ordinal(source, word.i)
            if word.lower in often or word.i in source.numbered:
                yield from _repeated(source, word.i, taken)


def _rule(which: str) -> Iterator[ClaimRule]:
    return (rule for rule in rules() if rule.kind == "count" and which in rule.having)


def _ordinal(source: Source, i: int) -> Iterator[Draft]:
    """ "Zarif's third visit", "the 3th round of talks", "the second such meeting"."""
    parse = source.parse
    word = parse.words[i]
    if word.head < i or i in source.timed:
        return
    number = ordinal(word.text)
    if number is None:
        return
    if word.text[0].isupper() and word.i > source.parse.sentences[word.sentence].first:
        return  # "the Fourth Geneva Convention"
    found = source.measures.at(word.head)
    if found is None or found.sort != "contact":
        return
    for rule in _rule("ordinal"):
        yield _draft(source, rule, word.head, (i, *found.words), found, number)
        return


def _repeated(source: Source, i: int, taken: set[int]) -> Iterator[Draft]:
    """ "met five times", "visited Moscow twice", "spoke for the third time"."""
    parse = source.parse
    often, words = _times(source, i, taken)
    if often is None:
        return
    verb = next((a for a in parse.ancestors(i) if parse.words[a].pos == "VERB"), None)
    if verb is None or parse.words[verb].sentence != parse.words[i].sentence:
        return
    for rule in _rule("times"):
        if source.frames.lemma(verb) in rule.verb and not source.unmet(_plain(rule), verb, words):
            name = rule.name or parse.words[verb].lemma
            yield _draft(source, rule, verb, (verb, *words), Found(name, verb, (verb,), names().get(name)), often)
            return


def _plain(rule: ClaimRule) -> ClaimRule:
    """The rule's other conditions."""
    return replace(rule, having={k: v for k, v in rule.having.items() if k not in ("times", "ordinal")})


def _times(source: Source, i: int, taken: set[int]) -> tuple[float | None, tuple[int, ...]]:
    """How often, and the words that say it."""
    parse, word = source.parse, source.parse.words[i]
    quantity = source.numbered.get(i)
    compares = i + 1 < len(parse.words) and parse.words[i + 1].lower in joins().factor
    if word.lower in joins().occasion and (counted := _counting(source, i)):
        return counted.value, (*counted.words, i)
    if quantity is not None and quantity.unit == "times" and quantity.head not in taken and i == quantity.words[-1]:
        return (None, ()) if compares else (quantity.value, quantity.words)
    once = word.head > i and occurrences(parse, i) == 1  # "he once called it a club"
    if (often := occurrences(parse, i)) and word.base in ("advmod", "obl") and not compares and not once:
        return float(often), (i,)
    which = [c for c in parse.children(i, "amod") if ordinal(parse.words[c].text)] if word.lower in joins().time else []
    return (float(ordinal(parse.words[which[0]].text) or 0), (*which, i)) if which else (None, ())


@per_lexicon
def _often() -> frozenset[str]:
    """The words that may say how often without a number beside them, or behind one that is no quantity."""
    return joins().occasion | joins().time | numbers().times.keys()


def _counting(source: Source, i: int) -> Quantity | None:
    """The number of a noun."""
    return next((q for c in source.parse.children(i, "nummod") if (q := source.numbered.get(c))), None)


def _draft(source: Source, rule: ClaimRule, anchor: int, words: tuple[int, ...], found: Found, value: float) -> Draft:
    quantity = next((source.numbered[w] for w in words if w in source.numbered), None)
    bound = quantity.bound if quantity else bound_before(source.parse, words[1]) if len(words) > 1 else "exact"
    return Draft(rule, "count", anchor, tuple(sorted(set(words))), found, None, float(value), "count", bound, quantity)
