"""Paragraphs of a raw text: hard-wrapped lines joined, headings and bullets apart; linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from legation.records import Span

WIDEST = 200  # a wrapped line is no longer than this
SHORT = 0.85  # a line of a wrapped block that ends this much before the widest one ends its paragraph
HEADING = re.compile(r"#{1,6}[^\S\n]+|(?:\*\*|==+)[^\S\n]*(?=\S)")
HEADING_END = re.compile(r"(?:\*\*|==+|#+)$")
BULLET = re.compile(r"(?:[-*•‣▪◦·–—●■►➢][^\S\n]+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)][^\S\n]+)(?=\S)")
FINAL = re.compile(r"[.!?…:;][\"”’'»)\]*]*$")


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Paragraphs from `start` on: blocks between blank lines, and single lines unless their block is hard-wrapped.

    >>> list(paragraphs("Talks\\n\\nIran met\\nRussia."))
    [(0, 5), (7, 15), (16, 23)]
    """
    for lines in _blocks(text, start):
        wrapped, width = _wrapped(text, lines), max(end - begin for begin, end in lines)
        begin = lines[0][0]
        for here, following in pairwise([*lines, None]):
            if here and (following is None or _breaks(text, here, following, wrapped, width)):
                yield begin, here[1]
                begin = following[0] if following else begin


def heading(text: str, first: int, last: int) -> Span | None:
    """The words of a line that is marked as a heading (`# Talks`, `**Talks**`, `== Talks ==`), None where it is not.

    >>> heading("## Talks ##", 0, 11)
    (3, 8)
    """
    opening = HEADING.match(text, first, last)
    if opening is None or text.find("\n", first, last) >= 0:
        return None
    begin = opening.end()
    bare = text[begin:last].rstrip()
    return begin, begin + len(HEADING_END.sub("", bare[-80:]).rstrip()) + max(0, len(bare) - 80)


def bullet(text: str, first: int, last: int) -> int | None:
    """Where the words of a bullet or numbered item begin, None for a line that is none.

    >>> bullet("- Trade", 0, 7), bullet("Trade", 0, 5)
    (2, None)
    """
    found = BULLET.match(text, first, last)
    return found.end() if found else None


def _blocks(text: str, start: int) -> Iterator[list[Span]]:
    """The lines of each block between blank lines, without the space around them."""
    lines: list[Span] = []
    at = start
    for line in text[start:].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            begin = at + len(line) - len(line.lstrip())
            lines.append((begin, begin + len(bare)))
        elif lines:
            yield lines
            lines = []
        at += len(line)
    if lines:
        yield lines


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether most breaks between lines stand in the middle of a sentence."""
    breaks = list(pairwise(lines))
    middle = sum(1 for here, after in breaks if text[after[0]].islower() or text[here[1] - 1] == ",")
    return middle * 4 >= len(breaks) > 0 and middle > 0 and max(end - begin for begin, end in lines) <= WIDEST


def _breaks(text: str, here: Span, after: Span, wrapped: bool, width: int) -> bool:
    """Whether the break between two lines ends a paragraph."""
    if bullet(text, *after) or heading(text, *after) or heading(text, *here):
        return True
    final = bool(FINAL.search(text[max(here[0], here[1] - 8) : here[1]]))
    low = text[after[0]].islower()
    if not wrapped:
        return final or not low
    word = text[after[0] : min(after[1], after[0] + WIDEST)].split(None, 1)[0]
    ended = final or (not low and text[here[1] - 1] != ",")
    return ended and (here[1] - here[0]) + len(word) + 1 < width * SHORT
