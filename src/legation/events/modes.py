"""The modes of acts: those of their rules, for meetings what their parties and their place tell, and what the relation
head says of acts that only the finder sees.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.events.classifier import Pair, Scores, classifier, words_in
from legation.events.match import Candidate
from legation.events.parties import Filling
from legation.events.places import place
from legation.events.sides import Parties
from legation.language.parse import Parse

STATE = 3  # letters of a state's code
CLEAR, LEAST = 0.6, 1e-6
"""How much of its type's probability a mode needs to be taken from the relation head."""
MULTILATERAL, THIRD, MANY = "multilateral", "third-party", 3
"""The modes of a meeting of `MANY` states or more, and of one of two states on the soil of neither."""


def moded(filling: Filling, candidates: Sequence[Candidate]) -> list[str | None]:
    """The mode of each candidate; None where it has none, or none that is clear."""
    parse = filling.frames.parse
    pairs = [pair(parse, c.frame.sentence, c.parties) if c.rule.found is not None else None for c in candidates]
    wanted = [p for p in pairs if p is not None]
    given = iter(classifier()(wanted) if wanted else ())  # most texts need no head
    scores = [next(given) if p is not None else None for p in pairs]
    return [
        _mode(c, own) if own else c.rule.mode or _gathered(filling, c)
        for c, own in zip(candidates, scores, strict=True)
    ]


def _gathered(filling: Filling, candidate: Candidate) -> str | None:
    """ "The ministers of Chad, Niger and Mali met", "Chad and Mali held talks in Rabat"."""
    refs = [p.ref for p in candidate.parties.actors]
    states = {ref.country for ref in refs if ref.country and len(ref.country) == STATE}
    if not candidate.rule.gathering or len(states) < MANY - 1:
        return None
    if len(states) >= MANY:
        return MULTILATERAL
    where = place(filling.frames, filling.actors, candidate)
    abroad = where is not None and where.country is not None and where.country not in states
    return THIRD if abroad and all(ref.country for ref in refs) else None


def _mode(candidate: Candidate, scores: Scores) -> str | None:
    kind = candidate.rule.type
    mode = scores.mode(kind)
    share = scores.labels.get((kind, mode or ""), 0.0) / max(scores.of(kind), LEAST)
    return candidate.rule.mode if share < CLEAR else mode


def pair(parse: Parse, sentence: int, parties: Parties) -> Pair | None:
    """The words of a sentence, its first actor as the source, the first recipient or second actor as the target."""
    part = parse.sentences[sentence]
    spans = [p.ref.span for p in (*parties.actors[:1], *(parties.recipients or parties.actors[1:])[:1])]
    words = parse.words[part.first : part.last]
    marked = [words_in(span, [(w.start, w.end) for w in words]) for span in spans]
    if not marked or marked[0] == (0, 0) or (len(spans) == 2 and spans[0] == spans[1]):
        return None
    return Pair(tuple(w.text for w in words), *marked)
