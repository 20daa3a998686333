"""The coder over several processes: order kept, bounded, and no document can take the run down."""

from __future__ import annotations

import logging
import multiprocessing
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from types import TracebackType
from typing import Self

from legation.engine import worker
from legation.engine.worker import Coded, Coder, failed
from legation.records import Document, Record

LOG = logging.getLogger("legation.engine")
CHUNK = 8
CRASHED = "the process that coded it ended (crash or out of memory)"

Chunk = list[Document]


class Pool:
    """Worker processes, each with one coder built once. Used in a `with`; leaving it ends them."""

    def __init__(self, processes: int, coder: Coder | None) -> None:
        self._processes = processes
        # bytes, so that a worker limits its threads before anything of the coder is imported
        self._coder = pickle.dumps(coder)
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._stop = context.Event()
        self._executor = ProcessPoolExecutor(
            self._processes, context, initializer=worker.start, initargs=(self._coder, self._stop)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def _end(self) -> None:
        self._stop.set()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def submit(self, chunk: Chunk) -> Future[list[Coded]] | None:
        """Send a chunk; None where the pool is broken."""
        try:
            return self._executor.submit(worker.code_chunk, chunk)
        except BrokenProcessPool:
            return None

    def restart(self) -> None:
        """Begin anew after a worker has died."""
        self._end()
        self._start()

    def check(self) -> None:
        """Raises `RuntimeError` where no worker can start, and what building the coder raises."""
        try:
            self._executor.submit(worker.ready).result()
        except BrokenProcessPool as error:
            hint = "a script that uses processes needs `if __name__ == '__main__':`"
            raise RuntimeError(f"the worker processes can't start; {hint}") from error


def code_in_processes(documents: Iterable[Document], processes: int, coder: Coder | None) -> Iterator[Record]:
    """Records in the order of the documents; at most two chunks per process and two more are under way."""
    source = iter(documents)
    under_way: deque[tuple[Chunk, Future[list[Coded]] | None]] = deque()
    with Pool(processes, coder) as pool:
        while True:
            while len(under_way) < 2 * processes + 2 and (chunk := list(islice(source, CHUNK))):
                under_way.append((chunk, pool.submit(chunk)))
            if not under_way:
                return
            if (coded := result(under_way[0][1])) is not None:
                under_way.popleft()
                yield from map(logged, coded)
                continue
            rescued = [(chunk, result(future)) for chunk, future in under_way]
            under_way.clear()
            yield from map(logged, rescue(rescued, coder))
            pool.restart()


def result(future: Future[list[Coded]] | None) -> list[Coded] | None:
    """What a chunk gave; None where its worker died. What building the coder raised is raised here."""
    try:
        return None if future is None else future.result()
    except BrokenProcessPool:
        return None


def rescue(chunks: Iterable[tuple[Chunk, list[Coded] | None]], coder: Coder | None) -> Iterator[Coded]:
    """The chunks of a broken pool: those that were lost, one document at a time in a process of its own."""
    with Pool(1, coder) as alone:
        alone.check()
        for chunk, coded in chunks:
            if coded is not None:
                yield from coded
                continue
            for document in chunk:
                if (one := result(alone.submit([document]))) is not None:
                    yield from one
                else:
                    yield failed(document, CRASHED)
                    alone.restart()


def logged(coded: Coded) -> Record:
    """The record; a traceback that came with it goes to the log."""
    record, trace = coded
    if trace:
        LOG.error("document %s: %s", record.document.id, trace)
    return record
