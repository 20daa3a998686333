"""`relate`: what one marked party of a sentence does to another – scores for every type, and the rule beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from legation.errors import UsageError
from legation.events.classifier import Pair, Scores, classifier, words_in
from legation.events.marked import Ruling, ruling
from legation.language import sentences
from legation.language.pipeline import tokens
from legation.lexicon import Lexicon, chosen
from legation.ontology import printed
from legation.records import Span

Row = tuple[str, Span | None, Span | None]
# Where the head gives no type this share, the rule between the two is looked up and the odds of what it says are
# multiplied by RULE_ODDS: read off the development set, where odds of 4 to 12 do equally well (docs/events.md).
DOUBT, RULE_ODDS = 0.55, 5.0


@dataclass(frozen=True)
class Lookup:
    """The event rule between the two spans of a row; looked up, which takes a parse, when first asked for."""

    row: Row
    lexicon: Lexicon

    @cached_property
    def ruling(self) -> Ruling | None:
        """The rule that fires, with its type, mode and status; None where none does."""
        with self.lexicon.used():
            return ruling(*self.row)


@dataclass(frozen=True)
class Relation:
    """The act from the source to the target of a text.

    `type` and `scores` – of all 16, summing to 1, given that there is an act – follow PLOVER's own table, so that they
    compare with sets coded by it; `coded` and `mode` are what `legation code` would call it (docs/codebook.md: a signed
    accord is AGREE there, SUPPORT in that table). They are the relation head's, and where it is in doubt also the
    rule's. `head` is what the head alone would call it; `none` is the probability that there is no act.
    """

    text: str
    source: Span | None
    target: Span | None
    type: str
    scores: dict[str, float]
    coded: str
    mode: str | None
    head: str
    none: float
    lookup: Lookup = field(repr=False, compare=False)

    @property
    def confidence(self) -> float:
        """The probability of the type."""
        return self.scores[self.type]

    @property
    def ruling(self) -> Ruling | None:
        """The event rule that fires between the two, with its type, mode and status; None where none does."""
        return self.lookup.ruling

    @property
    def rule(self) -> str | None:
        """The id of that rule."""
        return self.ruling.rule if self.ruling else None

    @property
    def agrees(self) -> bool | None:
        """Whether the rule and the relation head give one type; None where no rule fires."""
        return self.ruling.type == self.head if self.ruling else None


def relate(
    text: str, source: Span | None, target: Span | None, lexicon: Lexicon | str | Path | None = None
) -> Relation:
    """The act from `source` to `target`, spans [start, end) of `text`; one of them may be None: somebody.

    Raises `UsageError` LG102 where a span is empty, outside the text or holds no word, and where the sentences
    from one to the other have more than 510 wordpieces.

    >>> text = "Chile recalled its ambassador from Peru."
    >>> found = relate(text, source=(0, 5), target=(35, 39))
    >>> found.type, found.rule is not None
    ('SANCTION', True)
    """
    return next(relations([(text, source, target)], lexicon))


def relations(rows: Sequence[Row], lexicon: Lexicon | str | Path | None = None) -> Iterator[Relation]:
    """`relate` for many rows of (text, source, target); like lengths run together."""
    kept = chosen(lexicon)
    pairs = [pair(*row) for row in rows]
    for (text, source, target), scores in zip(rows, classifier()(pairs), strict=True):
        if scores is None:
            raise UsageError("LG102", "the sentences from source to target are too long", "give one sentence")
        yield _relation((text, source, target), scores, kept)


def _relation(row: Row, scores: Scores, lexicon: Lexicon) -> Relation:
    lookup, head, coded = Lookup(row, lexicon), scores.type, scores.type
    summed = scores.summed(printed)
    if max(summed.values()) < DOUBT and lookup.ruling:
        scores = ruled(scores, lookup.ruling)
        summed, coded = scores.summed(printed), scores.type
    best = max(summed, key=summed.__getitem__)
    return Relation(*row, best, summed, coded, scores.mode(coded), head, scores.none, lookup)


def ruled(scores: Scores, says: Ruling) -> Scores:
    """The scores with what the rule says raised: its type, as far as it is the same in PLOVER's table."""
    same = says.type, printed(says.type, says.mode)
    return scores.weighed(lambda kind, mode: RULE_ODDS if (kind, printed(kind, mode)) == same else 1.0)


def pair(text: str, source: Span | None, target: Span | None) -> Pair:
    """The words of the sentences that hold both spans, and which of them are the source and the target."""
    given = [_checked(text, name, span) for name, span in (("source", source), ("target", target))]
    spans = [span for span in given if span]
    if not spans:
        raise UsageError("LG102", "neither source nor target", "give the span of one at least")
    low, high = min(first for first, _ in spans), max(last for _, last in spans)
    held = [s for s in sentences(text) if s.span[0] < high and low < s.span[1]]
    words = [word for row in tokens(text, held) for word in row]
    bounds = [(at, at + len(word)) for word, at in words]
    return Pair(tuple(word for word, _ in words), *(words_in(span, bounds) for span in given))  # none in a dateline


def _checked(text: str, name: str, span: Span | None) -> Span | None:
    if span is not None and not (0 <= span[0] < span[1] <= len(text) and text[slice(*span)].strip()):
        raise UsageError("LG102", f"{name} {span} is no span of the text", "give [start, end) of a name or a phrase")
    return span
