"""One writer at a time.

The lock is the operating system's, on an open file: it goes with the process that holds it, however that ends, so a
process id left in the file by a killed run never blocks anyone. The text in the file only says who is writing.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Self

from legation.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        file.seek(1 << 30)  # beyond the text: on Windows a locked byte can't be read by others
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """A lock file to be held while writing; raises `StoreError` LG503 where another run holds it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        file = open(self.path, "a+", encoding="utf-8")
        try:
            _take(file)
        except OSError:
            file.seek(0)
            holder = file.read()
            file.close()
            raise StoreError("LG503", f"another run is writing this store{_who(holder)}", _HINT) from None
        file.seek(0)
        file.truncate()
        now = datetime.now(UTC).isoformat(timespec="seconds")
        json.dump({"pid": os.getpid(), "host": socket.gethostname(), "since": now}, file)
        file.flush()
        self._file = file
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


_HINT = "wait until it has finished, or stop it; readers need not wait"


def _who(holder: str) -> str:
    try:
        about = json.loads(holder)
        return f" (process {about['pid']} on {about['host']}, since {about['since']})"
    except (ValueError, KeyError, TypeError):
        return ""
