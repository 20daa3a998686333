"""Phrases of rules: words in a row with alternatives and gaps, found in the words of a sentence.

"at the highest level"            these words, by form or lemma
"on a|an|the ...3 trend|path"     alternatives; up to three words between
"?ever"                           a word that may be left out
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.claims.rules import ClaimRule, rules
from legation.language.parse import Parse, Sentence, Word
from legation.lexicon import per_lexicon


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of a phrase: accepted words, or a gap of up to `gap` words."""

    words: frozenset[str]
    gap: int = 0
    optional: bool = False

    def takes(self, word: Word) -> bool:
        return word.lower in self.words or word.lemma.lower() in self.words


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A phrase of a rule at the words `first … last` (inclusive)."""

    rule: ClaimRule
    first: int
    last: int

    def anchor(self, parse: Parse) -> int:
        """The word of the phrase that hangs outside it."""
        inside = range(self.first, self.last + 1)
        return next((i for i in inside if parse.words[i].head not in inside), self.last)


def compiled(text: str) -> tuple[Piece, ...]:
    """A phrase as pieces.

    >>> [(sorted(p.words), p.gap, p.optional) for p in compiled("the ...2 path|slope ?now")]
    [(['the'], 0, False), ([], 2, False), (['path', 'slope'], 0, False), (['now'], 0, True)]
    """
    return tuple(_piece(part) for part in text.split())


def _piece(part: str) -> Piece:
    if part.startswith("..."):
        return Piece(frozenset(), gap=int(part[3:] or 4))
    optional = part.startswith("?")
    return Piece(frozenset(part.removeprefix("?").split("|")), optional=optional)


@per_lexicon
def _index() -> dict[str, tuple[tuple[ClaimRule, tuple[Piece, ...], frozenset[str]], ...]]:
    """First word → the phrases that may begin with it, and words of which a sentence must have one: their last."""
    index: dict[str, list[tuple[ClaimRule, tuple[Piece, ...], frozenset[str]]]] = {}
    for rule in rules():
        for pieces in map(compiled, rule.phrase):
            needed = next(p.words for p in reversed(pieces) if p.words and not p.optional)
            for word in pieces[0].words:
                index.setdefault(word, []).append((rule, pieces, needed))
    return {word: tuple(found) for word, found in index.items()}


def phrases(parse: Parse, sentence: Sentence) -> Iterator[PhraseMatch]:
    """The phrases of rules in a sentence; per rule and place the longest."""
    words, index = parse.words[sentence.first : sentence.last], _index()
    forms = [{word.lower, word.lemma.lower()} for word in words]
    there = set().union(*forms)
    for at, word in enumerate(words):
        best: dict[str, PhraseMatch] = {}
        for form in forms[at]:
            for rule, pieces, needed in index.get(form, ()):
                stop = None if needed.isdisjoint(there) else match(words, at, pieces)
                if stop is not None and (rule.id not in best or best[rule.id].last < word.i + stop - at - 1):
                    best[rule.id] = PhraseMatch(rule, word.i, word.i + stop - at - 1)
        yield from best.values()


def match(words: Sequence[Word], at: int, pieces: Sequence[Piece]) -> int | None:
    """The place behind the phrase that begins at `at`, or None."""
    if not pieces:
        return at
    piece, rest = pieces[0], pieces[1:]
    if piece.gap:
        return next((stop for n in range(piece.gap + 1) if (stop := match(words, at + n, rest)) is not None), None)
    if at < len(words) and piece.takes(words[at]) and (stop := match(words, at + 1, rest)) is not None:
        return stop
    return match(words, at, rest) if piece.optional else None
