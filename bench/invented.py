"""Invented reports on a pair: two events, a statement and a claim each, spread over ten years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from legation.records import (
    ActorRef,
    Claim,
    Content,
    Cue,
    Date,
    Document,
    Event,
    Period,
    Record,
    Span,
    Stance,
    Statement,
    content_id,
)

ROWS = 4
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
STATUSES = ("occurred", "occurred", "occurred", "ongoing", "planned", "possible", "denied")


class Side(NamedTuple):
    """A country: its code, its name, its capital."""

    code: str
    name: str
    capital: str


class Act(NamedTuple):
    """An event type with its class, its intensity and the words for it."""

    type: str
    quad: int
    intensity: float
    words: str


IRAN, RUSSIA = Side("IRN", "Iran", "Tehran"), Side("RUS", "Russia", "Moscow")
CHINA, TURKEY = Side("CHN", "China", "Beijing"), Side("TUR", "Turkey", "Ankara")
ACTS = (
    Act("CONSULT", 1, 1.0, "held talks"),
    Act("COOPERATE", 2, 6.0, "signed a contract"),
    Act("ACCUSE", 3, -2.0, "traded accusations"),
    Act("SANCTION", 4, -5.0, "closed the border"),
)


class Report(NamedTuple):
    """A text with its sentences, and who is in it."""

    number: int
    document: Document
    sentences: tuple[str, ...]
    one: Side
    other: Side

    def span(self, words: str) -> Span:
        """Where words stand in the text."""
        start = self.document.text.index(words)
        return start, start + len(words)

    def ref(self, side: Side) -> ActorRef:
        """The first mention of a country."""
        return ActorRef(
            text=side.name, span=self.span(side.name), actor=side.code, country=side.code, name=side.name, via="name"
        )

    @property
    def when(self) -> Date:
        """The day of publication."""
        return Date(start=self.document.published, end=self.document.published)


def records(one: Side, other: Side, prefix: str) -> Iterator[Record]:
    """Endless reports; days, acts and statuses follow from their numbers."""
    number = 0
    while True:
        yield record(report(number, one, other, prefix))
        number += 1


def report(n: int, one: Side, other: Side, prefix: str) -> Report:
    """One report as text."""
    acts = acts_of(n)
    sentences = (
        f"{one.name} and {other.name} {acts[0].words} on matter {n}.",
        f"Delegates of {one.name} and {other.name} {acts[1].words} again after round {n}.",
        f"{one.capital} said that {other.name} had kept its promise number {n}.",
        f"Trade between {one.name} and {other.name} grew by {n % 90 + 1} percent in 2018.",
    )
    published = (FIRST_DAY + timedelta(days=n * 7 % DAYS)).isoformat()
    document = Document(
        id=f"{prefix}{n:07}",
        text=" ".join(sentences),
        published=published,
        outlet=f"Sample Wire {n % 9}",
        title=sentences[0],
    )
    return Report(n, document, sentences, one, other)


def acts_of(n: int) -> tuple[Act, Act]:
    """The two acts of a report."""
    return ACTS[n % 4], ACTS[(n // 3) % 4]


def record(told: Report) -> Record:
    """The record of a report."""
    return Record(
        document=told.document,
        sentences=tuple(map(told.span, told.sentences)),
        actors=(told.ref(told.one), told.ref(told.other)),
        events=tuple(event(told, at, act) for at, act in enumerate(acts_of(told.number))),
        statements=(statement(told),),
        claims=(claim(told),),
    )


def event(told: Report, at: int, act: Act) -> Event:
    """An act: every other one of the first toward the second, the rest of both."""
    one, other = told.ref(told.one), told.ref(told.other)
    directed = told.number % 2 == 1
    return Event(
        id=content_id("event", told.document.id, at),
        type=act.type,
        quad=act.quad,
        intensity=act.intensity,
        actors=(one,) if directed else (one, other),
        recipients=(other,) if directed else (),
        date=told.when,
        status=STATUSES[(told.number + at) % len(STATUSES)],
        span=told.span(told.sentences[at]),
        text=told.sentences[at],
        sentence=at,
        confidence=0.9,
        why=("en.bench",),
    )


def statement(told: Report) -> Statement:
    """What the first says of the second."""
    words = told.sentences[2]
    capital = told.one.capital
    speaker = ActorRef(
        text=capital, span=told.span(capital), actor=f"{told.one.code}.GOV", country=told.one.code, name=told.one.name
    )
    return Statement(
        id=content_id("statement", told.document.id),
        speakers=(speaker,),
        cue=Cue(text="said", lemma="say", span=told.span("said")),
        mode="indirect",
        content=Content(text=words, spans=(told.span(words),)),
        stance=(Stance(toward=told.other.code, value=0.4),),
        date=told.when,
        span=told.span(words),
        text=words,
        sentence=2,
        confidence=0.8,
        why=("en.bench",),
    )


def claim(told: Report) -> Claim:
    """A change of trade."""
    words = told.sentences[3]
    return Claim(
        id=content_id("claim", told.document.id),
        kind="change",
        measure="trade",
        dyad=(told.one.code, told.other.code),
        direction="up",
        value=float(told.number % 90 + 1),
        unit="percent",
        period=Period(text="2018", start="2018-01-01", end="2018-12-31"),
        span=told.span(words),
        text=words,
        sentence=3,
        confidence=0.7,
        why=("en.bench",),
    )
