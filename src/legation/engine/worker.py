"""What runs in a worker process: one coder, one thread, one document at a time."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Sequence
from multiprocessing import connection, parent_process
from multiprocessing.synchronize import Event
from typing import Protocol

from legation.errors import LexiconError
from legation.records import Document, Issue, Record

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "LEGATION_THREADS")
LONGEST_MESSAGE = 300

Coded = tuple[Record, str | None]


class Coder(Protocol):
    """What codes a document, as `legation.coder.Coder`; picklable where it goes to processes."""

    def code(self, document: Document) -> Record: ...


class _Process:
    """The state of this worker process."""

    coder: Coder | None = None
    stop: Event | None = None
    settled = False


def start(coder: bytes, stop: Event) -> None:
    """Set up this process: the parent handles Ctrl-C, and when it dies this process ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(THREADS, "1"))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Process.coder, _Process.stop = pickle.loads(coder), stop


def _end_with_parent() -> None:
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


def ready() -> bool:
    """Build the coder; raises what that raises."""
    own_coder()
    return True


def own_coder() -> Coder:
    """The coder of this process, built once."""
    if _Process.coder is None:
        _Process.coder = default_coder()
    return _Process.coder


def default_coder() -> Coder:
    """Legation's coder."""
    from legation.coder import Coder as Default  # loads the language stage, which a caller with an own coder needs not

    return Default()


def code_chunk(documents: Sequence[Document]) -> list[Coded]:
    """The records of some documents; ends early when the run is stopped."""
    coder, stop = own_coder(), _Process.stop
    coded: list[Coded] = []
    for document in documents:
        if stop is not None and stop.is_set():
            break
        coded.append(code_one(coder, document))
        settle()
    return coded


def settle() -> None:
    """After the first document: what it loaded stays, and the garbage collector need not look through it again.

    Statements and claims take 6 % less of the time of language for it (`legation eval statements --part speed`).
    """
    if not _Process.settled:
        gc.collect()
        gc.freeze()
        _Process.settled = True


def code_one(coder: Coder, document: Document) -> Coded:
    """The record of a document, or one with issue LG408 and the traceback that led to it.

    Raises `LexiconError` where the lexicon can't be used: every document would fail of it.
    """
    try:
        return coder.code(document), None
    except LexiconError:
        raise
    except Exception as error:
        return failed(document, f"{type(error).__name__}: {error}"[:LONGEST_MESSAGE], traceback.format_exc())


def failed(document: Document, message: str, trace: str | None = None) -> Coded:
    """A record that says the document was not coded, and why."""
    return Record(document=document, issues=(Issue(code="LG408", message=message),)), trace or message
