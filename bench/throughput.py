"""Documents a second from file to store: `python bench/throughput.py news.jsonl.gz --documents 60 --processes 1 2`.

Each number of processes is measured in a process of its own with an empty store: reading, coding and writing together,
the loading of the models in each worker included (`first` is when the first record came). `--every N` takes each Nth
document, for files in some order. Processor time tells more than seconds where other work runs. Memory is the peak of
the resident size: of the process that reads and writes, and of the largest worker.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from legation.engine import code_many
from legation.read import read
from legation.records import Document, Record
from legation.store import ingest, open_store

WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
KILOBYTES = 1 if sys.platform != "darwin" else 1024


class Clock:
    """The coder, noting when it gave the first record and how many characters it was given."""

    def __init__(self, processes: int) -> None:
        self.processes, self.first, self.characters = processes, 0.0, 0

    def __call__(self, documents: Iterable[Document]) -> Iterator[Record]:
        """The records of documents."""
        for record in code_many(documents, processes=self.processes):
            self.first = self.first or time.perf_counter()
            self.characters += len(record.document.text)
            yield record


def measure(source: Path, documents: int, every: int, processes: int) -> dict[str, Any]:
    """Read, code and store so many documents of a file."""
    chosen = islice(islice(read(source), 0, None, every), documents)
    clock, begun = Clock(processes), time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch, open_store(Path(scratch) / "store", create=True) as store:
        report = ingest(chosen, store, clock)
    ended = time.perf_counter()
    return {
        "processes": processes,
        "documents": report.read,
        "failed": report.failed,
        "characters": clock.characters,
        "rows": report.written.events + report.written.statements + report.written.claims,
        "seconds": ended - begun,
        "first": clock.first - begun,
        "cpu": sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, WHO)),
        "self": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KILOBYTES,
        "worker": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // KILOBYTES,
    }


def table(source: Path, documents: int, every: int, processes: Iterable[int]) -> None:
    """Measure each number of processes and print a row for it."""
    print(f"{source.name}: load {os.getloadavg()[0]:.1f} before, {os.cpu_count()} cores")
    print("processes documents failed  kB/doc  rows  first  seconds  docs/s  cpu s/doc  kB/cpu s  MB self  MB worker")
    for number in processes:
        asked = ["--documents", str(documents), "--every", str(every), "--one", str(number)]
        done = subprocess.run([sys.executable, __file__, str(source), *asked], capture_output=True, check=True)
        print(line(json.loads(done.stdout)), flush=True)
    print(f"load {os.getloadavg()[0]:.1f} after")


def line(done: dict[str, Any]) -> str:
    """One measurement as a row."""
    count, seconds, kilobytes = done["documents"], done["seconds"], done["characters"] / 1000
    return (
        f"{done['processes']:9} {count:9} {done['failed']:6} {kilobytes / max(count, 1):7.1f} {done['rows']:5} "
        f"{done['first']:6.1f} {seconds:8.1f} {count / seconds:7.1f} {done['cpu'] / max(count, 1):10.2f} "
        f"{kilobytes / done['cpu']:9.1f} {done['self'] / 1024:8.0f} {done['worker'] / 1024:10.0f}"
    )


def main() -> None:
    """Measure all, or one in this process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("source", type=Path, help="a file that `legation ingest` reads")
    options.add_argument("--documents", type=int, default=60)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.one:
        print(json.dumps(measure(given.source, given.documents, given.every, given.one)))
    else:
        table(given.source, given.documents, given.every, given.processes)


if __name__ == "__main__":
    main()
