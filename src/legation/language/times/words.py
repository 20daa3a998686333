"""A text as words: positions, and one character per word for the patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from legation.language.times.grammar import BREAK, COMPACT, DOTTED, NUMBERS, UNKNOWN, Grammar

LEX = re.compile(
    r"(?P<half>[HhQq][1-4]\b|FY(?=\d))|(?P<word>[^\W\d_]+(?:\d\w*)?)|(?P<number>\d+(?:[.,:]\d+)*[^\W\d_]*)"
    r"|(?P<s>['’][sS]\b)|(?P<gap>\n[ \t\r]*\n\s*)|(?P<mark>[^\s\w])"
)
DASHES = str.maketrans("‐‑‒–—−", "------")
LONGEST = 40


@dataclass(slots=True)
class Token:
    """A word, or what a rule made of several; `value` is a number, a word of the lexicon, or a node."""

    start: int
    end: int
    char: str
    value: object
    first: int
    last: int


@dataclass(slots=True)
class Words:
    """The words of a text; `runs` are the stretches of known words that hold a trigger."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    chars: list[str] = field(default_factory=list)

    def word(self, index: int) -> str:
        """The word at an index, lower case; empty beyond the ends and at a paragraph's end."""
        if not 0 <= index < len(self.starts) or self.chars[index] == BREAK:
            return ""
        return self.text[self.starts[index] : self.ends[index]].lower().translate(DASHES)

    def capital(self, index: int) -> bool:
        """Whether the word at an index begins with a capital."""
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()

    def tokens(self, first: int, last: int) -> list[Token]:
        """The words `first`…`last` (exclusive) as tokens."""
        return [Token(self.starts[i], self.ends[i], self.chars[i], self._value(i), i, i) for i in range(first, last)]

    def _value(self, index: int) -> object:
        word = self.word(index)
        if self.chars[index] in NUMBER_CHARS:
            whole = self.chars[index] in (DOTTED["#dotted"], COMPACT["#compact"])
            return word if whole else int(re.match(r"\d+", word)[0])  # type: ignore[index]
        return word


NUMBER_CHARS = frozenset([*NUMBERS.values(), *DOTTED.values(), *COMPACT.values()])


def read(text: str, grammar: Grammar) -> Words:
    """One pass over the text: each word gets its character, unknown words all the same one."""
    words = Words(text)
    chars, cased, dotted = grammar.chars, grammar.cased, grammar.dotted
    for match in LEX.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "word":
            low = text[start:end].lower()
            char = chars.get(low, UNKNOWN)
            if low in dotted and text[end : end + 1] == ".":
                char, end = chars[low + "."], end + 1
            if char != UNKNOWN and low in cased and not text[start].isupper():
                char = UNKNOWN
        elif kind == "number":
            char = number(match[0])
        elif kind == "gap":
            char = BREAK
        else:
            if words.ends and words.ends[-1] > start:
                continue
            char = chars.get(match[0].translate(DASHES).replace("’", "'").lower(), UNKNOWN)
        words.starts.append(start)
        words.ends.append(end)
        words.chars.append(char)
    return words


def number(form: str) -> str:
    """The character of a number's form."""
    if form.isdigit() and form.isascii():
        return digits(form)
    if form[-2:] in ("st", "nd", "rd", "th"):
        return NUMBERS["#ordinal"] if form[:-2].isdigit() and 1 <= int(form[:-2][:4]) <= 31 else UNKNOWN
    if re.fullmatch(r"(?:1[0-9]|20)?\d0s", form):
        return NUMBERS["#decade" if len(form) == 5 else "#short"]
    if re.fullmatch(r"[0-3]?\d\.[01]?\d\.(?:19|20)\d\d", form):
        return DOTTED["#dotted"]
    return UNKNOWN


def digits(form: str) -> str:
    """The character of a plain number."""
    if len(form) == 4:
        value = int(form)
        return NUMBERS["#year"] if 1800 <= value <= 2100 else NUMBERS["#old"] if 1000 <= value <= 2199 else UNKNOWN
    if len(form) > 3:
        return COMPACT["#compact"] if len(form) == 8 and form[:2] in ("19", "20") else UNKNOWN
    value = int(form)
    if 1 <= value <= 12:
        return NUMBERS["#small"]
    return NUMBERS["#day"] if 13 <= value <= 31 else NUMBERS["#count"]
