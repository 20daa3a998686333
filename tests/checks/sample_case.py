"""Cases of our own: claims, acts and series of Norway and Peru, put together without a store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation.observations import Observation
from legation.records import ActorRef, Claim, Date, Event, Period
from legation.relations.checks.case import Case
from legation.statistics.rows import observation
from legation.store import Found

SAID = "2021-11-20"


def series(
    flow: str, period: str, value: float, reporter: str = "NOR", source: str = "UN Comtrade", **more: Any
) -> Observation:
    """A figure of Norway's record with Peru, or the other way; millions of dollars, or percent with a `base`."""
    partner = "PER" if reporter == "NOR" else "NOR"
    growth = "base" in more
    given = {"unit": "percent" if growth else "USD", "vintage": "2022-03-01", **more}
    return observation(
        source=source,
        reporter=reporter,
        partner=partner,
        flow=flow,
        period=period,
        value=value if growth else value * 1e6,
        **given,
    )


def claim(kind: str = "change", measure: str = "trade", **more: Any) -> Found[Claim]:
    """A claim that was published on 20 November 2021."""
    start, end = more.pop("period", ("2021-01-01", SAID))
    base = more.pop("base", None)
    given: dict[str, Any] = {
        "dyad": ("NOR", "PER"),
        "direction": "up",
        "unit": "percent",
        "bound": "exact",
        "period": Period(start=start, end=end, text=more.pop("words", "this year")),
        "baseline": Period(start=base[0], end=base[1]) if base else None,
        **more,
    }
    if given.get("value") is None:
        given |= {"unit": None, "bound": None}
    number = f"{kind}-{measure}-{given.get('value')}-{start}"
    row = Claim(id=number, kind=kind, measure=measure, span=(0, 1), sentence=0, text="x", confidence=0.9, **given)
    return Found(document="d", published=SAID, outlet="Test Wire", row=row)


def act(
    day: str,
    end: str | None = None,
    mode: str | None = "visit",
    who: str = "NOR.a-envoy",
    status: str = "occurred",
    document: str = "r",
    **more: Any,
) -> Found[Event]:
    """A consultation of an envoy of Norway with Peru."""
    actor = ActorRef(text="Envoy", span=(0, 5), actor=who, country="NOR")
    other = ActorRef(text="Peru", span=(6, 10), actor="PER", country="PER")
    row = Event(
        id=f"e-{day}-{mode}-{status}-{document}",
        type=more.pop("type", "CONSULT"),
        mode=mode,
        actors=(actor,),
        recipients=(other,),
        date=Date(start=day, end=end or day, basis="stated"),
        status=status,
        span=(0, 5),
        sentence=0,
        text="x",
        confidence=0.9,
        **more,
    )
    return Found(document=document, published=SAID, direction="forth", since=day, until=end or day, row=row)


def case(
    claims: Sequence[Found[Claim]] = (), events: Sequence[Found[Event]] = (), figures: Sequence[Observation] = ()
) -> Case:
    """A case of Norway and Peru."""
    return Case(a="NOR", b="PER", claims=tuple(claims), events=tuple(events), observations=tuple(figures))
