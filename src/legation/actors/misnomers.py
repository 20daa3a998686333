"""What bears the name of a state and is none: a river, a town elsewhere, a person, a firm, a team, a language."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from legation.actors.vocabulary import role_heads
from legation.language.names import NameSpan
from legation.language.parse import Parse
from legation.lexicon import load, per_lexicon
from legation.lexicon.entities import Entity, Name

PLACES = frozenset({"name", "capital", "place"})


class Misnomer(msgspec.Struct, frozen=True):
    """When a state's name is none: conditions as `lexicon/en/names.yaml` explains them; one is enough."""

    id: str
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    comma: frozenset[str] = frozenset()
    label: str | None = None
    verbs: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    at: str = ""


class _Makes(msgspec.Struct, frozen=True):
    things: frozenset[str]
    articles: frozenset[str]


class _Names(msgspec.Struct, frozen=True):
    misnomers: tuple[Misnomer, ...]
    makes: _Makes


@per_lexicon
def _rules() -> tuple[Misnomer, ...]:
    return load("en/names", _Names).misnomers


def made(parse: Parse, i: int) -> bool:
    """Whether a family name is that of a make: "Antonov planes", "a Sudanese Antonov"; not "a defiant Putin"."""
    makes = load("en/names", _Names).makes
    if _word(parse, i + 1, i).lower() in makes.things:
        return True
    counted = (c for c in parse.children(i, "det") if c < i and parse.words[c].lower in makes.articles)
    return any(all(w.text[:1].isupper() for w in parse.words[c + 1 : i]) for c in counted)


def misnomer(parse: Parse, first: int, last: int, name: Name, entity: Entity) -> Misnomer | None:
    """The rule by which the name at the words `first … last` is no state's; None where it is one, or none anyway."""
    if entity.kind != "country":
        return None
    checks: tuple[Callable[[Parse, int, int, Misnomer], bool], ...]
    checks = (_beside, _elsewhere, _within) if name.kind in PLACES else (_beside, _language, _called)
    return next((rule for rule in _rules() if any(check(parse, first, last, rule) for check in checks)), None)


def _word(parse: Parse, i: int, like: int) -> str:
    """Word `i`, where it is of the sentence of word `like`."""
    inside = 0 <= i < len(parse.words) and parse.words[i].sentence == parse.words[like].sentence
    return parse.words[i].text if inside else ""


def _beside(parse: Parse, first: int, last: int, rule: Misnomer) -> bool:
    one, two = _word(parse, last + 1, last), _word(parse, last + 2, last)
    return _word(parse, first - 1, first) in rule.before or one in rule.behind or f"{one} {two}" in rule.behind


def _elsewhere(parse: Parse, first: int, last: int, rule: Misnomer) -> bool:
    """ "Paris, Texas"; "Tbilisi, Georgia" is where it is, for a state lies in no province of its own name."""
    if not rule.comma or _word(parse, last + 1, last) != ",":
        return False
    one, two = (_word(parse, last + n, last) for n in (2, 3))
    return f"{one} {two}" in rule.comma or (one in rule.comma and _closed(parse, last + 3, last))


def _closed(parse: Parse, i: int, like: int) -> bool:
    """Whether the name of a place ends: "Athens, Georgia, hosted"; not "In Paris, Texas officials met"."""
    return _word(parse, i, like) in ("", ",", ".", ";", ")", ":")


def _within(parse: Parse, first: int, last: int, rule: Misnomer) -> bool:
    """Whether a longer name of the rule's kind, capitalised throughout and with no office, holds the name."""
    if rule.label is None or parse.sentences[parse.words[first].sentence].kind == "heading":
        return False
    names = [n for n in parse.names if n.label == rule.label and n.first <= last + 1 and first < n.last]
    for span in names:
        start, end = min(span.first, first), max(span.last if span.first <= last else 0, _whole(parse, span, last))
        words = parse.words[start:end]
        if end - start > last - first + 1 and all(w.text[:1].isupper() for w in words):
            return not any(w.lower in role_heads() for w in parse.words[start : end + 1])
    return False


def _called(parse: Parse, first: int, last: int, rule: Misnomer) -> bool:
    """Whether a person's name begins with the demonym: "Pak Jae Gyong"."""
    spans = (n for n in parse.names if n.label == rule.label == "PER" and n.first == first)
    return any(n.last > last + 1 and parse.words[first].pos == "PROPN" for n in spans)


def _whole(parse: Parse, span: NameSpan, last: int) -> int:
    """Where a name ends that the head of names has cut in two: "China" + "Mobile", "Ireland" + "Baldwin"."""
    if span.first == last + 1:  # the second part alone is labelled
        one, two = parse.words[last], parse.words[last + 1]
        return span.last if one.dep == two.dep == "nsubj" and one.head == two.head else last + 1
    joined = span.last == last + 1 and parse.words[last].dep == "compound" and parse.words[last].head == last + 1
    return last + 2 if joined and parse.words[last + 1].pos == "PROPN" else last + 1


def _language(parse: Parse, first: int, last: int, rule: Misnomer) -> bool:
    """A demonym alone as what is spoken or learned, or what something is said in."""
    word = parse.words[last]
    if not (rule.verbs or rule.cases) or word.tag.endswith("S") or parse.children(last, "det"):
        return False
    if any(parse.words[last].head == w.i and w.pos in ("NOUN", "PROPN") for w in parse.words[last + 1 : last + 3]):
        return False
    head = word.head if word.dep != "conj" else parse.words[word.head].head
    dep = word.dep if word.dep != "conj" else parse.words[word.head].dep
    spoken = dep in ("obj", "nsubj:pass") and head >= 0 and parse.words[head].lemma in rule.verbs
    return spoken or any(parse.words[c].lower in rule.cases for c in parse.children(last, "case"))
