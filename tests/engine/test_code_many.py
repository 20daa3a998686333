"""Many documents over one process or more: order, bounds, and what a failing document does."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from legation.engine import code_many
from legation.engine.pool import CHUNK
from legation.records import Document
from tests.coders import Broken, Counting, Plain

PROCESSES = [1, 2]


def documents(*texts: str) -> list[Document]:
    return [Document(id=f"d{n}", text=text) for n, text in enumerate(texts)]


@pytest.mark.parametrize("processes", PROCESSES)
def test_the_order_is_kept(processes: int) -> None:
    given = documents(*(["slow one"] + ["quick"] * 9) * 4)
    assert [record.document for record in code_many(given, processes, Plain())] == given


@pytest.mark.parametrize("processes", PROCESSES)
def test_no_documents_no_records(processes: int) -> None:
    assert list(code_many([], processes, Plain())) == []


@pytest.mark.parametrize("processes", PROCESSES)
def test_an_exception_becomes_an_issue_with_its_type(processes: int, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "legation.engine"):
        records = list(code_many(documents("fine", "raise it", "fine"), processes, Plain()))
    assert [[issue.code for issue in record.issues] for record in records] == [[], ["LG408"], []]
    assert records[1].issues[0].message == "ValueError: can't code d1"
    assert "Traceback" in caplog.text
    assert "d1" in caplog.text


def test_a_document_that_ends_its_process_gets_the_issue_and_no_other(caplog: pytest.LogCaptureFixture) -> None:
    texts = ["fine"] * 40
    texts[3] = texts[21] = "exit now"
    records = list(code_many(documents(*texts), 2, Plain()))
    assert [record.document.id for record in records] == [f"d{n}" for n in range(40)]
    assert [record.document.id for record in records if record.issues] == ["d3", "d21"]
    assert "the process that coded it ended" in records[3].issues[0].message


def test_documents_are_read_as_they_are_needed() -> None:
    read = []

    def source() -> Iterator[Document]:
        for n in range(10_000):
            read.append(n)
            yield Document(id=f"d{n}", text="fine")

    records = code_many(source(), 2, Plain())
    for _ in range(10):
        next(records)
    assert len(read) <= 10 + 7 * CHUNK
    records.close()  # type: ignore[attr-defined]


def test_each_process_builds_its_coder_once_and_uses_one_thread() -> None:
    titles = [record.document.title for record in code_many(documents(*["x"] * 80), 2, Counting())]
    seen: dict[str, list[int]] = {}
    for title in titles:
        assert title is not None
        process, count, threads = title.split()
        assert threads == "1"
        seen.setdefault(process, []).append(int(count))
    assert str(os.getpid()) not in seen
    assert all(sorted(counts) == list(range(1, len(counts) + 1)) for counts in seen.values())


def test_a_coder_that_can_not_be_built_stops_the_run() -> None:
    with pytest.raises(Exception, match=r"no model here|can't start"):
        list(code_many(documents("fine"), 2, Broken()))


def test_at_least_one_process() -> None:
    with pytest.raises(ValueError, match="at least one"):
        code_many([], 0, Plain())


SCRIPT = """
import sys
from legation.engine import code_many
from legation.records import Document
from tests.coders import Plain
if __name__ == "__main__":
    texts = ["fine"] * 8 + ["sleep"] * 40 if sys.argv[1] == "stuck" else ["slow"] * 10_000
    documents = (Document(id=str(n), text=text) for n, text in enumerate(texts))
    try:
        for n, record in enumerate(code_many(documents, 2, Plain())):
            print(n, flush=True)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
        sys.exit(130)
"""


def running(mode: str, path: str) -> subprocess.Popen[str]:
    script = os.path.join(path, "script.py")
    with open(script, "w") as file:
        file.write(SCRIPT)
    root = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    environment = {**os.environ, "PYTHONPATH": root}
    command = [sys.executable, script, mode]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, stdout=pipe, stderr=pipe, text=True, env=environment, start_new_session=True, preexec_fn=heed
    )


def heed() -> None:
    """Ctrl-C counts, also where the tests run in a background job, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def group_is_empty(group: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not [line for line in _processes() if line[1] == str(group) and line[2] != "Z"]:
            return True
        time.sleep(0.1)
    return False


def _processes() -> list[list[str]]:
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    state, _, group = file.read().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            found.append([name, group, state])
    return found


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="looks for processes in /proc")
def test_ctrl_c_ends_all_processes_without_noise(tmp_path: object) -> None:
    run = running("slow", str(tmp_path))
    assert run.stdout is not None
    assert run.stdout.readline() == "0\n"
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert out.endswith("interrupted\n")
    assert err == ""
    assert group_is_empty(run.pid, 5)


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="looks for processes in /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path: object) -> None:
    run = running("stuck", str(tmp_path))
    assert run.stdout is not None
    assert run.stdout.readline() == "0\n"
    run.kill()
    run.communicate(timeout=20)
    assert group_is_empty(run.pid, 10)
