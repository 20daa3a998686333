"""Sentences of a raw text: spans with a kind, by rules; the words that the rules need are data.

Lines are first joined to paragraphs (hard-wrapped text is told from one paragraph a line), paragraphs are then cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Literal

import msgspec

from legation.records import Span

Kind = Literal["sentence", "heading", "caption", "bullet"]

LONGEST = 2000
HEADING_WORDS = 14
CLOSERS = "\"”’'»"
END = re.compile(
    r"(?:[.!?]+|…)(?:[\"”“’'»)\]]|\*{1,2}(?=\s))*(?:[^\S\n]?\[\d{1,3}(?: ?[-–,] ?\d{1,3})*\])*(?=\s)"
    r"|(?<=[^\W\d_][^\W\d_])[.!?](?=[A-Z][a-z]+\s)"
)
HEADING = re.compile(r"(?:#{1,6}[^\S\n]+|(?:\*\*|==+)[^\S\n]*(?=\S))(?P<text>[^\n]*?)[^\S\n]*(?:\*\*|==+|#+)?[^\S\n]*$")
BULLET = re.compile(r"(?:[-*•‣▪◦·–—●■►➢][^\S\n]+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)][^\S\n]+)(?=\S)")
WORD = re.compile(r"[^\s(\[\"“‘'«]+$")
NEXT = re.compile(r"\s*[\"“”‘’'«»(\[*_—–-]*\s*(\S)")
ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
OPENERS = ('"', "“", "‘")
NEXT_WORD = re.compile(r"\S")
FIRST = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FINAL = re.compile(r"[.!?…:;][\"”’'»)\]*]*$")
DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][^\n()–—]{1,60}?)?"
    r"\s*(?:,?\s*(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:, ?\d{4})?)?"
    r"\s*(?P<agency>\([^()\n]{2,40}\))?\s*(?:--?|–|—|:)(?=\s)\s*"
)


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence, heading, caption or bullet, without its marks; `cut` where it was cut for its length only."""

    span: Span
    kind: Kind
    cut: bool = False


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """The content of sentences.yaml."""

    title: frozenset[str]
    open: frozenset[str]
    number: frozenset[str]
    starters: frozenset[str]
    reporting: frozenset[str]
    caption: tuple[str, ...]
    dateline: frozenset[str]


@lru_cache(maxsize=1)
def marks() -> Marks:
    """The shipped lists of abbreviations, starters and the like."""
    data = resources.files("legation.lexicon").joinpath("data/en/sentences.json").read_bytes()
    return msgspec.json.decode(data, type=Marks)


def sentences(text: str, start: int = 0) -> tuple[SentenceSpan, ...]:
    """The sentences of a text from `start` on: ordered spans that don't overlap, and their kinds.

    >>> [each.span for each in sentences("Mr. Lavrov came. He left.")]
    [(0, 16), (17, 25)]
    """
    found: list[SentenceSpan] = []
    for first, last in paragraphs(text, start):
        found += _paragraph(text, first, last)
    return tuple(found)


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Paragraphs: blocks between blank lines, and single lines unless their block is hard-wrapped."""
    for first, last in _blocks(text, start):
        lines = _lines(text, first, last)
        wrapped, width = _wrapped(text, lines), max(end - begin for begin, end in lines)
        begin = lines[0][0]
        for here, following in zip(lines, [*lines[1:], None], strict=True):
            if following is None or _breaks(text, here, following, wrapped, width):
                yield begin, here[1]
                begin = following[0] if following else begin


def dateline(text: str) -> Span | None:
    """The dateline that opens a text ("MOSCOW, Dec 20 (Reuters) –"), with its dash.

    >>> dateline("MOSCOW, Dec 20 (Reuters) – Talks went on.")
    (0, 26)
    """
    match = DATELINE.match(text)
    if match is None or not match["place"]:
        return None
    place = match["place"].split(",")[0]
    agency = (match["agency"] or "").strip("()").lower()
    if not (agency in marks().dateline or (place.isupper() and not place.isdigit())):
        return None
    begin = match.start("place")
    return begin, len(text[: match.end()].rstrip())


def _blocks(text: str, start: int) -> Iterator[Span]:
    first, last, at = -1, start, start
    for line in text[start:].splitlines(keepends=True):
        if line.strip():
            first = at if first < 0 else first
            last = at + len(line.rstrip())
        elif first >= 0:
            yield first, last
            first = -1
        at += len(line)
    if first >= 0:
        yield first, last


def _lines(text: str, first: int, last: int) -> list[Span]:
    """The lines of a block, without space around."""
    lines = []
    at = first
    for line in text[first:last].splitlines(keepends=True):
        bare = line.strip()
        begin = at + len(line) - len(line.lstrip())
        if bare:
            lines.append((begin, begin + len(bare)))
        at += len(line)
    return lines


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether most breaks between lines stand in the middle of a sentence."""
    breaks = list(pairwise(lines))
    middle = sum(1 for here, after in breaks if text[after[0]].islower() or text[here[1] - 1] == ",")
    return middle * 4 >= len(breaks) > 0 and middle > 0 and max(end - begin for begin, end in lines) <= 200


def _breaks(text: str, here: Span, after: Span, wrapped: bool, width: int) -> bool:
    """Whether the break between two lines ends a paragraph."""
    if BULLET.match(text, *after) or HEADING.match(text, *after) or HEADING.match(text, *here):
        return True
    final = bool(FINAL.search(text[max(here[0], here[1] - 8) : here[1]]))
    if not wrapped:
        return final or not text[after[0]].islower()
    word = text[after[0] : after[1]].split(None, 1)[0]
    return final and (here[1] - here[0]) + len(word) + 1 < width * 0.85


def _paragraph(text: str, first: int, last: int) -> Iterator[SentenceSpan]:
    kind, first, last = _kind(text, first, last)
    if kind == "heading":
        yield from _bounded(text, first, last, kind)
        return
    spans = list(_cut(text, first, last))
    if len(spans) == 1 and kind == "sentence" and _is_heading(text[first:last]):
        kind = "heading"
    for begin, end in spans:
        yield from _bounded(text, begin, end, kind)


def _kind(text: str, first: int, last: int) -> tuple[Kind, int, int]:
    """What a paragraph is, and its bounds without the marks of a heading or a bullet."""
    marked = HEADING.match(text, first, last)
    if marked and marked["text"] and "**" not in marked["text"]:
        sentence = text[first] != "#" and FINAL.search(marked["text"])
        return "sentence" if sentence else "heading", *marked.span("text")
    bullet = BULLET.match(text, first, last)
    if bullet:
        return "bullet", bullet.end(), last
    if text[first : first + 20].lower().startswith(marks().caption):
        return "caption", first, last
    return "sentence", first, last


def _is_heading(line: str) -> bool:
    """A short paragraph that ends like no sentence."""
    return len(line) < 150 and len(line.split()) <= HEADING_WORDS and not re.search(r"[.!?…:;,][\"”’'»)\]]*$", line)


def _cut(text: str, first: int, last: int) -> Iterator[Span]:
    begin = first
    for match in END.finditer(text, first, last):
        if not _ends(text, begin, match, last):
            continue
        yield begin, match.end()
        following = NEXT_WORD.search(text, match.end(), last)
        begin = following.start() if following else last
    if begin < last:
        yield begin, last


def _ends(text: str, begin: int, match: re.Match[str], last: int) -> bool:
    """Whether these final marks end a sentence: by the word before and the word after."""
    following = NEXT.match(text, match.end(), last)
    if following is None:
        return False
    char = following[1]
    word = FIRST.match(text, following.start(1), last)
    next_word = word[0].lower() if word else ""
    if match.end() < last and not text[match.end()].isspace():
        return next_word in marks().starters
    if char.islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return not (match[0][-1] in CLOSERS and _reported(text, following.start(1), last))
    return match[0][-1] in CLOSERS or not _abbreviated(text, begin, match, char, next_word)


def _abbreviated(text: str, begin: int, match: re.Match[str], char: str, next_word: str) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a number of a list."""
    found = WORD.search(text, max(begin, match.start() - 30), match.start())
    word = found[0] if found else ""
    low, lists = word.lower().replace("’", "'"), marks()
    low = low.rsplit("-", 1)[-1] if low.rsplit("-", 1)[-1] in lists.open else low
    if low in lists.title:
        return True
    if low in lists.number:
        return char.isdigit()
    if low in lists.open or ACRONYM.fullmatch(word):
        return next_word not in lists.starters and text[match.end() :][:3].strip()[:1] not in OPENERS
    if len(word) == 1 and word.isupper():
        return next_word not in lists.starters
    return word.isdigit() and found is not None and found.start() == begin


def _reported(text: str, at: int, last: int) -> bool:
    """Whether a name and a word of reporting follow a quoted question: "Why?" Lavrov asked."""
    words = text[at : min(last, at + 60)].split()[1:4]
    return any(word.strip(".,;:").lower() in marks().reporting for word in words)


def _bounded(text: str, begin: int, end: int, kind: Kind) -> Iterator[SentenceSpan]:
    """The span, cut at white space where it is longer than any sentence."""
    while end - begin > LONGEST:
        space = max(text.rfind(mark, begin + 1, begin + LONGEST) for mark in " \n\t")
        stop = space if space > begin else begin + LONGEST
        piece = text[begin:stop].rstrip()
        if piece:
            yield SentenceSpan((begin, begin + len(piece)), kind, cut=True)
        rest = text[stop:end]
        begin = end - len(rest.lstrip())
    if begin < end:
        yield SentenceSpan((begin, end), kind)
