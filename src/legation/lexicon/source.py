"""YAML of a lexicon, read with the place of every entry; needs PyYAML, which reading compiled tables does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from legation.errors import LexiconError
from legation.settings import lexicon_source

SOURCE = lexicon_source()
EXAMPLES = ("examples", "not")
PLACED = ("id", "override", "extend", "disable", "holders")
"""A mapping with one of these keys is told where it stands."""


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Adds `__line__` to every mapping that is to know its place."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if any(key in mapping for key in PLACED):
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
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Path, root: Path = SOURCE, name: str = "") -> Any:
    """One YAML file; every entry with an id carries `at`, "en/events/consult.yaml:14", `name` before it if given.

    Raises `LexiconError` LG201 with the line where the file is no YAML.
    """
    place = f"{name}/{path.relative_to(root).as_posix()}" if name else path.relative_to(root).as_posix()
    try:
        return _placed(yaml.load(path.read_text("utf8"), _Loader), place)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{place}:{mark.line + 1}" if mark else place
        problem = getattr(error, "problem", None) or error
        raise LexiconError(
            "LG201", f"{where}: no valid YAML: {problem}", "check indentation, colons, brackets"
        ) from error


def _placed(value: Any, path: str) -> Any:
    if isinstance(value, dict):
        line = value.get("__line__")
        placed = {k: _placed(v, path) for k, v in value.items() if k != "__line__"}
        return placed if line is None else placed | {"at": f"{path}:{line}"}
    return [_placed(v, path) for v in value] if isinstance(value, list) else value


def entries(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping with an id within a value, however deep."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for each in value.values():
            yield from entries(each)
    elif isinstance(value, list):
        for each in value:
            yield from entries(each)


def without_examples(value: Any) -> Any:
    """The same tree without the entries' examples."""
    if isinstance(value, dict):
        return {k: without_examples(v) for k, v in value.items() if not (k in EXAMPLES and "at" in value)}
    return [without_examples(v) for v in value] if isinstance(value, list) else value


def examples(value: Any) -> dict[str, dict[str, Any]]:
    """{id: {"examples": […], "not": […]}} of every entry that has some."""
    found = ((entry["id"], {k: entry[k] for k in EXAMPLES if entry.get(k)}) for entry in entries(value))
    return {id: own for id, own in found if own}
