"""Speed: how many times the processor time of statements and claims together the language stage takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from legation import claims, statements
from legation.actors import Actors
from legation.engine.worker import settle
from legation.evaluation.figure import Figure
from legation.evaluation.language.speed import sample
from legation.language import Frames, parse
from legation.read import document
from legation.records import Document

DOCUMENTS = 40
FLOOR, AIM = 3.5, 4.0  # the aim: statements and claims cost less than a quarter of the language stage


def measure(data: Path) -> Iterator[Figure]:
    """Processor time of language over that of statements and claims; the first document is read unmeasured."""
    documents = [document(text, date=date) for text, date in islice(sample(data / "corpus/dev.jsonl.gz"), DOCUMENTS)]
    timed(documents[0])
    settle()  # as a worker does
    times = [timed(each) for each in documents]
    language, coding = sum(t[0] for t in times), sum(t[1] for t in times)
    note = f"aim {AIM:.0f}; {language:.2f} s language, {coding:.2f} s statements and claims"
    yield Figure(
        "speed", f"{len(documents)} documents", "language over statements and claims", language / coding, FLOOR, note
    )


def timed(each: Document) -> tuple[float, float]:
    """Processor seconds of the language stage, and of statements and claims, on one document."""
    start = time.process_time()
    frames = Frames(parse(each, whole=False))
    actors = Actors(frames.parse)
    _ = actors.references.antecedents.found  # who is meant is language too, though read when first asked for
    known = time.process_time()
    for stage in (statements, claims):
        stage.code(frames, actors)
    return known - start, time.process_time() - known
