"""Compiles `lexicon/ontology/` to JSON: python -m legation.ontology.build [--check]

PyYAML is needed here only: it comes with the test extra.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
import yaml

from legation.ontology.codes import Ontology
from legation.settings import lexicon_source

SOURCE = lexicon_source() / "ontology"
TARGET = Path(__file__).parent / "data" / "ontology.json"


def compiled(source: Path = SOURCE) -> bytes:
    """The JSON of the three YAML files; raises `msgspec.ValidationError` where a field is wrong."""
    plover, cameo, crosswalk = (_read(source / f"{name}.yaml") for name in ("plover", "cameo", "crosswalk"))
    content = {
        "scale": cameo["scales"]["house"],
        "quad_rule": cameo["quad_rules"]["house"],
        "types": {t["id"]: t | {"modes": {m["id"]: _mode(m, t) for m in t.get("modes", [])}} for t in plover["types"]},
        "contexts": {c["id"]: c for c in plover["contexts"]},
        "statuses": {s["id"]: s for s in plover["statuses"]},
        "cameo": {code: _code(code, entry, cameo) for code, entry in cameo["codes"].items()},
    }
    ontology = msgspec.convert(content | crosswalk, Ontology)
    return msgspec.json.format(msgspec.json.encode(ontology), indent=1) + b"\n"


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf8"))


def _mode(mode: dict[str, Any], type_: dict[str, Any]) -> dict[str, Any]:
    return {"intensity": type_["intensity"]} | mode


def _code(code: str, entry: dict[str, Any], cameo: dict[str, Any]) -> dict[str, Any]:
    """A code with its root, its number on the house scale and its quad by every rule."""
    root = code[:2]
    tables = [t for t in cameo["scales"] if t != "house"]
    scales = {t: entry[t] for t in tables if t in entry}
    first = cameo["scales"]["house"]
    rules = {r: by for r, by in cameo["quad_rules"].items() if r != "house"}
    quads = {r: next(quad for quad, roots in by.items() if root in roots) for r, by in rules.items()}
    return {k: v for k, v in entry.items() if k not in tables} | {
        "code": code,
        "root": root,
        "goldstein": scales.get(first, next(iter(scales.values()))),
        "quad": quads[cameo["quad_rules"]["house"]],
        "scales": scales,
        "quads": quads,
    }


if __name__ == "__main__":
    data = compiled()
    stale = not TARGET.exists() or TARGET.read_bytes() != data
    if stale and "--check" not in sys.argv:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_bytes(data)
    print("stale" if stale else "up to date", file=sys.stderr)
    sys.exit(1 if stale and "--check" in sys.argv else 0)
