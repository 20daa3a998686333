"""Probes, end to end: the sentences on which an older coder was measured, and one more pair of leaders.

Negation, modality, history, fiction, sport, allegation, denial, threat, passive, nouns, coordination. Each names what
the record must hold: the event, its parties, its status and, where the text gives one, its date; or that no event
occurred. The report is dated 15 June 2025.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.coder import Coder
from legation.evaluation.figure import Figure
from legation.records import ActorRef, Document, Event, Record

DATE = "2025-06-15"
Test = Callable[[Record], bool]


@dataclass(frozen=True, slots=True)
class Probe:
    """A text and what its record must hold."""

    text: str
    test: Test


def owners(refs: Iterable[ActorRef]) -> frozenset[str]:
    """The countries of the actors, or their own ids."""
    return frozenset(name for r in refs if (name := r.country or r.actor))


def act(type_: str, actor: str, recipient: str, status: str, start: str = DATE) -> Test:
    """Some event of the type, from the actor to the recipient, with the status and a date that begins so."""

    def holds(event: Event) -> bool:
        return (
            event.type == type_
            and actor in owners(event.actors)
            and recipient in owners(event.recipients)
            and event.status == status
            and (event.date.start or "").startswith(start)
        )

    return lambda record: any(map(holds, record.events))


def among(type_: str, *wanted: str) -> Test:
    """One event of the type that occurred among all of the states named."""
    return lambda record: any(
        e.type == type_ and e.status == "occurred" and frozenset(wanted) <= owners((*e.actors, *e.recipients))
        for e in record.events
    )


def said(speaker: str, test: Test) -> Test:
    """The event holds, and it is reported in a statement of the speaker."""

    def both(record: Record) -> bool:
        own = {s.id for s in record.statements if speaker in owners(s.speakers)}
        return test(record) and any(e.statement in own for e in record.events)

    return both


def nothing(record: Record) -> bool:
    """No event that occurred or goes on."""
    return not any(e.status in ("occurred", "ongoing") for e in record.events)


def all_of(*tests: Test) -> Test:
    return lambda record: all(test(record) for test in tests)


PROBES = (
    Probe("France did not attack Mali.", act("ASSAULT", "FRA", "MLI", "denied")),
    Probe("France didn't attack Mali.", act("ASSAULT", "FRA", "MLI", "denied")),
    Probe("France has never attacked Mali.", act("ASSAULT", "FRA", "MLI", "denied", "")),
    Probe("France may attack Mali.", act("ASSAULT", "FRA", "MLI", "possible")),
    Probe("France will attack Mali.", act("ASSAULT", "FRA", "MLI", "planned")),
    Probe("In 1940 Germany invaded France.", act("ASSAULT", "DEU", "FRA", "occurred", "1940")),
    Probe("The film shows Germany invading Poland.", nothing),
    Probe("Brazil beat Germany 2-0 in the final.", nothing),
    Probe("England clashed with Argentina at Wembley.", nothing),
    Probe("Russia said Ukraine attacked Belarus.", said("RUS", act("ASSAULT", "UKR", "BLR", "occurred"))),
    Probe("Russia denied it attacked Ukraine.", act("ASSAULT", "RUS", "UKR", "denied")),
    Probe(
        "France threatened to attack Mali.",
        all_of(act("THREATEN", "FRA", "MLI", "occurred"), act("ASSAULT", "FRA", "MLI", "possible")),
    ),
    Probe("Mali was attacked by France.", act("ASSAULT", "FRA", "MLI", "occurred")),
    Probe("The Russian attack on Ukraine killed 20 people.", act("ASSAULT", "RUS", "UKR", "occurred")),
    Probe("France and Germany signed an agreement with Japan and India.", among("AGREE", "FRA", "DEU", "JPN", "IND")),
    Probe("Keir Starmer met Donald Trump.", among("CONSULT", "GBR", "USA")),
)


def measure(data: Path) -> Iterator[Figure]:
    """How many of the probes come out right, in percent; the note names those that do not. `data` is not read."""
    wrong = list(failed())
    share = 100 * (1 - len(wrong) / len(PROBES))
    yield Figure("probes", f"{len(PROBES)} probes", "right", share, 100.0, "; ".join(wrong))


def failed() -> Iterator[str]:
    """The texts whose record lacks what it must hold, or holds what it must not."""
    coder = Coder()
    for number, probe in enumerate(PROBES):
        if not probe.test(coder.code(Document(id=f"probe-{number}", text=probe.text, published=DATE))):
            yield probe.text
