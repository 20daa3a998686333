"""Speed: words a second through the whole language stage, in two processes, on the development corpus.

Each process loads the model, reads one document unmeasured, then its half of the sample: wall-clock time of the
slower one. Words are counted in all sentences, those that the cascade skips too. Other work on the machine lowers
the figure; the note gives the words per processor second.
"""

from __future__ import annotations

import gzip
import json
import multiprocessing
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from legation.evaluation.figure import Figure

EVERY, DOCUMENTS, PROCESSES = 113, 120, 2
FLOOR, AIM = 4_000, 10_000


def measure(data: Path) -> Iterator[Figure]:
    """Words a second of wall-clock time."""
    texts = list(sample(data / "corpus/dev.jsonl.gz"))
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        runs = list(pool.map(run, [texts[i::PROCESSES] for i in range(PROCESSES)]))
    words, slowest = sum(r[0] for r in runs), max(r[1] for r in runs)
    note = f"aim {AIM}; {words / sum(r[2] for r in runs):.0f} words per processor second"
    yield Figure("speed", f"{len(texts)} documents, {PROCESSES} processes", "words/s", words / slowest, FLOOR, note)


def sample(path: Path) -> Iterator[tuple[str, str | None]]:
    """Every 113th document of the corpus: its text and date."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in islice(file, 0, EVERY * DOCUMENTS, EVERY):
            row = json.loads(line)
            yield row["text"], row.get("date")


def run(texts: list[tuple[str, str | None]]) -> tuple[int, float, float]:
    """Words, wall-clock seconds and processor seconds of one process."""
    from legation.language import Frames, parse
    from legation.read import document

    documents = [document(text, date=date) for text, date in texts]
    Frames(parse(documents[0], whole=False))
    wall, processor = time.perf_counter(), time.process_time()
    words = sum(len(Frames(parse(each, whole=False)).parse.words) for each in documents)
    return words, time.perf_counter() - wall, time.process_time() - processor
