"""Files stay under 300 lines and functions under 60; the few exceptions are named with their reason."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "legation"
FILE_LINES, FUNCTION_LINES, MEDIAN_LINES = 300, 60, 15
# path → why it is longer
LONG_FILES: dict[str, str] = {}


def functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text("utf8"))
    found = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [(f.name, (f.end_lineno or f.lineno) - f.lineno + 1) for f in found]


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_files_and_functions_are_short(path: Path) -> None:
    name = path.relative_to(SRC).as_posix()
    assert len(path.read_text("utf8").splitlines()) <= FILE_LINES or name in LONG_FILES
    assert [f for f in functions(path) if f[1] > FUNCTION_LINES] == []


def test_most_functions_are_under_fifteen_lines() -> None:
    lengths = [length for path in SRC.rglob("*.py") for _, length in functions(path)]
    assert sum(length < MEDIAN_LINES for length in lengths) >= 0.75 * len(lengths)


def test_exceptions_are_still_needed() -> None:
    assert [n for n in LONG_FILES if len((SRC / n).read_text("utf8").splitlines()) <= FILE_LINES] == []
