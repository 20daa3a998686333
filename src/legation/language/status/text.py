"""Status on a text alone: every predicate with its status, value and cues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.language.pipeline import parse
from legation.language.status.verdict import status
from legation.records import Document, Span, Status


@dataclass(frozen=True, slots=True)
class CueFound:
    """A rule that fired, by its id, and the words it fired on."""

    rule: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class PredicateStatus:
    """A predicate of a text: its span, lemma, status, value (-3 … 3) and cues, nearest first."""

    span: Span
    text: str
    lemma: str
    status: Status
    value: float
    cues: tuple[CueFound, ...]


def statuses(text: str, published: str | None = None) -> tuple[PredicateStatus, ...]:
    """The status of every verb, and of every noun that a light verb carries ("held talks"), in the order of the text.

    `published` (YYYY-MM-DD) tells a present tense that speaks of the future ("visits Rabat on 3 June") from one that
    does not.

    >>> [(p.text, p.status, p.value < 0) for p in statuses("Iran refused to sign. Iraq signed.")]
    [('refused', 'occurred', False), ('sign', 'denied', True), ('signed', 'occurred', False)]
    """
    parsed = parse(Document(id="text", text=text, published=published))
    frames = Frames(parsed)
    return tuple(_row(frames, i) for i in _predicates(frames))


def _predicates(frames: Frames) -> Iterator[int]:
    for word in frames.parse.words:
        if word.pos == "VERB" or (frames.nominal(word.i) and frames.at(word.i).carrier is not None):
            yield word.i


def _row(frames: Frames, i: int) -> PredicateStatus:
    parsed, frame = frames.parse, frames.at(i)
    found, span = status(frames, frame), parsed.span([i])
    cues = tuple(_cue(parsed, cue.rule.id, cue.word) for cue in found.cues)
    return PredicateStatus(span, parsed.slice(span), frame.lemma, found.status, found.value, cues)


def _cue(parsed: Parse, rule: str, word: int) -> CueFound:
    span = parsed.span([word])
    return CueFound(rule, span, parsed.slice(span))
