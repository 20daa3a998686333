"""How many marked sentences a processor second the relation head reads, cutting and embedding included."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from legation.evaluation.events.marked import SET, rows
from legation.evaluation.figure import Figure
from legation.relation import relations


def measure(data: Path) -> Iterator[Figure]:
    """Sentences per processor second on one thread, the model loaded."""
    given = [(row.text, row.source, row.target) for row in rows(data)]
    list(relations(given[:8]))
    start = time.process_time()
    list(relations(given))
    yield Figure("speed", SET, "sentences per CPU second", len(given) / (time.process_time() - start), 150.0)
