"""Coders for tests of the engine and of ingest: they can be pickled and take their orders from the text."""

from __future__ import annotations

import os
import signal
import time

import msgspec

from legation.records import Document, Record
from tests.rows import talks


class Plain:
    """Codes a text in no time; a text beginning `raise`, `exit`, `sleep`, `slow` does what it says."""

    def code(self, document: Document) -> Record:
        order = document.text.split(maxsplit=1)[0] if document.text.strip() else ""
        if order == "raise":
            raise ValueError(f"can't code {document.id}")
        if order == "exit":
            os.kill(os.getpid(), signal.SIGKILL)
        if order in ("sleep", "slow"):
            time.sleep(30 if order == "sleep" else 0.02)
        return Record(document=document)


class Talks:
    """Gives every text the rows of `tests.rows.TALKS`."""

    def code(self, document: Document) -> Record:
        return msgspec.structs.replace(talks(document.id, document.published, document.text), document=document)


class Counting:
    """Gives each document the process that coded it and how many it had coded before, in `title`."""

    def __init__(self) -> None:
        self.coded = 0

    def code(self, document: Document) -> Record:
        self.coded += 1
        threads = os.environ.get("OMP_NUM_THREADS")
        return Record(
            document=Document(id=document.id, text=document.text, title=f"{os.getpid()} {self.coded} {threads}")
        )


class Broken:
    """Can't be built in another process."""

    def __reduce__(self) -> tuple[type[Broken], tuple[()]]:
        return Broken, ()

    def __init__(self) -> None:
        if os.environ.get("LEGATION_THREADS"):
            raise OSError("no model here")

    def code(self, document: Document) -> Record:
        return Record(document=document)


class Slow(Talks):
    """As `Talks`, in a twentieth of a second."""

    def code(self, document: Document) -> Record:
        time.sleep(0.05)
        return super().code(document)
