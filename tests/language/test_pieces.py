"""Words are cut into pieces that carry their capitals; sentences of like length share a run, each exactly once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from legation.language.embeddings import MAX_PIECES, MODEL, runs
from legation.language.encoder import Encoder
from legation.language.pieces import PLAIN, SHAPES, Cutter, Pieces, shape


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("talks", "plain"),
        ("Iran", "title"),
        ("NATO", "upper"),
        ("U.S.", "upper"),
        ("J.", "initial"),
        ("McCain", "mixed"),
        ("2020", "digits"),
        ("F-16", "alphanumeric"),
        ("…", "mark"),
        ("тасс", "plain"),
        ("", "mark"),
    ],
)
def test_a_word_has_the_shape_of_its_capitals(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


@given(words=st.lists(st.text(min_size=1, max_size=12), max_size=8))
def test_words_cut_one_by_one_are_cut_as_in_a_sentence(tokenizer: Tokenizer, words: list[str]) -> None:
    whole = tokenizer.encode([w.translate(PLAIN) for w in words], is_pretokenized=True)
    assert Cutter(tokenizer)(words).ids == whole.ids


def test_first_and_last_piece_enclose_a_word(tokenizer: Tokenizer) -> None:
    cut = Cutter(tokenizer)(["Velayati", "left"])
    assert cut.first[0] < cut.last[0] < cut.first[1] == cut.last[1]
    assert cut.shapes == [0, *[1] * (cut.last[0] - cut.first[0] + 1), 0, 0]


@given(lengths=st.lists(st.integers(0, MAX_PIECES + 20), max_size=40))
def test_every_sentence_that_fits_runs_exactly_once(lengths: list[int]) -> None:
    sentences = [Pieces([0] * n, [0] * n, [1] * min(n, 1), [1] * min(n, 1)) for n in lengths]
    ran = [i for batch in runs(sentences) for i in batch]
    assert sorted(ran) == [i for i, n in enumerate(lengths) if 0 < n <= MAX_PIECES]


def test_a_sentence_too_long_or_empty_has_no_analysis() -> None:
    short, long, empty = Encoder().analyse([["Iran", "left"], ["word"] * 600, []])
    assert short is not None
    assert short.heads.count(0) == 1
    assert (long, empty) == (None, None)
