"""Quotation marks of a raw text, paired to spans; never raises, linear in the number of marks.

A double mark that is never closed runs to the end of its paragraph; a paragraph that then opens with the same mark goes
on with the same quotation (`group`). A single mark needs its partner: without one it is an apostrophe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from legation.language.paragraphs import paragraphs
from legation.records import Span

MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚'＂]")
# Which marks may close what a mark opened.
CLOSERS = {
    '"': '"”＂', "＂": '"＂', "“": '”"', "”": '”"', "„": "“”\"‟", "‟": '”"', "«": '»"', "»": "«", "‹": "›", "›": "‹",
    "‘": "’'", "‚": "‘’", "'": "'’", "``": "'' \"",
}  # fmt: skip
SINGLE = frozenset("‘’‚'‹›")
APOSTROPHES = frozenset("'’‘")
EITHER = frozenset('"＂”')
STRAIGHT = frozenset('"＂')
ALWAYS = frozenset(["“", "„", "«", "‟", "``", "‚", "‹"])
OPENERS_BEFORE = frozenset("([{—–-/\"“„«‘'‹`:;,=…")
ELISIONS = re.compile(r"(?:s|em|til|tis|twas|cause|bout|n|\d0s|\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `span` with its marks, `inner` without; `level` 0 is the outermost.

    `closed` is False where the closing mark is missing; pieces of one quotation over paragraphs share a `group`.
    """

    span: Span
    inner: Span
    level: int
    closed: bool
    group: int


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    end: int


def quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of a text, outer before inner, in order.

    >>> [text[slice(*each.inner)] for text in ['He said, "Go." She left.'] for each in quotes(text)]
    ['Go.']
    """
    found: list[Quote] = []
    running: str | None = None
    group = -1
    for first, last in paragraphs(text):
        before = len(found)
        pieces, left = _paragraph(text, first, last)
        for index, piece in enumerate(pieces):
            goes_on = index == 0 and running is not None and _reopens(text, first, piece, running)
            group += 0 if goes_on else 1
            found.append(replace(piece, group=group))
        running = left
        if left is not None:
            outer = max(
                (i for i in range(before, len(found)) if not found[i].closed and found[i].span[1] == last), default=-1
            )
            group = found[outer].group if outer >= 0 else group
    return tuple(found)


def _reopens(text: str, first: int, piece: Quote, mark: str) -> bool:
    return piece.span[0] == first and text[first] == mark[0]


def _paragraph(text: str, first: int, last: int) -> tuple[list[Quote], str | None]:
    """The quotations of a paragraph, and the mark of one left open at its end."""
    stack: list[_Open] = []
    done: list[Quote] = []
    marks = [match for match in MARK.finditer(text, first, last)]
    for index, match in enumerate(marks):
        role = _role(text, match, marks[index + 1] if index + 1 < len(marks) else None, stack, (first, last))
        if role == "open":
            if match[0] in STRAIGHT and stack and stack[-1].mark == match[0]:
                _give_up(text, stack, done, match.start())
            stack.append(_Open(match[0], match.start(), match.end()))
        elif role == "close":
            _close(stack, done, match)
    left = _leave(stack, done, last)
    return sorted(done, key=lambda quote: (quote.span[0], -quote.span[1])), left


def _role(text: str, match: re.Match[str], after: re.Match[str] | None, stack: list[_Open], bounds: Span) -> str:
    """Whether a mark opens, closes or does neither, by its neighbours and by what is open."""
    mark = match[0]
    left = text[match.start() - 1] if match.start() > bounds[0] else " "
    right = text[match.end()] if match.end() < bounds[1] else " "
    closes = _partner(stack, mark) is not None
    if mark in APOSTROPHES:
        return _single(text, match, left, right, closes, after)
    opening = (left.isspace() or left in OPENERS_BEFORE) and not right.isspace()
    if mark not in EITHER:
        return "close" if closes else "open" if mark in ALWAYS or (opening and mark in "»›") else "none"
    if closes and (not opening or left in "-—–…,:;"):
        return "close"
    return "open" if opening else "none"


def _single(text: str, match: re.Match[str], left: str, right: str, closes: bool, after: re.Match[str] | None) -> str:
    mark = match[0]
    if left.isalnum() and right.isalnum():
        return "none"
    if mark != "’" and not right.isspace() and (left.isspace() or left in OPENERS_BEFORE):
        return "none" if mark == "'" and ELISIONS.match(text, match.end()) else "open"
    if not closes or right.isalnum() or left.isspace():
        return "none"
    possessive = left in "sS" and right.isspace()
    if possessive and after is not None and after[0] in "’'" and not text[after.end() : after.end() + 1].isalnum():
        return "none"
    return "close"


def _partner(stack: list[_Open], mark: str) -> int | None:
    """The innermost open mark that this one may close; it looks past single marks only, and not far."""
    for index in range(len(stack) - 1, max(-1, len(stack) - 6), -1):
        if mark in CLOSERS.get(stack[index].mark, ""):
            return index
        if stack[index].mark not in SINGLE:
            return index - 1 if _under(stack, index, mark) else None
    return None


def _under(stack: list[_Open], index: int, mark: str) -> bool:
    return index > 0 and mark != '"' and mark in CLOSERS.get(stack[index - 1].mark, "")


def _close(stack: list[_Open], done: list[Quote], match: re.Match[str]) -> None:
    index = _partner(stack, match[0])
    if index is None:
        return
    opened = stack[index]
    level = sum(1 for each in stack[:index] if each.mark not in SINGLE or each.mark == "‘")
    done.append(Quote((opened.start, match.end()), (opened.end, match.start()), level, True, 0))
    del stack[index:]


def _give_up(text: str, stack: list[_Open], done: list[Quote], stop: int) -> None:
    """Ends a straight mark's quotation where the next begins: straight marks don't nest in their like."""
    opened = stack.pop()
    stop = opened.end + len(text[opened.end : stop].rstrip())
    done.append(Quote((opened.start, stop), (opened.end, stop), len(stack), False, 0))


def _leave(stack: list[_Open], done: list[Quote], last: int) -> str | None:
    """Closes what is left open at the paragraph's end; single marks are dropped."""
    left = [each for each in stack if each.mark not in SINGLE]
    for level, opened in enumerate(left):
        stop = left[level + 1].start if level + 1 < len(left) else last
        done.append(Quote((opened.start, stop), (opened.end, max(opened.end, stop)), 0, False, 0))
    return left[-1].mark if left else None
