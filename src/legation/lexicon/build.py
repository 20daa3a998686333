"""Compiles `lexicon/` to JSON, and writes docs/codebook.md: python -m legation.lexicon.build [--check]

Each YAML file of a language becomes one table; the files of `events/` and `claims/` folders become one
table each. Entries with an `id` get `at`, their file and line. Coding reads neither the examples of the entries nor the
places of the actors; they ship as tables of their own, `about/examples` and `about/actors`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from legation.lexicon.actors import compile_actors
from legation.lexicon.places import places
from legation.lexicon.source import SOURCE, examples, read_yaml, without_examples
from legation.lexicon.tables import DATA

ABOUT = ("about/examples", "about/actors")


def tables(source: Path = SOURCE) -> Iterator[tuple[str, Any]]:
    """Every compiled table: its name and content."""
    yield "actors", compile_actors(source / "actors", lambda path: read_yaml(path, source))
    told: dict[str, Any] = {}
    for name, content in language_tables(source):
        told |= examples(content)
        yield name, without_examples(content)
    yield "about/examples", told
    yield "about/actors", dict(sorted(actor_places(source).items()))


def language_tables(source: Path, name: str = "") -> Iterator[tuple[str, Any]]:
    """The tables of every language, with their examples; the files of a folder are one."""
    for language in sorted(p for p in source.iterdir() if p.is_dir() and len(p.name) == 2):
        for path in sorted(language.iterdir()):
            if path.suffix == ".yaml":
                yield f"{language.name}/{path.stem}", read_yaml(path, source, name)
            elif path.is_dir():
                found = [e for f in sorted(path.glob("*.yaml")) for e in read_yaml(f, source, name)]
                yield f"{language.name}/{path.name}", found


def actor_places(source: Path, name: str = "") -> dict[str, str]:
    """Where each actor of `actors/` is written: its id → file and line."""
    found: dict[str, str] = {}
    for path in sorted((source / "actors").rglob("*.yaml")):
        found |= places(read_yaml(path, source, name))
    return found


def encoded(source: Path = SOURCE) -> dict[str, bytes]:
    """The compiled files: name → JSON bytes."""
    return {name: msgspec.json.encode(content) for name, content in tables(source)}


def stale(source: Path = SOURCE, target: Path = DATA) -> list[str]:
    """The tables whose shipped JSON differs from what the YAML gives."""
    return [
        n for n, data in encoded(source).items() if not (p := target / f"{n}.json").exists() or p.read_bytes() != data
    ]


def build(source: Path = SOURCE, target: Path = DATA) -> list[str]:
    """Writes the tables that changed; returns their names."""
    changed = []
    for name, data in encoded(source).items():
        path = target / f"{name}.json"
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            changed.append(name)
    return changed


def main(check: bool) -> int:
    """Compiles what is stale and writes the codebook anew, or only names it; the exit code."""
    from legation.lexicon import codebook  # reads the tables that this module writes

    found = stale() if check else build()
    if codebook.stale():
        found.append(str(codebook.PAGE.relative_to(SOURCE.parent)))
        if not check:
            codebook.PAGE.write_text(codebook.codebook(), "utf8")
    print("\n".join(found) or "up to date", file=sys.stderr)
    return 1 if found and check else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
