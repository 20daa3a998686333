"""Sentences of a raw text: spans with a kind, by rules; the words that the rules need are data.

Lines are first joined to paragraphs (`paragraphs`), paragraphs are then cut (`endings`); a dateline stays with its
sentence and is given beside it. All of it is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from legation.language.datelines import dateline, words
from legation.language.endings import cut
from legation.language.endings import words as marks
from legation.language.furniture import furniture, listed
from legation.language.paragraphs import FINAL, bullet, heading, paragraphs
from legation.lexicon import per_lexicon
from legation.records import Span

Kind = Literal["sentence", "heading", "caption", "bullet", "furniture"]

LONGEST = 2000
HEADING_WORDS, HEADING_LENGTH = 14, 150
UNFINISHED = re.compile(r"[.!?…:;,][\"”’'»)\]]*$")
LINE = 250  # no piece of furniture is longer


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence, heading, caption or bullet, without its marks; `cut` where it was cut for its length only.

    `dateline` is the span of the dateline that opens it. Furniture is a line that is no text of the report.
    """

    span: Span
    kind: Kind
    cut: bool = False
    dateline: Span | None = None


def sentences(text: str, start: int = 0) -> tuple[SentenceSpan, ...]:
    """The sentences of a text from `start` on: ordered spans that don't overlap, and their kinds.

    >>> [each.span for each in sentences("Mr. Lavrov came. He left.")]
    [(0, 16), (17, 25)]
    """
    found: list[SentenceSpan] = []
    for first, last in paragraphs(text, start):
        opens = not any(each.kind == "sentence" for each in found[-3:])
        pieces = [_read(text, each) for each in _paragraph(text, first, last)]
        if pieces and pieces[0].kind == "sentence":
            pieces[0] = _with_dateline(text, pieces[0], opens and len(found) <= 3)
        found += pieces
    return tuple(found)


def _read(text: str, each: SentenceSpan) -> SentenceSpan:
    """The sentence; as furniture where it has neither letter nor digit: "___", "* * *"."""
    return each if any(text[i].isalnum() for i in range(*each.span)) else replace(each, kind="furniture")


def _with_dateline(text: str, sentence: SentenceSpan, opens: bool) -> SentenceSpan:
    begin, end = sentence.span
    found = dateline(text[begin:end], opens)
    return replace(sentence, dateline=(begin + found[0], begin + found[1])) if found else sentence


def _paragraph(text: str, first: int, last: int) -> Iterator[SentenceSpan]:
    if last - first <= LINE and furniture(text[first:last]):
        begin = first + listed(text[first:last])
        if begin > first:
            yield SentenceSpan((first, first + len(text[first:begin].rstrip())), "furniture")
        yield SentenceSpan((begin, last), "furniture")
        return
    kind, first, last = _kind(text, first, last)
    if kind == "heading":
        yield from _bounded(text, first, last, kind)
        return
    spans = [piece for a, b in _stamped(text, first, last) for piece in cut(text, a, b)]
    if len(spans) == 1 and kind == "sentence" and _is_heading(text, first, last):
        kind = "heading"
    for begin, end in spans:
        yield from _bounded(text, begin, end, kind)


def _kind(text: str, first: int, last: int) -> tuple[Kind, int, int]:
    """What a paragraph is, and its bounds without the marks of a heading or a bullet."""
    marked = heading(text, first, last)
    if marked and marked[0] < marked[1] and text.find("**", *marked) < 0:
        sentence = text[first] != "#" and FINAL.search(text[max(marked[0], marked[1] - 8) : marked[1]])
        return "sentence" if sentence else "heading", *marked
    item = bullet(text, first, last)
    if item:
        return "bullet", item, last
    if text[first : first + 20].lower().startswith(tuple(marks()["caption"])):
        return "caption", first, last
    return "sentence", first, last


def _is_heading(text: str, first: int, last: int) -> bool:
    """A short paragraph that ends like no sentence."""
    if last - first >= HEADING_LENGTH:
        return False
    line = text[first:last]
    return len(line.split()) <= HEADING_WORDS and not UNFINISHED.search(line)


@per_lexicon
def _stamps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A full date at the head of a paragraph before a capital, and at the end of one without a final mark."""
    long = sorted((w.capitalize() for w in words()["weekdays"] | words()["months"] if len(w) > 4), key=len)
    date = rf"(?:{'|'.join(long)}), (?:{'|'.join(long)}|May|June|July) \d{{1,2}}, \d{{4}}"
    return re.compile(rf"{date}(?=\s+[A-Z])"), re.compile(rf"(?<=[^\s.!?:;,])\s+(?={date}$)")


def _stamped(text: str, first: int, last: int) -> Iterator[Span]:
    """A paragraph without the full date that was set before it or behind its title; the date is a piece of its own."""
    head, tail = _stamps()
    before = head.match(text, first, last)
    if before:
        yield first, before.end()
        first = before.end() + 1
    behind = tail.search(text, max(first, last - 60), last)
    yield (first, behind.start()) if behind else (first, last)
    if behind:
        yield behind.end(), last


def _bounded(text: str, begin: int, end: int, kind: Kind) -> Iterator[SentenceSpan]:
    """The span, cut at white space where it is longer than any sentence."""
    while end - begin > LONGEST:
        space = max(text.rfind(mark, begin + 1, begin + LONGEST) for mark in " \n\t")
        stop = space if space > begin else begin + LONGEST
        piece = text[begin:stop].rstrip()
        if piece:
            yield SentenceSpan((begin, begin + len(piece)), kind, cut=True)
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield SentenceSpan((begin, end), kind)
