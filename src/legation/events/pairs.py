"""Candidates as marked sentences: what the relation head says of the parties that a candidate joins."""

from __future__ import annotations

from collections.abc import Sequence

from legation.events.classifier import Pair, Scores, classifier
from legation.events.match import Candidate
from legation.events.parties import Parties
from legation.language.parse import Parse
from legation.records import Span


def scored(parse: Parse, candidates: Sequence[Candidate]) -> list[Scores | None]:
    """The scores of each candidate's first actor and first other party; None where its sentence holds neither."""
    pairs = [pair(parse, c.frame.sentence, c.parties) for c in candidates]
    wanted = [p for p in pairs if p is not None]
    given = iter(classifier()(wanted))
    return [next(given) if p is not None else None for p in pairs]


def pair(parse: Parse, sentence: int, parties: Parties) -> Pair | None:
    """The words of a sentence, its first actor as the source, the first recipient or second actor as the target."""
    part = parse.sentences[sentence]
    spans = [p.ref.span for p in (*parties.actors[:1], *(parties.recipients or parties.actors[1:])[:1])]
    marked = [_words(parse, part.first, part.last, span) for span in spans]
    if not marked or marked[0] == (0, 0) or (len(spans) == 2 and spans[0] == spans[1]):
        return None
    words = tuple(parse.words[i].text for i in range(part.first, part.last))
    return Pair(words, *marked)


def _words(parse: Parse, first: int, last: int, span: Span) -> tuple[int, int]:
    """The words of a span within those from `first` to `last`, counted from `first`; (0, 0) where none is there."""
    inside = [i - first for i in range(first, last) if parse.words[i].start < span[1] and span[0] < parse.words[i].end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
