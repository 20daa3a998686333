"""Time expressions of English news text, resolved against the day of publication.

The rules are data: lexicon/en/time.yaml. `times` reads a text in one pass into a string of one character per word,
joins words by rules level by level, and then reads what was joined from left to right.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from legation.errors import UsageError
from legation.language.times.context import Tense
from legation.language.times.expression import TimeExpression
from legation.language.times.grammar import Rule, grammar, rules
from legation.language.times.order import month_first
from legation.language.times.reading import Reader
from legation.language.times.reduction import reduce, runs
from legation.language.times.words import read

__all__ = ["Rule", "Tense", "TimeExpression", "rules", "times"]


def times(
    text: str,
    published: str | None = None,
    *,
    offset: int = 0,
    tense: Callable[[int], Tense | None] | None = None,
    order: Literal["day", "month"] | None = None,
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order, never overlapping; spans are shifted by `offset`.

    `published` is the day of publication (YYYY-MM-DD); without it, relative expressions have neither start nor end.
    `tense` gives the tense of the clause at a position of the text (offset added), or None where it isn't known.
    `order` says what comes first in "10/12/2020"; else the text's own dates decide where one of them is unambiguous.
    Raises UsageError (LG103) where `published` is no date.

    >>> [(each.text, each.start, each.end) for each in times("They met last week.", "2020-12-20")]
    [('last week', '2020-12-07', '2020-12-13')]
    """
    rule_set = grammar()
    words = read(text, rule_set)
    first = order == "month" if order else month_first(text)
    reader = Reader(words, rule_set, _day(published), tense, offset, first)
    return tuple(
        expression
        for first, last in runs(words, rule_set)
        for token in reduce(words, rule_set, first, last)
        for expression in reader.read(token)
    )


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise UsageError("LG103", f"not a date: {published!r}", "write it as YYYY-MM-DD") from None
