"""Rows in, sentences out."""

from __future__ import annotations

import msgspec
import pytest

from legation.brief import wording
from legation.ontology import TYPES
from legation.records import ActorRef, Claim, Content, Count, Cue, Date, Event, Period, Statement

IRAN = ActorRef(text="Tehran", span=(0, 6), actor="IRN", country="IRN", name="Iran")
RUSSIA = ActorRef(text="Moscow", span=(0, 6), actor="RUS", country="RUS", name="Russia")
LAVROV = ActorRef(
    text="Lavrov",
    span=(0, 6),
    actor="RUS.sergei-lavrov",
    country="RUS",
    name="Sergei Lavrov",
    role="foreign minister",
    via="name",
)
ENVOYS = ActorRef(text="two diplomats", span=(0, 13))
DAY = Date(start="2020-10-12", end="2020-10-12", basis="stated")


def event(**more: object) -> Event:
    base: dict[str, object] = {
        "id": "e1",
        "type": "CONSULT",
        "date": DAY,
        "status": "occurred",
        "actors": (IRAN, RUSSIA),
    }
    return Event(**{**base, "span": (0, 1), "sentence": 0, "text": "x", "confidence": 1.0, **more})  # type: ignore[arg-type]


def claim(**more: object) -> Claim:
    base: dict[str, object] = {"id": "c1", "measure": "trade", "dyad": (), "span": (0, 1), "sentence": 0, "text": "x"}
    return Claim(**{**base, "confidence": 1.0, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (event(), "12 October 2020: Iran and Russia held talks"),
        (event(status="ongoing"), "12 October 2020: Iran and Russia held talks (ongoing)"),
        (
            event(mode="phone", count=Count(value=4)),
            "12 October 2020: Iran and Russia spoke by telephone or video 4 times",
        ),
        (event(status="planned"), "12 October 2020: Iran and Russia to hold talks, as planned"),
        (event(status="possible"), "12 October 2020: Iran and Russia may hold talks"),
        (event(status="denied"), "12 October 2020: Iran and Russia held talks – denied, or said not to be so"),
        (
            event(type="AID", actors=(RUSSIA,), recipients=(IRAN,), date=Date(start="2020-12-20", end="2020-12-20")),
            "Reported 20 December 2020: Russia gave aid to Iran",
        ),
        (
            event(type="NOVEL", actors=(IRAN,), recipients=(RUSSIA,)),
            "12 October 2020: Iran is coded NOVEL toward Russia",
        ),
        (
            event(type="COERCE", mode="deport", actors=(IRAN,), recipients=(RUSSIA,)),
            "12 October 2020: Iran deported people of Russia",
        ),
        (
            event(type="COERCE", mode="deport", actors=(IRAN,), recipients=(LAVROV,)),
            "12 October 2020: Iran deported Foreign Minister Sergei Lavrov (Russia)",
        ),
        (event(actors=(ENVOYS,), date=Date()), "Date unknown: Two diplomats held talks"),
    ],
)
def test_an_event_in_words(row: Event, words: str) -> None:
    assert wording.event(row) == words


def test_an_event_that_someone_reported_names_the_speaker() -> None:
    said = Statement(
        id="s1",
        speakers=(RUSSIA,),
        mode="indirect",
        content=Content(text="x", spans=()),
        date=DAY,
        span=(0, 1),
        sentence=0,
        text="x",
        confidence=1.0,
    )
    assert wording.event(event(statement="s1"), said).endswith("held talks, according to Russia")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            claim(
                kind="change",
                direction="up",
                value=20.0,
                unit="percent",
                bound="at_least",
                period=Period(text="this year"),
            ),
            "The report itself: trade up by at least 20 percent, this year",
        ),
        (
            claim(kind="level", value=1.5e9, unit="USD", period=Period(start="2019-01-01", end="2019-12-31")),
            "The report itself: trade: 1.5 billion USD, 2019",
        ),
        (claim(kind="count", measure="calls", value=4.0, unit="count"), "The report itself: calls: 4"),
        (claim(kind="trend", measure="relations", direction="up"), "The report itself: relations up"),
        (claim(kind="exclusive", measure="cooperation"), "The report itself: cooperation with no other"),
    ],
)
def test_a_claim_in_words(row: Claim, words: str) -> None:
    assert wording.claim(row) == words


def said(mode: str, text: str, speaker: str, cue: str, content: str, **more: object) -> Statement:
    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    who = msgspec.structs.replace(LAVROV, text=speaker, span=at(speaker))
    given = {"speakers": (who,), "date": DAY, "sentence": 0, "confidence": 0.9, "span": (0, len(text)), **more}
    return Statement(
        id="s1",
        mode=mode,  # type: ignore[arg-type]
        cue=Cue(text=cue, lemma={"said": "say", "denied": "deny"}.get(cue, cue), span=at(cue)),
        content=Content(text=content, spans=(at(content),)),
        text=text,
        **given,  # type: ignore[arg-type]
    )


LEAD = "12 October 2020: Foreign Minister Sergei Lavrov (Russia)"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            said("indirect", "Lavrov said all was well", "Lavrov", "said", "all was well"),
            " “said all was well”",
        ),
        (said("indirect", "He has not denied it", "He", "denied", "it"), " “has not denied it”"),
        (
            said("indirect", "Lavrov, who was in Rome, again denied that Iran paid", "Lavrov", "denied", "Iran paid"),
            " “again denied that Iran paid”",
        ),
        (said("indirect", "All was well, Lavrov said", "Lavrov", "said", "All was well"), ": “All was well”"),
        (
            said("indirect", "All is lost, Lavrov denied", "Lavrov", "denied", "All is lost"),
            " “denied”: “All is lost”",
        ),
        (said("direct", "Lavrov said: “We agree.”", "Lavrov", "said", "“We agree.”"), ": “We agree.”"),
        (
            said("mixed", "Lavrov said it was a “good start”", "Lavrov", "said", "it was a “good start”"),
            " “said it was a ‘good start’”",
        ),
    ],
)
def test_a_statement_keeps_its_verb_and_its_negation(row: Statement, words: str) -> None:
    assert wording.statement(row) == LEAD + words


def test_every_type_and_mode_of_the_ontology_has_a_phrase_and_no_other() -> None:
    table = wording.phrases()["events"]
    for kind, known in TYPES.items():
        assert {"past", "base", "join"} <= set(table[kind]), kind
        modes = {mode: part for mode, part in table[kind].items() if isinstance(part, dict)}
        assert set(modes) == set(known.modes), kind
        assert all({"past", "base"} <= set(part) for part in modes.values()), kind
    assert set(table) == set(TYPES)


def test_every_status_mode_and_kind_of_the_records_has_a_phrase() -> None:
    from typing import get_args

    from legation.records import Bound, ClaimKind, Direction, StatementMode, Status

    table = wording.phrases()
    for name, kinds in (("status", Status), ("statement", StatementMode), ("claims", ClaimKind), ("bound", Bound)):
        assert set(get_args(kinds)) == set(table[name]), name
    assert set(get_args(Direction)) < set(table["moved"])


def test_quotation_marks_are_not_doubled() -> None:
    assert wording.quoted("“We agree.”") == "“We agree.”"
    assert wording.quoted('that “we” "all" agree') == "“that ‘we’ ‘all’ agree”"
