"""Which lexicon is in use: what is derived from tables belongs to it alone."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

from legation.errors import LexiconError
from legation.lexicon import SHIPPED, Lexicon, in_use, load, per_lexicon

SRC = Path(__file__).parents[2] / "src" / "legation"
# what is cached for the whole process, and why no table of a lexicon is in it
LASTING = {
    "language/lemmas.py": "lemminflect's lemmas",
    "language/pipeline.py": "the encoder",
    "language/spacy_doc.py": "spaCy's tokeniser",
    "language/status/inside.py": "lives as long as one parse",
    "actors/offices.py": "its argument is a lexicon's gazetteer",
}
READERS = ("language", "actors", "events", "statements", "claims", "relations")


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


def caches(path: Path) -> list[str]:
    """The functions of a file that `functools` keeps results of for the whole process."""
    tree = ast.parse(path.read_text("utf8"))
    return [n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id in ("lru_cache", "cache")]


def test_what_reads_the_lexicon_keeps_results_for_each_lexicon() -> None:
    found = {p.relative_to(SRC).as_posix() for room in READERS for p in (SRC / room).rglob("*.py") if caches(p)}
    assert found == set(LASTING), "what comes from a table is cached by @per_lexicon"
