"""Examples of reporting cues."""

from __future__ import annotations

from collections.abc import Sequence

from legation.actors import Actors
from legation.evaluation.examples import told
from legation.evaluation.examples.case import Case, Outcome
from legation.language import Frames, parse
from legation.records import ActorRef, Document, Statement
from legation.statements import code


def reported(case: Case) -> Outcome:
    """A statement of this cue has the speaker, content, addressee and channel named; or there is none of this cue."""
    parsed = parse(Document(id="d", text=case.text, published=case.day))
    found = code(Frames(parsed), Actors(parsed)).statements
    own = [s for s in found if case.rule in s.why]
    holds = any(_matches(s, case) for s in own) if case.wanted else not own
    return Outcome(holds, tuple(map(told.statement, found)))


def _matches(found: Statement, case: Case) -> bool:
    wanted = case.example
    return (
        wanted["speaker"].lower() in _named(found.speakers).lower()
        and wanted["content"] in found.content.text
        and wanted.get("to", "") in _named(found.addressees)
        and wanted.get("via", "") in _named(found.via)
    )


def _named(refs: Sequence[ActorRef]) -> str:
    return " ".join(str(v) for r in refs for v in (r.actor, r.country, r.name, r.role, r.text))
