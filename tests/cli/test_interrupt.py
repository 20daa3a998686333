"""Ctrl-C in a real process: exit code 130, how to go on, and going on."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

from legation.errors import Exit
from legation.store import open_store

SLOW = """
import sys, time
sys.path.insert(0, {tests!r})
from types import ModuleType
from conftest import PlainCoder
class Slow(PlainCoder):
    def explain(self, document):
        time.sleep({seconds})
        return super().explain(document)
module = ModuleType("legation.coder"); module.Coder = Slow; sys.modules["legation.coder"] = module
from legation.cli import main
main(["ingest", {source!r}, "--store", {store!r}, "--processes", "1"])
"""


def started(source, store, seconds):
    tests = str(Path(__file__).parent)
    code = SLOW.format(tests=tests, seconds=seconds, source=str(source), store=str(store))
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code], stderr=pipe, stdout=pipe, text=True, preexec_fn=heed)


def heed():
    """Ctrl-C counts, also where the tests run in a background job, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupted_ingest_goes_on_when_run_again(tmp_path):
    source, store = tmp_path / "news.jsonl", tmp_path / "store"
    lines = [{"id": str(n), "date": "2020-01-01", "text": f"Iran met Russia, {n}."} for n in range(20)]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines))
    first = started(source, store, 3)
    while not (store / "store.json").exists() and first.poll() is None:
        time.sleep(0.05)
    time.sleep(1.5)
    first.send_signal(signal.SIGINT)
    said = first.communicate(timeout=60)[1]
    assert first.returncode == Exit.INTERRUPTED, said
    assert "to go on, run the same command again" in said
    assert "Traceback" not in said
    second = started(source, store, 0)
    said = second.communicate(timeout=60)[1]
    assert second.returncode == Exit.DONE, said
    assert open_store(store).counts()["documents"] == 20
