"""Candidates as marked sentences: what the relation head says of the parties that a candidate joins."""

from __future__ import annotations

from collections.abc import Sequence

from legation.events.classifier import Pair, Scores, classifier, words_in
from legation.events.match import Candidate
from legation.events.sides import Parties
from legation.language.parse import Parse


def scored(parse: Parse, candidates: Sequence[Candidate]) -> list[Scores | None]:
    """The scores of each candidate's first actor and first other party; None where its sentence lacks that actor."""
    pairs = [pair(parse, c.frame.sentence, c.parties) for c in candidates]
    wanted = [p for p in pairs if p is not None]
    given = iter(classifier()(wanted) if wanted else ())  # a text without events needs no head
    return [next(given) if p is not None else None for p in pairs]


def pair(parse: Parse, sentence: int, parties: Parties) -> Pair | None:
    """The words of a sentence, its first actor as the source, the first recipient or second actor as the target."""
    part = parse.sentences[sentence]
    spans = [p.ref.span for p in (*parties.actors[:1], *(parties.recipients or parties.actors[1:])[:1])]
    words = parse.words[part.first : part.last]
    marked = [words_in(span, [(w.start, w.end) for w in words]) for span in spans]
    if not marked or marked[0] == (0, 0) or (len(spans) == 2 and spans[0] == spans[1]):
        return None
    return Pair(tuple(w.text for w in words), *marked)
