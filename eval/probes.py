"""The probes on which an older coder was measured: negation, modality, history, fiction, sport, allegation, passive.

python eval/probes.py – prints one line per probe and fails (exit 1) when fewer than FLOOR come out right.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import legation
from legation.records import Record

DATE, FLOOR = "2025-06-15", 10
Test = Callable[[Record], bool]


def owners(refs: Any) -> set[str]:
    return {r.country or r.actor for r in refs}


def act(type_: str, actor: str, recipient: str, *statuses: str, start: str | None = None) -> Test:
    """Some event of the type, from the actor to the recipient, with one of the statuses (and a start date)."""

    def test(record: Record) -> bool:
        return any(
            e.type == type_
            and actor in owners(e.actors)
            and recipient in owners(e.recipients)
            and e.status in statuses
            and (e.date.start or "").startswith(start or "")
            for e in record.events
        )

    return test


def no_act(record: Record) -> bool:
    """No event that occurred or goes on."""
    return not any(e.status in ("occurred", "ongoing") for e in record.events)


def parties(type_: str, *wanted: str) -> Test:
    """One event of the type among all of the states named."""
    return lambda record: any(
        e.type == type_ and set(wanted) <= owners((*e.actors, *e.recipients)) for e in record.events
    )


def said(speaker: str, test: Test) -> Test:
    """The event holds, and it is reported in a statement of the speaker."""

    def both(record: Record) -> bool:
        by_id = {s.id: s for s in record.statements}
        return test(record) and any(
            e.statement in by_id and speaker in owners(by_id[e.statement].speakers) for e in record.events
        )

    return both


PROBES: tuple[tuple[str, Test], ...] = (
    ("France did not attack Mali.", act("ASSAULT", "FRA", "MLI", "denied")),
    ("France didn't attack Mali.", act("ASSAULT", "FRA", "MLI", "denied")),
    ("France has never attacked Mali.", act("ASSAULT", "FRA", "MLI", "denied")),
    ("France may attack Mali.", act("ASSAULT", "FRA", "MLI", "possible")),
    ("France will attack Mali.", act("ASSAULT", "FRA", "MLI", "planned")),
    ("In 1940 Germany invaded France.", act("ASSAULT", "DEU", "FRA", "occurred", start="1940")),
    ("The film shows Germany invading Poland.", no_act),
    ("Brazil beat Germany 2-0 in the final.", no_act),
    ("England clashed with Argentina at Wembley.", no_act),
    ("Russia said Ukraine attacked Belarus.", said("RUS", act("ASSAULT", "UKR", "BLR", "occurred"))),
    ("Russia denied it attacked Ukraine.", act("ASSAULT", "RUS", "UKR", "denied")),
    ("France threatened to attack Mali.", act("THREATEN", "FRA", "MLI", "occurred")),
    ("Mali was attacked by France.", act("ASSAULT", "FRA", "MLI", "occurred")),
    ("The Russian attack on Ukraine killed 20 people.", act("ASSAULT", "RUS", "UKR", "occurred")),
    ("France and Germany signed an agreement with Japan and India.", parties("AGREE", "FRA", "DEU", "JPN", "IND")),
    ("Keir Starmer met Donald Trump.", parties("CONSULT", "GBR", "USA")),
)


def main() -> int:
    """Prints each probe with what came out; 1 below the floor."""
    right = 0
    for text, test in PROBES:
        record = legation.code(text, date=DATE)
        ok = test(record)
        right += ok
        rows = "; ".join(
            f"{e.type} {'+'.join(sorted(owners(e.actors)))}→{'+'.join(sorted(owners(e.recipients)))}"
            f" {e.status} {e.date.start}"
            for e in record.events
        )
        print(f"{'right' if ok else 'WRONG':<6} {text:<60} {rows}")
    print(f"{right} of {len(PROBES)} right (floor {FLOOR})")
    return int(right < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
