"""Commands run with a coder that needs no model: "A met B" is an event, "kaboom" breaks it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from legation.cli import main
from legation.decisions import Decision, Slot, Trace
from legation.records import ActorRef, Date, Document, Event, Record, content_id

MEETING = re.compile(r"(Iran|Russia|China) met (Iran|Russia|China)")
CODES = {"Iran": "IRN", "Russia": "RUS", "China": "CHN"}


class PlainCoder:
    """Finds meetings by one pattern."""

    def code(self, document: Document) -> Record:
        return self.explain(document).record

    def explain(self, document: Document) -> Trace:
        if "kaboom" in document.text:
            raise RuntimeError("the coder broke")
        matches = list(MEETING.finditer(document.text))
        events = tuple(_event(document, match) for match in matches)
        whole = ((0, len(document.text)),) if document.text else ()
        record = Record(document=document, sentences=whole, events=events)
        kept = [_decision(document, match, event) for match, event in zip(matches, events, strict=True)]
        fallen = [
            Decision(kind="event", kept=False, reason="no second country", sentence=0, text=word[0], span=word.span())
            for word in re.finditer("visit", document.text)
        ]
        return Trace(record=record, decisions=(*kept, *fallen))


def _event(document: Document, match: re.Match[str]) -> Event:
    return Event(
        id=content_id("event", document.id, match.span()),
        type="CONSULT",
        quad=1,
        intensity=1.0,
        actors=tuple(_actor(match, group) for group in (1, 2)),
        date=Date(start=document.published, end=document.published),
        status="occurred",
        span=match.span(),
        sentence=0,
        text=match[0],
        confidence=0.9,
        why=("consult.meet",),
    )


def _actor(match: re.Match[str], group: int) -> ActorRef:
    code = CODES[match[group]]
    return ActorRef(text=match[group], span=match.span(group), actor=code, country=code, via="name")


def _decision(document: Document, match: re.Match[str], event: Event) -> Decision:
    slots = [Slot(name="actor", text=match[n], span=match.span(n), value=CODES[match[n]]) for n in (1, 2)]
    source = {"rule": "consult.meet", "source": "en/events/consult.yaml:14"}
    return Decision(
        kind="event",
        kept=True,
        reason="matched",
        span=match.span(),
        text=match[0],
        sentence=0,
        row=event.id,
        slots=tuple(slots),
        **source,
    )


@pytest.fixture
def plain_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the plain coder in the place of the real one."""
    module = ModuleType("legation.coder")
    module.Coder = PlainCoder  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "legation.coder", module)


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs a command line as a user would, output in a pipe."""

    def command(*arguments: object, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], input=input, prog_name="legation")

    return command
