"""Issues: the deals, disputes, measures and ways that noun phrases name, each in one normal form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import msgspec

from legation.language.contexts import CUT
from legation.language.parse import Parse, Word
from legation.lexicon import load, per_lexicon

BEFORE = frozenset({"amod", "compound", "nmod:poss", "nummod", "nmod:desc", "nmod"})
CLAUSES = frozenset({"acl", "acl:relcl", "appos", "parataxis", "conj", "cc", "punct"})
NOUNS = frozenset({"NOUN", "PROPN"})
LOOSE, JOINTS = (
    frozenset({"DET", "ADV", "SCONJ", "PRON"}),
    frozenset({"CCONJ", "PUNCT", "PART"}),
)  # beside a name, within
DETAIL = 7  # words of what stands behind a head
SHORT = 3  # letters of an acronym, at least
OPENS = frozenset({"(", "or", "as", "called"})


class Proper(msgspec.Struct, frozen=True):
    """A proper name and the other forms that mean the same."""

    name: str
    also: tuple[str, ...] = ()


class Issue(msgspec.Struct, frozen=True):
    """An entry of `lexicon/en/issues.yaml`."""

    id: str
    at: str
    heads: tuple[str, ...] = ()
    before: str = ""
    complement: tuple[str, ...] = ()
    named: bool = False
    alone: bool = False
    phrases: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    names: tuple[Proper, ...] = ()
    describes: tuple[str, ...] = ()


class Named(NamedTuple):
    """An issue at the words `first … last` (inclusive), in its normal form."""

    first: int
    last: int
    name: str


@per_lexicon
def _entries() -> tuple[Issue, ...]:
    return load("en/issues", tuple[Issue, ...])


@per_lexicon
def _heads() -> dict[str, tuple[Issue, ...]]:
    """Lemma of a head → its entries."""
    found: dict[str, tuple[Issue, ...]] = {}
    for entry in _entries():
        for head in entry.heads:
            found[head] = (*found.get(head, ()), entry)
    return found


@per_lexicon
def _describing() -> frozenset[str]:
    return frozenset(word for entry in _entries() for word in entry.describes)


@per_lexicon
def _written() -> dict[str, tuple[tuple[tuple[str, ...], str | None], ...]]:
    """First word, lower case → the phrases and names that begin with it, the longest first, and the names they bear.

    None where the phrase is itself the name, "" where it names no issue.
    """
    found: dict[str, dict[tuple[str, ...], str | None]] = defaultdict(dict)
    for entry in _entries():
        told = [*((p, None) for p in entry.phrases), *((p, "") for p in entry.but)]
        told += [(w, n.name) for n in entry.names for w in (n.name, *n.also)]
        for text, name in told:
            for form in {text, CUT.sub(r" \g<0> ", text)}:
                words = tuple(form.replace(",", " ,").split())
                found[words[0].lower()][words] = name
    return {first: tuple(sorted(own.items(), key=lambda p: -len(p[0]))) for first, own in found.items()}


class Issues:
    """The issues that a parse names, found once."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._found: dict[int, Named] | None = None

    def within(self, words: Iterable[int]) -> list[Named]:
        """Those whose last word is among some words, in the order of the text."""
        if self._found is None:
            self._found = {issue.last: issue for issue in self._every()}
        return [self._found[w] for w in words if w in self._found and self._found[w].name]

    def _every(self) -> Iterator[Named]:
        """From left to right, none within another; an acronym in brackets behind a name stands for it from there on."""
        parse, heads, written, short, at = self._parse, _heads(), _written(), dict[str, str](), 0
        for word in parse.words:
            known = word.lower in written or word.text in short or (word.pos in NOUNS and _lemma(word) in heads)
            if not known or word.i < at:
                continue
            issue = _listed(parse, word.i) or _named(parse, word.i)
            if issue is None and word.text in short:
                issue = Named(word.i, word.i, short[word.text])
            if issue is not None:
                at = issue.last + 1
            if issue is not None and issue.name:
                short.update((s, issue.name) for s in _acronyms(parse, issue))
                yield issue


def _lemma(word: Word) -> str:
    """The lemma; the tagger leaves names their plural: "Accords"."""
    lemma = word.lemma.lower()
    return lemma.removesuffix("s") if word.pos == "PROPN" else lemma


def _listed(parse: Parse, i: int) -> Named | None:
    """The longest listed phrase or name that begins at a word."""
    for told, name in _written().get(parse.words[i].lower, ()):
        words = parse.words[i : i + len(told)]
        if len(words) == len(told) and all(
            t == w.text if t != t.lower() else t in (w.lower, w.lemma) for t, w in zip(told, words, strict=True)
        ):
            return Named(i, words[-1].i, _text(parse, [w.i for w in words]) if name is None else name)
    return None


def _named(parse: Parse, head: int) -> Named | None:
    """The issue that a noun phrase names by the words before its head, else by what stands behind it."""
    word, within = parse.words[head], parse.words[head].head
    if word.dep == "compound" and within > head and parse.words[within].pos in NOUNS:
        return None
    for entry in _heads().get(_lemma(word), ()):
        before, behind = _before(parse, head, entry), _behind(parse, head, entry)
        if before or behind or entry.alone:
            words = [*before, head, *(behind if not before or _title(parse, head) else ())]
            return Named(words[0], words[-1], _text(parse, words))
    return None


def _before(parse: Parse, head: int, entry: Issue) -> list[int]:
    """The words before a head that tell which issue it is; empty where they only describe it, or tell whose it is."""
    kept = [c for c in parse.children(head) if c < head and parse.words[c].dep in BEFORE and _tells(parse, c)]
    telling = [c for c in kept if parse.words[c].dep != "nmod:poss" and _may_name(parse, c, entry)]
    if not telling:
        return []
    words = {w for c in kept for w in parse.subtree(c) if parse.words[w].pos not in LOOSE}
    opening = [w for w in words if parse.words[w].pos not in JOINTS and not _counts(parse, w)]
    if not opening:
        return []
    first = min(opening)
    joints = {w for w in range(first, head) if parse.words[w].text in ("-", "–")}
    return sorted(w for w in words | joints if w >= first)


def _counts(parse: Parse, i: int) -> bool:
    """A number that is not part of a word: "the 2000 treaty", but "the two-state solution"."""
    return parse.words[i].pos == "NUM" and parse.words[i + 1].text not in ("-", "–")


def _tells(parse: Parse, i: int) -> bool:
    """Whether a word before a head does more than describe, count or own it."""
    word, beside = parse.words[i], {parse.words[w].text for w in (i - 1, i + 1) if 0 <= w < len(parse.words)}
    if beside & {"-", "–"} or (word.text[0].isupper() and word.pos == "PROPN"):
        return True
    if word.dep in ("nmod:poss", "nummod", "nmod") or word.tag in ("JJR", "JJS", "VBN", "VBG", "CD"):
        return False
    return word.lower not in _describing() and word.pos in ("NOUN", "PROPN", "ADJ")


def _may_name(parse: Parse, i: int, entry: Issue) -> bool:
    word = parse.words[i]
    capital = word.text[0].isupper()
    if entry.before == "name":
        return capital
    return capital or word.pos != "ADJ" or not entry.before or any(parse.words[w].text == "-" for w in (i - 1, i + 1))


def _behind(parse: Parse, head: int, entry: Issue) -> list[int]:
    """A preposition right behind a head with what tells the issue; in a title only what is a name too."""
    for c in parse.children(head, "nmod"):
        case = next((k for k in parse.children(c, "case") if k == head + 1), None)
        if case is None or parse.words[c].pos not in NOUNS or c in parse.time_words:
            continue
        if parse.words[case].lower not in entry.complement and not (_title(parse, head) and _title(parse, c)):
            continue
        name = parse.words[c].pos == "PROPN" or parse.words[c].name != "O"
        if (entry.named or parse.words[case].lower == "in") and not name and parse.words[c].lemma not in _heads():
            continue
        return _run(parse, head, c)
    return []


def _run(parse: Parse, head: int, below: int) -> list[int]:
    """The words of a complement that follow each other, without clauses."""
    out = [below]
    for child in parse.children(below):
        if parse.words[child].dep not in CLAUSES:
            out.extend(parse.subtree(child))
    words, run = set(out), [head + 1]
    while run[-1] + 1 in words and len(run) < DETAIL:
        run.append(run[-1] + 1)
    return run if below in run else []


def _title(parse: Parse, i: int) -> bool:
    """Whether a word is written as part of a title."""
    return parse.words[i].text[0].isupper() and i != parse.sentences[parse.words[i].sentence].first


def _text(parse: Parse, words: list[int]) -> str:
    """Words as they stand, blanks between them as in the text; a capital that only begins the sentence is lowered."""
    first = parse.words[words[0]]
    begins = first.pos != "PROPN" and not first.text[1:].isupper() and not first.name.startswith("B")
    out = first.lower if begins and first.i == parse.sentences[first.sentence].first else first.text
    for before, w in pairwise(words):
        out += (" " if parse.words[w - 1].end < parse.words[w].start or w != before + 1 else "") + parse.words[w].text
    return out


def _acronyms(parse: Parse, issue: Named) -> Iterator[str]:
    """ "… Plan of Action (JCPOA)", "…, or NAFTA, …": the acronym that stands for the name before it."""
    behind = parse.words[issue.last + 1 : issue.last + 5]
    opening = next((n for n, w in enumerate(behind) if w.text in OPENS), None)
    if opening is not None and opening + 1 < len(behind):
        text = behind[opening + 1].text
        if text.isupper() and len(text) >= SHORT and issue.name[0].isupper() and text[0] == issue.name[0]:
            yield text
