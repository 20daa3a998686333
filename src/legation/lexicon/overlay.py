"""A user's folder shaped like `lexicon/` over ours: which tables it changes, and what is wrong in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from legation.errors import LexiconError, nearest
from legation.lexicon import from_overlay
from legation.lexicon.actor_overlay import ActorOverlay
from legation.lexicon.actors import COMPILERS
from legation.lexicon.codes import wrong_codes
from legation.lexicon.findings import Finding
from legation.lexicon.merge import Merge, disabled, pruned
from legation.lexicon.shapes import CHANGES
from legation.lexicon.source import EXAMPLES, entries, read_yaml, without_examples
from legation.lexicon.tables import OVERLAY, SHIPPED, Lexicon


class Compiled(msgspec.Struct, frozen=True):
    """The tables that an overlay changes, as JSON, and what is wrong in it."""

    tables: dict[str, bytes]
    findings: tuple[Finding, ...]


def files(folder: Path) -> list[Path]:
    """The YAML files of an overlay, in order."""
    found = (p.relative_to(folder) for p in folder.rglob("*.yaml"))
    return [folder / p for p in sorted(found) if not any(part.startswith(".") for part in p.parts)]


def digest(folder: Path) -> str:
    """What names the content of an overlay: its files' places and bytes."""
    found = hashlib.blake2b(digest_size=16)
    for path in files(folder):
        content = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def compiled(folder: Path, base: Lexicon = SHIPPED) -> Compiled:
    """The overlay in `folder` compiled over `base`."""
    return _Compilation(folder, base).run()


class _Compilation:
    """One overlay on its way to tables."""

    def __init__(self, folder: Path, base: Lexicon) -> None:
        self.folder, self.base = folder, base
        self.findings: list[Finding] = []
        self.contents = dict(self._read())
        self.disabled = dict(d for content in self.contents.values() for d in disabled(content))

    def run(self) -> Compiled:
        tables = {**self._languages(), **self._actors()}
        self.findings.extend(self._unknown())
        encoded = {name: msgspec.json.encode(content) for name, content in tables.items()}
        return Compiled(encoded, tuple(self._placed(f) for f in self.findings))

    def _read(self) -> Iterator[tuple[Path, Any]]:
        for path in files(self.folder):
            try:
                if content := read_yaml(path, self.folder, OVERLAY):
                    yield path, content
            except LexiconError as error:
                at, _, message = error.message.partition(": ")
                self.findings.append(Finding(error.code, at, message, error.hint))

    def _table(self, path: Path) -> str | None:
        """The table that a file of the overlay belongs to; a finding where there is none."""
        parts = path.relative_to(self.folder).with_suffix("").parts
        name = "/".join(parts[:2])
        shipped = [n for n in self.base.names() if n.startswith(f"{parts[0]}/")]
        if parts[0] == "actors" and len(parts) == 3 and parts[1] in COMPILERS:
            return "actors"
        if name in shipped and len(parts[0]) == 2 and len(parts) <= 3:
            return name
        known = shipped or [*(f"actors/{part}" for part in COMPILERS), "en/events", "en/reporting", "en/status"]
        hint = nearest(name, known) or f"files of an overlay lie in: {', '.join(known)}"
        self.findings.append(Finding("LG201", self._at(path), "no such table in the lexicon", hint))
        return None

    def _languages(self) -> dict[str, Any]:
        """The tables of languages that files or disabled ids change, and the examples."""
        found: dict[str, list[Any]] = {}
        for path, content in self.contents.items():
            if (name := self._table(path)) and name != "actors":
                found.setdefault(name, []).append(content)
        told = msgspec.json.decode(self.base.raw("about/examples"), type=dict[str, dict[str, list[Any]]])
        tables: dict[str, Any] = {"about/examples": told}
        for name in self.base.names():
            if "/" not in name or name.startswith("about/"):
                continue
            before = msgspec.json.decode(self.base.raw(name))
            gone = {e["id"] for e in entries(before)} & self.disabled.keys()
            if name in found or gone:
                tables[name] = self._merged(name, before, found.get(name, []))
        for content in (c for contents in found.values() for c in contents):
            _tell(told, content)
        return tables

    def _merged(self, name: str, before: Any, contents: list[Any]) -> Any:
        merge = Merge()
        content = pruned(before, self.disabled)
        for each in contents:
            if isinstance(each, type(before)):
                content = merge.merged(content, each)
            else:
                hint = f"write a {'list' if isinstance(before, list) else 'mapping'} as our file does"
                self.findings.append(Finding("LG201", f"{OVERLAY}/{name}.yaml", "the file has another shape", hint))
        self.findings.extend(merge.findings)
        self.findings.extend(
            f for e in entries(content) if from_overlay(e.get("at", "")) for f in wrong_codes(name.partition("/")[2], e)
        )
        return without_examples(content)

    def _actors(self) -> dict[str, Any]:
        """The table of actors and their places, where the overlay changes them."""
        paths = [p for p in self.contents if p.relative_to(self.folder).parts[0] == "actors"]
        base = msgspec.json.decode(self.base.raw("actors"))
        if not paths and not base["entities"].keys() & self.disabled.keys():
            return {}
        actors = ActorOverlay(base, self.disabled)
        for path in paths:
            actors.add(path.relative_to(self.folder).parts[1], self.contents[path], self._at(path))
        self.findings.extend(actors.findings)
        known = msgspec.json.decode(self.base.raw("about/actors"), type=dict[str, str])
        return {"actors": actors.table(), "about/actors": known | actors.places}

    def _unknown(self) -> Iterator[Finding]:
        """Ids that are disabled and not there."""
        known: set[str] = set(msgspec.json.decode(self.base.raw("actors"))["entities"]) if self.disabled else set()
        for name in self.base.names() if self.disabled else ():
            known |= {e["id"] for e in entries(msgspec.json.decode(self.base.raw(name))) if "/" in name}
        for id in self.disabled.keys() - known:
            yield Finding("LG203", self.disabled[id], f"disables {id!r}, which is not there", nearest(id, known))

    def _at(self, path: Path) -> str:
        return f"{OVERLAY}/{path.relative_to(self.folder).as_posix()}"

    def _placed(self, finding: Finding) -> Finding:
        """The finding with the place as the user knows it."""
        at = f"{self.folder.as_posix()}/{finding.at.removeprefix(f'{OVERLAY}/')}"
        message = finding.message.replace(f" {OVERLAY}/", f" {self.folder.as_posix()}/")
        return msgspec.structs.replace(finding, at=at, message=message)


def _tell(told: dict[str, dict[str, list[Any]]], content: Any) -> None:
    """Adds an overlay's examples: those of a new entry, in the place of ours, or to ours."""
    for entry in _nested(content):
        own = {k: entry[k] for k in EXAMPLES if entry.get(k)}
        if "id" in entry:
            told[entry["id"]] = own
        elif "override" in entry:
            told[entry["override"]] = told.get(entry["override"], {}) | own
        elif "extend" in entry:
            before = told.get(entry["extend"], {})
            told[entry["extend"]] = before | {k: [*before.get(k, ()), *v] for k, v in own.items()}


def _nested(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        if any(key in value for key in ("id", *CHANGES)):
            yield value
        for key, each in value.items():
            yield from _nested(each) if key not in EXAMPLES else ()
    elif isinstance(value, list):
        for each in value:
            yield from _nested(each)
