"""Nothing leaves the machine: every command and page works where no socket can be opened; the import is light."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Iran met Russia in Tehran on Monday. Tehran said that trade with Russia had grown by 12 percent."
# a program of its own, so that what this process has loaded already can't hide a look-up
BLOCK = """
import os, socket, sys

def refuse(*arguments, **named):
    os.write(2, b"NETWORK " + repr(arguments[1:2]).encode() + b"\\n")
    raise OSError("no network in this test")

def local(name):
    plain = getattr(socket.socket, name)
    def guarded(self, address, *more):
        return plain(self, address, *more) if self.family == getattr(socket, "AF_UNIX", None) else refuse(self, address)
    return guarded

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, local(name))
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse
"""
PAGES = """
from fastapi.testclient import TestClient
from legation.web import app
import sys
client = TestClient(app(sys.argv[1]), base_url="http://localhost")
pair = "/pair/IRN-RUS"
for address in ("/", pair, pair + "/brief.html", pair + ".json", "/doc/d1?why=now", "/style.css"):
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.text)
answer = client.post("/code", data={"text": "Iran met Russia.", "date": "2020-01-01"})
assert answer.status_code == 200, answer.text
assert 'class="drawing"' in client.get("/pair/IRN-RUS").text
"""
HEAVY = ("spacy", "onnxruntime", "duckdb", "deltalake", "numpy", "altair", "fastapi", "trafilatura")


@pytest.fixture(scope="module")
def blocked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which Python refuses every connection."""
    folder = tmp_path_factory.mktemp("block")
    (folder / "sitecustomize.py").write_text(BLOCK)
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "HOME": str(folder), "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, blocked: dict[str, str]) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    source = folder / "news.jsonl"
    source.write_text(json.dumps({"id": "d1", "date": "2020-05-06", "text": TEXT, "outlet": "Sample Wire"}) + "\n")
    legation(blocked, "ingest", source, "--store", folder / "store", "--processes", "2")
    return folder / "store"


def legation(environment: dict[str, str], *arguments: object) -> str:
    return python(environment, "-m", "legation", *map(str, arguments))


def python(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "NETWORK" not in done.stderr
    return done.stdout


def test_the_block_blocks(blocked: dict[str, str]) -> None:
    code = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=blocked, capture_output=True, text=True, timeout=60, check=False
    )
    assert "NETWORK" in done.stderr
    assert done.returncode != 0


def test_code(blocked: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(TEXT)
    out = legation(blocked, "code", tmp_path / "news.txt", "--date", "2020-05-06", "--format", "json")
    assert '"CONSULT"' in out


def test_why(blocked: dict[str, str]) -> None:
    assert "CONSULT" in legation(blocked, "why", TEXT, "--date", "2020-05-06")


def test_ingest_and_relations(blocked: dict[str, str], store: Path) -> None:
    out = legation(blocked, "relations", "Iran", "Russia", "--store", store, "--format", "csv")
    assert "verbal_cooperation" in out


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_brief_with_its_chart(blocked: dict[str, str], store: Path, tmp_path: Path, suffix: str) -> None:
    legation(blocked, "brief", "IRN", "RUS", "--store", store, "-o", tmp_path / f"brief.{suffix}")
    text = (tmp_path / f"brief.{suffix}").read_text("utf8")
    assert "Iran and Russia held talks" in text
    assert suffix == "md" or 'class="drawing"' in text


def test_pages(blocked: dict[str, str], store: Path) -> None:
    python(blocked, "-c", PAGES, str(store))


def test_doctor(blocked: dict[str, str]) -> None:
    assert "model" in legation(blocked, "doctor")


def test_the_import_is_light() -> None:
    code = f"import legation, sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert python(dict(os.environ), "-c", code).strip() == "[]"
