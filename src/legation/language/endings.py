"""Where a sentence ends within its paragraph, by its marks and by the words before and behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from legation.lexicon import load, per_lexicon
from legation.records import Span

CLOSERS = "\"”’'»"
OPENERS = ('"', "“", "‘")
# Final marks with the closing marks and note numbers behind them; a full stop glued to a capital ("Moscow.He") counts.
# The look-behind keeps a run of marks from being tried again from each of its marks.
END = (
    r"(?:(?<![.!?])[.!?]+|(?<!…)…+)(?:[\"”“’'»)\]]|\*{1,2}(?=\s))*[¹²³⁴-⁹]*"
    r"(?:[^\S\n]?\[\d{1,3}(?: ?[-–,] ?\d{1,3})*\])*(?!\S)"
    r"|(?<=[^\W\d_][^\W\d_])[.!?](?=[A-Z][a-z]+\s)"
)
WORD = re.compile(r"[^\s(\[\"“‘'«]+$")
NEXT = re.compile(r"\s*[\"“”‘’'«»(\[*_—–-]*\s*(\S)")
ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
FIRST = re.compile(r"[^\W_]{1,40}(?:['’-][^\W_]{1,40}){0,3}")
INNER_CAPITAL = re.compile(r"[a-z]{1,3}[A-Z]")
SIGNED = re.compile(r"[^\S\n]*[-–—][^\S\n]*(?=[A-Z])")
SIGNATURE_WORDS = 6
LOOK = 60  # characters that a word of reporting may stand behind a quotation


class Entry(msgspec.Struct, frozen=True):
    """One list of `lexicon/en/sentences.yaml`."""

    id: str
    words: tuple[str, ...]


@per_lexicon
def words() -> dict[str, frozenset[str]]:
    """The lists of `sentences.yaml` by the last part of their id."""
    return {e.id.rsplit(".", 1)[-1]: frozenset(e.words) for e in load("en/sentences", tuple[Entry, ...])}


def cut(text: str, first: int, last: int) -> Iterator[Span]:
    """The sentences of a paragraph: spans that begin and end with what is no space.

    >>> list(cut("Mr. Lavrov came. He left.", 0, 25))
    [(0, 16), (17, 25)]
    """
    begin = first
    for match in _boundaries().finditer(text, first, last):
        if match.end() > begin and (not match[0] or _ends(text, begin, match, last)):
            yield begin, match.end()
            begin = _word(text, match.end(), last)
    if begin < last:
        yield begin, last


def _word(text: str, at: int, last: int) -> int:
    """Where the next word begins."""
    while at < last and text[at].isspace():
        at += 1
    return at


@per_lexicon
def _boundaries() -> re.Pattern[str]:
    """Final marks; and, matching nothing, the place behind a word where the break of a line was lost."""
    credits = "|".join(sorted((w.capitalize() for w in words()["credit"]), key=len, reverse=True))
    capitals = "|".join(w.capitalize() for w in words()["capital"])
    lost = rf"(?<=[^\s.!?:;,(\[\"“'‘])(?=\s+(?:{credits}): [A-Z@])|(?<=[^\W\d_][^\W\d_])(?=\s(?:{capitals})\s[a-z])"
    return re.compile(f"{END}|{lost}")


def _ends(text: str, begin: int, match: re.Match[str], last: int) -> bool:
    """Whether these final marks end a sentence: by the word before and the word after."""
    following = NEXT.match(text, match.end(), last)
    if following is None:
        return False
    char = following[1]
    word = FIRST.match(text, following.start(1), last)
    next_word = word[0].lower().replace("’", "'") if word else ""
    if word and text[word.end() : word.end() + 1] == ":" and next_word in words()["credit"]:
        return True
    if match.end() < last and not text[match.end()].isspace():
        return next_word in words()["starters"]
    if (char.islower() and not INNER_CAPITAL.match(text, following.start(1))) or _signed(text, match.end(), last):
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return not (match[0][-1] in CLOSERS and _reported(text, following.start(1), last))
    return match[0][-1] in CLOSERS or not _abbreviated(text, begin, match, char, next_word)


def _signed(text: str, at: int, last: int) -> bool:
    """Whether only a name behind a dash is left: the one who said the quotation of a pull quote."""
    dash = SIGNED.match(text, at, last)
    if dash is None or last - at > SIGNATURE_WORDS * 20:
        return False
    rest = text[dash.end() : last]
    return len(rest.split()) <= SIGNATURE_WORDS and rest[-1] not in ".!?"


def _abbreviated(text: str, begin: int, match: re.Match[str], char: str, next_word: str) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a number of a list."""
    found = WORD.search(text, max(begin, match.start() - 30), match.start())
    word = found[0] if found else ""
    low, lists = word.lower().replace("’", "'"), words()
    low = low.rsplit("-", 1)[-1] if low.rsplit("-", 1)[-1] in lists["open"] else low
    if low in lists["title"]:
        return True
    if low in lists["number"]:
        return char.isdigit()
    starts = next_word in lists["starters"]
    if low in lists["open"] or ACRONYM.fullmatch(word):
        return not starts and text[match.end() :][:3].strip()[:1] not in OPENERS
    if len(word) == 1 and word.isalpha() and text[match.start() - 2] not in "'’":  # not the "t" of "didn't"
        return not starts
    return found is not None and word.replace(".", "").isdigit() and _counted(text, begin, found.start())


def _counted(text: str, begin: int, at: int) -> bool:
    """Whether a number opens its paragraph, alone or behind "Figure" or its like."""
    before = text[begin : min(at, begin + 20)].strip().lower()
    return at - begin <= 20 and (not before or before in words()["numbered"])


def _reported(text: str, at: int, last: int) -> bool:
    """Whether a name and a word of reporting follow a quoted question: "Why?" Lavrov asked."""
    following = text[at : min(last, at + LOOK)].split()[1:4]
    return any(word.strip(".,;:").lower() in words()["reporting"] for word in following)
