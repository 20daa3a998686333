"""Quotation marks: what a cue's sentence quotes, and quotations that go on without a cue."""

from __future__ import annotations

from legation.language.frames import Frame
from legation.language.parse import Parse


def quoted_part(parse: Parse, frame: Frame) -> set[int]:
    """The words in quotation marks that touch the cue's sentence, for a cue to which the tree gives no content."""
    sentence = parse.sentences[frame.sentence]
    found: set[int] = set()
    for quote in parse.quotes:
        if quote.span[0] < sentence.span[1] and sentence.span[0] < quote.span[1]:
            found |= set(parse.words_in(quote.span))
    return found - {frame.word}


def continued(parse: Parse, pieces: list[set[int]], cues: set[int]) -> list[set[int]]:
    """The rest of a quotation that begins in the content, and quotations that follow it at once with no cue of their own."""
    words = set().union(*pieces)
    if not words:
        return []
    more: list[set[int]] = []
    last_sentence = parse.words[max(words)].sentence
    for quote in parse.quotes:
        inside = set(parse.words_in(quote.span))
        if inside & words and inside - words:
            more.append(inside)
        elif inside and _follows(parse, quote.span, last_sentence, cues):
            more.append(inside)
            last_sentence = parse.words[max(inside)].sentence
    return more


def _follows(parse: Parse, span: tuple[int, int], sentence: int, cues: set[int]) -> bool:
    """Whether a quotation opens the next sentence and fills it, with no cue there."""
    if sentence + 1 >= len(parse.sentences):
        return False
    following = parse.sentences[sentence + 1]
    own = range(following.first, following.last)
    return abs(span[0] - following.span[0]) <= 1 and span[1] >= following.span[1] - 2 and not cues & set(own)
