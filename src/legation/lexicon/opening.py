"""Opening a lexicon: an overlay's folder, compiled once for its content."""

from __future__ import annotations

import contextlib
import hashlib
import os
from functools import lru_cache
from pathlib import Path

import msgspec

from legation.errors import LexiconError
from legation.lexicon.build import encoded
from legation.lexicon.overlay import Compiled, compiled, digest
from legation.lexicon.tables import DATA, Lexicon
from legation.settings import cache_folder

FORMAT = "1"
"""Counts changes of what a cached overlay holds."""


def opened(folder: str | os.PathLike[str]) -> Lexicon:
    """The shipped lexicon under the overlay in `folder`; the same object while the content is the same.

    A folder with an ontology is no overlay but a lexicon of its own, such as that of another checkout.

    Raises `LexiconError` LG201–LG204, with file and line, where there is no such folder or something in it is wrong.
    """
    path = Path(folder)
    if not path.is_dir():
        raise LexiconError("LG201", f"no folder {path}", "give the folder that holds the overlay's en/ and actors/")
    return _opened(path, digest(path))


@lru_cache(maxsize=8)
def _opened(folder: Path, content: str) -> Lexicon:
    path = cache_path(content)
    with contextlib.suppress(OSError, msgspec.DecodeError):
        tables = msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
        return Lexicon(content, {name: bytes(table) for name, table in tables.items()})
    return Lexicon(content, compiled_tables(folder, path))


def compiled_tables(folder: Path, path: Path) -> dict[str, bytes]:
    """Compiles an overlay and keeps the tables at `path`; raises the first finding."""
    found = Compiled(encoded(folder), ()) if whole(folder) else compiled(folder)
    if found.findings:
        raise found.findings[0].error(len(found.findings) - 1)
    # a folder that can't be written to costs the next process the time to compile, and nothing else
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(msgspec.json.encode({name: msgspec.Raw(table) for name, table in found.tables.items()}))
        draft.replace(path)
    return found.tables


def whole(folder: Path) -> bool:
    """Whether a folder is a whole lexicon and no overlay."""
    return (folder / "ontology" / "plover.yaml").exists() and (folder / "en" / "function.yaml").exists()


def cache_path(content: str) -> Path:
    """Where the compiled overlay with this digest is kept, for this version of our lexicon."""
    return cache_folder() / "lexicon" / f"{content}-{_shipped()}.json"


@lru_cache(maxsize=1)
def _shipped() -> str:
    """What names the content of the shipped tables and the form of the cache."""
    found = hashlib.blake2b(FORMAT.encode(), digest_size=8)
    for path in sorted(DATA.rglob("*.json")):
        found.update(path.read_bytes())
    return found.hexdigest()
