"""Quotation marks: what a cue's sentence quotes, and quotations that go on without a cue."""

from __future__ import annotations

from legation.language.frame import Frame
from legation.language.parse import Parse
from legation.language.quotes import Quote
from legation.statements.near import quoted, quotes_from, quotes_in

SIGNS = frozenset(",.?!…—–")
SCARE = 3  # Fewer words in marks are a term, not what somebody says, unless they open or end the sentence.


def quoted_part(parse: Parse, frame: Frame) -> set[int]:
    """The words in quotation marks in the cue's sentence, for a cue outside them to which the tree gives no content."""
    sentence = parse.sentences[frame.sentence]
    cue = parse.words[frame.word].start
    if quoted(parse, cue):
        return set()
    found: set[int] = set()
    for quote in quotes_in(parse, sentence.span):
        inside = set(parse.words_in(quote.span))
        if (
            quote.level == 0
            and _set_apart(parse, quote, frame.word)
            and (spoken(parse, quote) or _edge(quote, sentence.span) or min(inside, default=0) == frame.word + 1)
        ):
            found |= inside
    return found


def spoken(parse: Parse, quote: Quote) -> bool:
    """Whether a quotation is long enough to be more than a term in marks."""
    return sum(parse.words[w].pos != "PUNCT" for w in parse.words_in(quote.span)) > SCARE


def _set_apart(parse: Parse, quote: Quote, cue: int) -> bool:
    """Whether a quotation is parted from its sentence: by comma, colon, an end sign or the cue; a title is not."""
    if 0 < parse.words_in(quote.span).start - cue < 3:
        return True
    before, behind = (
        parse.text[max(0, quote.span[0] - 4) : quote.span[0]].rstrip()[-1:],
        parse.text[quote.span[1] : quote.span[1] + 1],
    )
    return (
        before in (",", ":", "")
        or parse.text[quote.inner[0] : quote.inner[1]].rstrip()[-1:] in SIGNS
        or behind in SIGNS
    )


def _edge(quote: Quote, sentence: tuple[int, int]) -> bool:
    return quote.span[0] <= sentence[0] + 1 or quote.span[1] >= sentence[1] - 1


def continued(parse: Parse, words: set[int], cue: int, cues: set[int]) -> list[set[int]]:
    """The rest of a quotation that begins in the content, and those that follow it at once with no cue of their own."""
    if not words:
        return []
    more: list[set[int]] = []
    last, spoke, groups = parse.words[max(words)].sentence, False, set[int]()
    for quote in quotes_from(parse, parse.words[min(words)].start):
        inside = set(parse.words_in(quote.span))
        if inside and parse.words[min(inside)].sentence > last + 1 and quote.group not in groups:
            break
        if quote.level or not inside or cue in inside:
            continue
        shared = inside & words
        if shared and (len(shared) * 2 > len(inside) or spoken(parse, quote)):
            more.append(inside - words)
            last, spoke = (
                max(last, parse.words[max(inside)].sentence),
                spoke or spoken(parse, quote) or words <= inside,
            )
            groups.add(quote.group)
        elif quote.group in groups or (spoke and _follows(parse, quote, last, cues)):
            more.append(inside)
            last = parse.words[max(inside)].sentence
            groups.add(quote.group)
    return [m for m in more if m]


def _follows(parse: Parse, quote: Quote, sentence: int, cues: set[int]) -> bool:
    """Whether a quotation opens the next sentence and fills it, with no cue there."""
    if sentence + 1 >= len(parse.sentences):
        return False
    following = parse.sentences[sentence + 1]
    outside = set(range(following.first, following.last)) - set(parse.words_in(quote.span))
    return abs(quote.span[0] - following.span[0]) <= 1 and quote.span[1] >= following.span[1] - 2 and not cues & outside
