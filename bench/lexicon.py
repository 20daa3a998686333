"""CPU time to load the lexicon: every table and index that a coder needs, in a process that has none yet.

Usage: python bench/lexicon.py
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from legation.actors.gazetteer import gazetteer
from legation.actors.vocabulary import references, role_phrases
from legation.claims import measures
from legation.claims import rules as claims
from legation.events import rules as events
from legation.events.discards import discards
from legation.language import named, tables
from legation.language.gazetteer import labels, owners
from legation.language.reference import words
from legation.language.status import rules as status
from legation.language.times.grammar import grammar
from legation.statements import cues, tone

AIM = 0.3

STEPS: dict[str, Callable[[], object]] = {
    "actors": gazetteer,
    "names for the tagger": labels,
    "parties": owners,
    "roles and references": lambda: (role_phrases(), references(), words.table(), named.titles()),
    "frames and status": lambda: (tables.frame_tables(), status.cues()),
    "time expressions": grammar,
    "events": lambda: (events.rules(), discards()),
    "statements": lambda: (cues.rules(), tone.judging()),
    "claims": lambda: (claims.triggers(), measures.names()),
}


def timed() -> Iterator[tuple[str, float]]:
    """Each step with its seconds, in the order of a first document."""
    for name, step in STEPS.items():
        begun = time.process_time()
        step()
        yield name, time.process_time() - begun


if __name__ == "__main__":
    found = list(timed())
    for name, seconds in found:
        print(f"{seconds * 1000:7.0f} ms  {name}")
    print(f"{sum(seconds for _, seconds in found) * 1000:7.0f} ms  together (aim: {AIM * 1000:.0f} ms)")
