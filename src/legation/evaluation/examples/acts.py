"""Examples of event rules, discards and claim rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation import claims
from legation.actors import Actors
from legation.coder import Coder
from legation.decisions import Decision, Trace
from legation.evaluation.examples import told
from legation.evaluation.examples.case import Case, Outcome
from legation.language import Frames, parse
from legation.read import document
from legation.records import ActorRef, Claim, Document, Event

SAME = "same act as another row"
"""Two rules may tell of one act: it stays one event."""
FIELDS = ("kind", "measure", "direction", "value", "unit", "bound")


def event(case: Case) -> Outcome:
    """The rule fires, and an event of its type has the parties, status and mode named; or it keeps still."""
    trace = _trace(case)
    own = [d for d in trace.decisions if d.rule == case.rule]
    if case.wanted:
        fired = any(d.kept or d.reason == SAME for d in own)
        holds = fired and any(_matches(e, case) for e in trace.record.events)
    else:
        holds = not any(case.rule in e.why for e in trace.record.events)
    return Outcome(holds, tuple(map(told.event, trace.record.events)), _fallen(own))


def coded(case: Case) -> Outcome:
    """An event has the code named, by this entry or by its rule; of a counter-example none has its code by this."""
    found = _trace(case).record.events
    holds = case.example["code"] in {e.cameo for e in found} if case.wanted else case.rule not in _why(found)
    return Outcome(holds, tuple(f"{told.event(e)} {e.cameo}" for e in found))


def about(case: Case) -> Outcome:
    """An event has the context; of a counter-example none has."""
    found = _trace(case).record.events
    holds = any(case.entry["context"] in e.contexts for e in found) == case.wanted
    return Outcome(holds, tuple(f"{told.event(e)} about {', '.join(e.contexts) or 'nothing'}" for e in found))


def tolled(case: Case) -> Outcome:
    """An event has the tolls named, and the bound that of the entry's kind; of a counter-example none of this kind."""
    found, kind = _trace(case).record.events, case.entry["kind"]
    gives = tuple(
        f"{told.event(e)}: {', '.join(f'{c.kind} {c.value:g}' for c in e.casualties) or 'none'}" for e in found
    )
    tolls = {c.kind: (c.value, c.bound) for e in found for c in e.casualties}
    if not case.wanted:
        return Outcome(kind not in tolls and bool(found), gives)
    right = all(tolls.get(k, (None,))[0] == value for k, value in case.example["tolls"].items())
    return Outcome(right and tolls[kind][1] == case.example.get("bound", "exact"), gives)


def bound(case: Case) -> Outcome:
    """An event has the actors and recipients named; or a treaty gives none a party."""
    trace = _trace(case)
    found = trace.record.events
    given = any("(treaty)" in slot.name for d in trace.decisions if d.kept for slot in d.slots)
    return Outcome(any(_sides(e, case) for e in found) if case.wanted else not given, tuple(map(told.event, found)))


def discarded(case: Case) -> Outcome:
    """The type named under `drops` falls by this discard; the one under `keeps` stays."""
    trace = _trace(case)
    types, reason = {e.type for e in trace.record.events}, f"discard {case.rule}"
    if case.wanted:
        kind = f"en.{case.example['drops'].lower()}."
        fell = any((d.rule or "").startswith(kind) and d.reason == reason for d in trace.decisions if not d.kept)
        holds = fell and case.example["drops"] not in types
    else:
        holds = case.example["keeps"] in types and reason not in {d.reason for d in trace.decisions}
    return Outcome(holds, tuple(map(told.event, trace.record.events)), _fallen(trace.decisions))


def claim(case: Case) -> Outcome:
    """A claim of this rule has the fields named; or there is none of this rule."""
    parsed = parse(Document(id="d", text=case.text, published=case.day))
    found = claims.code(Frames(parsed), Actors(parsed))
    own = [c for c in found.claims if case.rule in c.why]
    holds = any(_asserts(c, case.example) for c in own) if case.wanted else not own
    return Outcome(holds, tuple(map(told.claim, found.claims)), _fallen(found.decisions))


def _why(found: Sequence[Event]) -> set[str]:
    return {id for event in found for id in event.why}


def _trace(case: Case) -> Trace:
    return Coder().explain(document(case.text, date=case.day))


def _matches(found: Event, case: Case) -> bool:
    wanted, type_ = case.example, case.entry["type"]
    return (
        found.type == type_
        and _sides(found, case)
        and wanted.get("status") in (None, found.status)
        and wanted.get("mode", case.entry.get("mode")) in (found.mode, None)
    )


def _sides(found: Event, case: Case) -> bool:
    actors, recipients = (set(case.example.get(side) or ()) for side in ("actors", "recipients"))
    return actors <= _owners(found.actors) and recipients <= _owners(found.recipients)


def _owners(refs: Sequence[ActorRef]) -> set[str]:
    return {name for r in refs for name in (r.country, r.actor, (r.actor or "").split(".")[0]) if name}


def _asserts(found: Claim, wanted: dict[str, Any]) -> bool:
    period = {key: getattr(found.period, key, None) for key in ("start", "end")}
    return (
        all(getattr(found, key) == wanted[key] for key in FIELDS if key in wanted)
        and ("dyad" not in wanted or list(found.dyad) == wanted["dyad"])
        and all(period[key] == wanted[key] for key in period if key in wanted)
        and ("base" not in wanted or getattr(found.baseline, "start", None) == wanted["base"])
    )


def _fallen(decisions: Sequence[Decision]) -> tuple[str, ...]:
    return tuple(f"{d.rule}: {d.reason}{f', {d.detail}' if d.detail else ''}" for d in decisions if not d.kept)
