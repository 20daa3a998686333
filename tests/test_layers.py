"""A folder imports only from folders above it in the design's list."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "legation"
LAYERS = (
    ("records",),
    ("errors", "decisions", "settings", "observations"),
    ("ontology",),
    ("lexicon",),
    ("read",),
    ("language",),
    ("actors",),
    ("events", "statements", "claims"),
    ("coder", "relation"),
    ("store",),
    ("statistics",),
    ("relations",),
    ("charts",),
    ("brief",),
    ("engine",),
    ("evaluation",),
    ("web",),
    ("mcp",),
    ("demo",),
    ("cli",),
    ("__init__", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def part(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The parts of legation that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "legation":
            names = [node.module] if node.module != "legation" else [f"legation.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names if a.name.split(".")[0] == "legation"]
        else:
            continue
        for name in names:
            inner = name.split(".")[1] if "." in name else "__init__"
            yield inner if inner in RANK or (SRC / inner).exists() or (SRC / f"{inner}.py").exists() else "__init__"


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_imports_go_one_way(path: Path) -> None:
    own = part(path)
    below = {
        i
        for i in imports(path)
        if i != own and RANK[i] >= RANK[own] and not (i == "__init__" and RANK[own] > RANK["store"])
    }
    assert not below, f"{path.relative_to(SRC)} imports from {sorted(below)}, which stand beside or below it"


def test_every_part_has_a_place_in_the_list() -> None:
    assert {part(p) for p in SRC.rglob("*.py")} <= set(RANK)
