"""How somebody stands to an office that they do not hold: "former president", "prime minister-designate"."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation.language.parse import Parse
from legation.lexicon import load, per_lexicon


class Standing(msgspec.Struct, frozen=True):
    """Words before an office, or behind it, and what the role is called then; `sector` where it is not the office's."""

    id: str
    role: str
    sector: str | None = None
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    at: str = ""


class _Roles(msgspec.Struct, frozen=True):
    standings: tuple[Standing, ...]


@per_lexicon
def _standings() -> dict[bool, dict[str, Standing]]:
    """Whether the word stands before the office → word → how one stands to it."""
    listed = load("en/roles", _Roles).standings
    return {True: {w: s for s in listed for w in s.before}, False: {w: s for s in listed for w in s.behind}}


def office_word(word: str) -> str:
    """A word of a title without what is glued before it.

    >>> office_word("ex-foreign"), office_word("policy-making")
    ('foreign', 'policy-making')
    """
    if "-" not in word:
        return word
    before, _, rest = word.partition("-")
    return rest if before in _standings()[True] else word


def standing(parse: Parse, first: int, last: int, phrase: Iterable[int]) -> Standing | None:
    """How the words of a phrase say one stands to the office at the words `first … last` (inclusive); None: in it."""
    before, behind = _standings()[True], _standings()[False]
    words = parse.words
    near = sorted({w for w in phrase if w <= last} | {w for w in (first - 1, first - 2) if _glued(parse, w, first)})
    whole = (before.get(words[w].lower) for w in near if w < first)
    prefix = (before.get(words[w].lower.partition("-")[0]) for w in near if "-" in words[w].lower.strip("-"))
    after = (behind.get(words[w].lower) for w in range(last + 1, min(last + 3, len(words))) if _follows(parse, last, w))
    return next((s for group in (whole, prefix, after) for s in group if s), None)


def _glued(parse: Parse, i: int, first: int) -> bool:
    """Whether word `i` is joined to the office by a hyphen: "then-President"."""
    return 0 <= i < first and all(parse.words[w].end == parse.words[w + 1].start for w in range(i, first))


def _follows(parse: Parse, last: int, i: int) -> bool:
    """Whether word `i` is joined behind the office: "president-elect", "president elect"."""
    hyphen = parse.words[last + 1].text in ("-", "–")
    return i == last + (2 if hyphen else 1)
