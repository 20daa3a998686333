"""The sentences that train the finder: well formed, each once, every type, and many without an act."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from legation.ontology import TYPES
from training.events.annotated import ACTS, annotated, ours, passage, spans

FILES = sorted(ACTS.glob("*.txt"))


@pytest.fixture(scope="module")
def sentences() -> list[tuple[str, ...]]:
    return [" ".join(row.words).lower() for row in ours()]


def test_each_stands_once(sentences: list[str]) -> None:
    assert len(sentences) >= 4000
    assert [text for text, n in Counter(sentences).items() if n > 1] == []


def test_every_type_has_a_hundred_acts_and_a_third_of_the_sentences_have_none() -> None:
    rows = list(ours())
    counts = Counter(act.type for row in rows for act in row.acts)
    assert counts.keys() == TYPES.keys()
    assert min(counts.values()) >= 100
    assert sum(not row.acts for row in rows) >= len(rows) / 3


def test_rows_of_free_sets_hold_spans_and_no_text() -> None:
    rows = [json.loads(line) for line in (ACTS / "free.jsonl").read_text("utf8").splitlines()]
    assert all(row.keys() == {"id", "acts"} for row in rows)
    assert {kind for row in rows for kind, *_ in row["acts"]} <= TYPES.keys()


def test_a_passage_has_what_was_told_before_and_acts_in_its_last_sentence_only() -> None:
    row = passage(["< Iran helped Iraq.", "> It thanked Iran.", "SUPPORT thanked : It & ^Iraq -> Iran"])
    assert (row.words[row.first], [row.words[i] for i in row.acts[0].actors]) == ("It", ["It", "Iraq"])
    assert [i >= row.first for i in row.acts[0].recipients] == [True]
    assert all(act.word >= row.first for row in ours() for act in row.acts)


def test_a_line_is_an_act_by_the_places_of_its_words() -> None:
    text = "The army says the rebels shelled the army's base."
    found = spans(text, "ASSAULT shelled : rebels -> army@2")
    assert (found.word, found.actors, found.recipients) == ((25, 32), ((18, 24),), ((37, 41),))
    assert annotated(text, [found]).acts[0].recipients == (7,)


@pytest.mark.parametrize("line", ["ASSAULT bombed : rebels -> army", "ASSAULT shelled rebels army"])
def test_a_line_that_names_no_word_of_its_sentence_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"in 'The rebels|not an act"):
        spans("The rebels shelled the army.", line)
