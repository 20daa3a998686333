"""Laying one table over another: what is not named stays, what is added can be taken away again."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from legation.lexicon.merge import Merge, disabled, pruned

WORDS = st.lists(st.sampled_from(["visit", "meet", "call", "attack"]), min_size=1, unique=True)
IDS = st.lists(st.integers(0, 30), min_size=1, unique=True)


def table(ids: list[int], words: list[str], place: str = "en") -> list[dict[str, Any]]:
    return [{"id": f"{place}.{n}", "verb": words, "type": "CONSULT", "at": f"{place}/a.yaml:{n}"} for n in ids]


@given(IDS, WORDS)
def test_nothing_over_a_table_is_the_table(ids: list[int], words: list[str]) -> None:
    base = table(ids, words)
    assert Merge().merged(base, []) == base
    assert Merge().merged({"rules": base, "words": words}, {}) == {"rules": base, "words": words}


@given(IDS, IDS, WORDS)
def test_what_is_added_stands_first_and_can_be_taken_away(ids: list[int], more: list[int], words: list[str]) -> None:
    base, own = table(ids, words), table(more, words, "mine")
    merge = Merge()
    both = merge.merged(base, own)
    assert (both, merge.findings) == ([*own, *base], [])
    assert pruned(both, {entry["id"] for entry in own}) == base


@given(IDS, WORDS, WORDS)
def test_an_override_replaces_a_field_and_extend_adds_to_it(ids: list[int], words: list[str], more: list[str]) -> None:
    base = table(ids, words)
    first, rest = base[0], base[1:]
    at = {"at": "overlay/a.yaml:1"}
    replaced = Merge().merged(base, [{"override": first["id"], "verb": more, **at}])
    assert replaced == [first | {"verb": more} | at, *rest]
    added = Merge().merged(base, [{"extend": first["id"], "verb": more, **at}])
    assert added == [first | {"verb": [*words, *(w for w in more if w not in words)]} | at, *rest]


def test_a_field_set_to_null_is_gone() -> None:
    base = table([1, 2], ["visit"])
    changed = Merge().merged(base, [{"override": "en.1", "verb": None, "at": "overlay/a.yaml:1"}])
    assert "verb" not in changed[0]


def test_disable_may_name_one_id_or_several_in_a_list_or_a_mapping() -> None:
    content = [{"disable": ["en.1", "en.2"], "at": "a:1"}, {"id": "x", "at": "a:2"}]
    assert list(disabled(content)) == [("en.1", "a:1"), ("en.2", "a:1")]
    assert list(disabled({"disable": "en.3", "at": "b:1"})) == [("en.3", "b:1")]
