"""Hand-made records: reports between two invented weeks, with everything a page has to show."""

from __future__ import annotations

from legation.records import (
    ActorRef,
    Claim,
    Content,
    Cue,
    Date,
    Document,
    Event,
    Issue,
    Period,
    Place,
    Record,
    Span,
    Statement,
    content_id,
)

VISIT = (
    "Foreign Minister Sergei Lavrov arrived in Tehran on 12 October for talks with his Iranian counterpart. "
    "Lavrov told reporters, TASS said, that trade with Iran had grown by more than 20 percent this year. "
    "Iran may buy Russian grain next year, while Moscow denied that it had moved troops <toward> the border."
)
STRIKE = "Iran condemned the strike. Russia and Iran cooperated against the fire & smoke, “as friends do”."
FAR = "Norway gave aid to Somalia in March."


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


SECOND = (VISIT.index("Lavrov told"), VISIT.index(" Iran may"))


def ref(text: str, words: str, actor: str, **more: str | None) -> ActorRef:
    return ActorRef(text=words, span=at(text, words), actor=actor, country=actor[:3], **{"name": words, **more})


def event(text: str, words: str, kind: str, **more: object) -> Event:
    base: dict[str, object] = {
        "id": content_id("event", text, words, kind),
        "type": kind,
        "date": Date(start="2020-10-12", end="2020-10-12", basis="stated"),
        "status": "occurred",
        "span": at(text, words),
        "text": words,
        "sentence": 0,
        "confidence": 0.9,
        "why": ("en.sample.rule",),
    }
    return Event(**{**base, **more})  # type: ignore[arg-type]


def records() -> list[Record]:
    return [_visit(), _strike(), _far(), _unread()]


def _visit() -> Record:
    text = VISIT
    lavrov = ref(text, "Sergei Lavrov", "RUS.sergei-lavrov", role="foreign minister", sector="GOV")
    tehran = ref(text, "Tehran", "IRN", name="Iran", via="capital")
    tass = ref(text, "TASS", "RUS.MED.TASS", sector="MED")
    iran, moscow = ref(text, "Iran had", "IRN", name="Iran"), ref(text, "Moscow", "RUS", name="Russia")
    buyer = ActorRef(text="Iran", span=at(text, "Iran may"), actor="IRN", country="IRN", name="Iran")
    words = "that trade with Iran had grown by more than 20 percent this year"
    said = Statement(
        id=content_id("statement", words),
        speakers=(lavrov,),
        via=(tass,),
        mode="indirect",
        cue=Cue(text="told", lemma="tell", span=at(text, "told")),
        content=Content(text=words, spans=(at(text, words),)),
        date=Date(start="2020-10-13", end="2020-10-13"),
        topics=("economic",),
        span=SECOND,
        sentence=1,
        text=text[slice(*SECOND)],
        confidence=0.8,
        why=("en.say.tell",),
    )
    growth = "grown by more than 20 percent this year"
    claim = Claim(
        id=content_id("claim", growth),
        kind="change",
        measure="trade",
        dyad=("IRN", "RUS"),
        direction="up",
        value=20.0,
        unit="percent",
        bound="at_least",
        period=Period(start="2020-01-01", end="2020-12-31", text="this year"),
        statement=said.id,
        span=at(text, growth),
        sentence=1,
        text=growth,
        confidence=0.7,
        why=("en.claim.change",),
    )
    events = (
        event(
            text,
            "arrived in Tehran on 12 October",
            "CONSULT",
            mode="visit",
            actors=(lavrov,),
            recipients=(tehran,),
            quad=1,
            cameo="042",
            place=Place(name="Tehran", country="IRN"),
        ),
        event(
            text,
            "may buy Russian grain next year",
            "AGREE",
            actors=(buyer,),
            recipients=(moscow,),
            quad=1,
            status="possible",
            sentence=2,
            date=Date(start="2021-01-01", end="2021-12-31", basis="stated"),
        ),
        event(
            text,
            "moved troops <toward> the border",
            "MOBILIZE",
            mode="troops",
            actors=(moscow,),
            recipients=(buyer,),
            quad=4,
            status="denied",
            sentence=2,
            confidence=0.4,
        ),
    )
    return Record(
        document=Document(
            id="visit/1",
            text=text,
            published="2020-10-13",
            outlet="The Daily Sample",
            url="https://example.org/visit?a=1&b=2",
            title="A visit & its numbers",
            language="en",
        ),
        sentences=((0, SECOND[0] - 1), SECOND, (SECOND[1] + 1, len(text))),
        actors=(lavrov, tehran, tass, iran, moscow, buyer),
        events=events,
        statements=(said,),
        claims=(claim,),
    )


def _strike() -> Record:
    text = STRIKE
    iran, russia = ref(text, "Iran", "IRN"), ref(text, "Russia", "RUS")
    beside = ActorRef(text="Iran", span=(38, 42), actor="IRN", country="IRN", name="Iran")
    strike = ref(text, "strike", "USA", name="United States")
    together = "Russia and Iran cooperated against the fire"
    return Record(
        document=Document(id="strike-2", text=text, published="2020-12-02", url="javascript:alert(1)"),
        sentences=((0, 26), (27, len(text))),
        actors=(iran, russia, beside),
        events=(
            event(
                text,
                "Iran condemned the strike",
                "ACCUSE",
                mode="disapprove",
                actors=(iran, russia),
                recipients=(strike,),
                quad=3,
                date=Date(start="2020-12-02", end="2020-12-02"),
            ),
            event(
                text,
                together,
                "COOPERATE",
                actors=(russia, beside),
                quad=2,
                sentence=1,
                status="ongoing",
                date=Date(start="2020-12-01", end="2020-12-02"),
            ),
        ),
        issues=(Issue(code="LG407", message="a sentence is too long to parse"),),
    )


def _far() -> Record:
    norway, somalia = ref(FAR, "Norway", "NOR"), ref(FAR, "Somalia", "SOM")
    return Record(
        document=Document(id="far", text=FAR, published="2021-03-05", outlet="Sample Wire"),
        sentences=((0, len(FAR)),),
        actors=(norway, somalia),
        events=(
            event(
                FAR,
                "gave aid to Somalia",
                "AID",
                actors=(norway,),
                recipients=(somalia,),
                quad=2,
                date=Date(start="2021-03-01", end="2021-03-31", basis="stated"),
            ),
        ),
    )


def _unread() -> Record:
    return Record(document=Document(id="broken", text=""), issues=(Issue(code="LG403", message="no text"),))
