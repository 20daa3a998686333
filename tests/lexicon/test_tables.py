"""Which lexicon is in use: what is derived from tables belongs to it alone."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

from legation.errors import LexiconError
from legation.lexicon import SHIPPED, Lexicon, in_use, load, per_lexicon

SRC = Path(__file__).parents[2] / "src" / "legation"


@per_lexicon
def shouted(mark: str) -> list[str]:
    return [word.upper() + mark for word in load("words", list[str])]


def test_each_lexicon_has_its_own_tables_and_what_is_derived_from_them() -> None:
    one, two = Lexicon("1", {"words": b'["one"]'}), Lexicon("2", {"words": b'["two"]'})
    with one.used():
        assert shouted("!") == ["ONE!"]
        with two.used():
            assert shouted("!") == ["TWO!"]
        assert shouted("!") is shouted("!")
        assert shouted("?") == ["ONE?"]
        assert load("en/function", dict[str, object])
    assert in_use() is SHIPPED


def test_a_lexicon_survives_pickling_without_what_was_derived() -> None:
    one = Lexicon("1", {"words": b'["one"]'})
    with one.used():
        shouted("!")
    again = pickle.loads(pickle.dumps(one))
    assert (again.digest, again.memory, again.raw("words")) == ("1", {}, b'["one"]')
    assert pickle.loads(pickle.dumps(SHIPPED)) is SHIPPED


def test_a_missing_table_and_a_wrong_field_are_errors() -> None:
    with pytest.raises(LexiconError, match="no compiled table 'en/nothing'"):
        load("en/nothing", list[str])
    with Lexicon("1", {"words": b"[1]"}).used(), pytest.raises(LexiconError, match="Expected `str`, got `int`"):
        load("words", list[str])


def lasting(path: Path) -> bool:
    """Whether a file that reads the lexicon keeps results by `functools`, and so for the whole process."""
    names = {n for i in ast.walk(ast.parse(path.read_text("utf8"))) if isinstance(i, ast.ImportFrom) for n in read(i)}
    return {"legation.lexicon.load"} <= names and not names.isdisjoint({"functools.lru_cache", "functools.cache"})


def read(line: ast.ImportFrom) -> set[str]:
    return {f"{line.module}.{alias.name}" for alias in line.names}


def test_what_reads_the_lexicon_keeps_results_for_each_lexicon() -> None:
    rooms = (p for p in SRC.rglob("*.py") if p.parent != SRC / "lexicon")
    assert [str(p) for p in rooms if lasting(p)] == [], "what comes from a table is kept by @per_lexicon"
