"""The store needs neither pyarrow nor pandas nor a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import socket, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("pyarrow", "pandas", "polars"):
            raise ImportError(name)

def refuse(*_):
    raise OSError("no network here")

sys.meta_path.insert(0, Missing())
socket.socket.connect = socket.getaddrinfo = refuse

from legation.relations import panel
from legation.store import open_store
from tests.rows import talks

with open_store(sys.argv[1], create=True) as store:
    store.write([talks()])
    store.write([talks(published="2021-04-01")])
    assert store.document("talks") == talks(published="2021-04-01")
    assert panel(store.pair("IRN", "RUS")).periods[0].events == 1
"""


def test_writing_and_reading_with_nothing_but_the_dependencies(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "store")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
