"""Compiles `lexicon/` to JSON: python -m legation.lexicon.build [--check] [SOURCE]

Each YAML file of a language becomes one table; the files of `events/` and `claims/` folders become one
table each. Entries with an `id` get `at`, their file and line; examples stay in the YAML, where the tests read them.
PyYAML is needed here only: it comes with the test extra.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from legation.lexicon import DATA
from legation.lexicon.actors import compile_actors
from legation.settings import lexicon_source

SOURCE = lexicon_source()
EXAMPLES = ("examples", "not")


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Adds `__line__` to every mapping that has an `id`."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if "id" in mapping:
            mapping["__line__"] = node.start_mark.line + 1
        return mapping


# YAML 1.1 reads on/off/yes/no and dates as booleans and dates; a lexicon means the words.
_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, regexp)
        for tag, regexp in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Path, root: Path = SOURCE) -> Any:
    """One YAML file; every entry with an id carries `at`, "en/events/consult.yaml:14"."""
    return _placed(yaml.load(path.read_text("utf8"), _Loader), path.relative_to(root).as_posix())


def _placed(value: Any, path: str) -> Any:
    if isinstance(value, dict):
        line = value.pop("__line__", None)
        placed = {k: _placed(v, path) for k, v in value.items()}
        return placed if line is None else placed | {"at": f"{path}:{line}"}
    return [_placed(v, path) for v in value] if isinstance(value, list) else value


def without_examples(value: Any) -> Any:
    """The same tree without the entries' examples."""
    if isinstance(value, dict):
        return {k: without_examples(v) for k, v in value.items() if not (k in EXAMPLES and "id" in value)}
    return [without_examples(v) for v in value] if isinstance(value, list) else value


def tables(source: Path = SOURCE) -> Iterator[tuple[str, Any]]:
    """Every compiled table: its name and content."""
    yield "actors", compile_actors(source / "actors", lambda path: read_yaml(path, source))
    for language in sorted(p for p in source.iterdir() if p.is_dir() and len(p.name) == 2):
        for path in sorted(language.iterdir()):
            if path.suffix == ".yaml":
                yield f"{language.name}/{path.stem}", without_examples(read_yaml(path, source))
            elif path.is_dir():
                entries = [e for f in sorted(path.glob("*.yaml")) for e in read_yaml(f, source)]
                yield f"{language.name}/{path.name}", without_examples(entries)


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


if __name__ == "__main__":
    found = stale() if "--check" in sys.argv else build()
    print("\n".join(found) or "up to date", file=sys.stderr)
    sys.exit(1 if found and "--check" in sys.argv else 0)
