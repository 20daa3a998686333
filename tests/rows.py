"""Small records of our own for tests of what comes after coding: spans are found in the text, ids are content ids."""

from __future__ import annotations

from typing import Any

from legation.records import (
    ActorRef,
    Claim,
    Content,
    Cue,
    Date,
    Document,
    Event,
    Record,
    Span,
    Stance,
    Statement,
    content_id,
)


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return start, start + len(words)


def actor(text: str, words: str, id: str, **more: Any) -> ActorRef:
    """A mention; the country is that of the id unless it is an organisation's."""
    head = id.split(".")[0]
    country = None if head == "IGO" else head
    return ActorRef(text=words, span=span(text, words), **{"actor": id, "country": country, **more})


def date(day: str | None, end: str | None = None) -> Date:
    """A day, or days from `day` to `end`."""
    return Date(start=day, end=end or day, basis="stated")


def event(
    document: Document, words: str, actors: list[ActorRef], recipients: list[ActorRef] = (), **more: Any
) -> Event:
    """An event found in `words`; an occurred consultation of intensity 1 on the day of publication unless told."""
    given = {
        "type": "CONSULT",
        "quad": 1,
        "intensity": 1.0,
        "status": "occurred",
        "date": date(document.published),
        "sentence": 0,
        "confidence": 0.9,
        **more,
    }
    return Event(
        id=content_id("event", document.id, words, str(given["type"])),
        actors=tuple(actors),
        recipients=tuple(recipients),
        span=span(document.text, words),
        text=words,
        **given,
    )


def statement(document: Document, speaker: ActorRef, cue: str, content: str, **more: Any) -> Statement:
    """A statement; `toward={"RUS": 0.5}` gives its stance."""
    stance = tuple(Stance(toward=country, value=value) for country, value in more.pop("toward", {}).items())
    given = {"mode": "indirect", "date": date(document.published), "sentence": 0, "confidence": 0.8, **more}
    start = speaker.span[0]
    end = span(document.text, content)[1]
    return Statement(
        id=content_id("statement", document.id, content),
        speakers=(speaker,),
        cue=Cue(text=cue, lemma=cue, span=span(document.text, cue)),
        content=Content(text=content, spans=(span(document.text, content),)),
        stance=stance,
        span=(start, end),
        text=document.text[start:end],
        **given,
    )


def claim(document: Document, words: str, **more: Any) -> Claim:
    """A claim found in `words`; a change of trade unless told."""
    given = {"kind": "change", "measure": "trade", "sentence": 0, "confidence": 0.7, **more}
    return Claim(id=content_id("claim", document.id, words), span=span(document.text, words), text=words, **given)


TALKS = "Iran and Russia held talks in Tehran. Tehran said Russia had promised to send wheat. Trade grew by 12 percent."


def talks(id: str = "talks", published: str | None = "2021-03-04", text: str = TALKS, **more: Any) -> Record:
    """A record with one mutual event, one statement of Iran about Russia, one claim about their trade."""
    document = Document(id=id, text=text, published=published, outlet="Test Wire", title="Talks", **more)
    iran, russia = actor(text, "Iran", "IRN"), actor(text, "Russia", "RUS")
    tehran = actor(text, "Tehran said", "IRN.GOV", sector="GOV", via="capital")
    said = statement(document, tehran, "said", "Russia had promised to send wheat", sentence=1, toward={"RUS": 0.4})
    return Record(
        document=document,
        sentences=sentences(text),
        actors=(iran, russia, tehran),
        events=(event(document, "held talks", [iran, russia]),),
        statements=(said,),
        claims=(
            claim(document, "Trade grew by 12 percent", dyad=("IRN", "RUS"), sentence=2, direction="up", value=12.0),
        ),
    )


def sentences(text: str) -> tuple[Span, ...]:
    """The spans between full stops."""
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return tuple(zip(starts, ends, strict=True))
