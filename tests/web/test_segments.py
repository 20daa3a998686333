"""A text cut at the edges of its spans joins again, whatever the spans are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.web.segments import Marked, segments

LAYERS = st.sampled_from(["event", "statement", "claim", "actor"])
SPANS = st.tuples(st.integers(-3, 60), st.integers(-3, 60))
MARKS = st.lists(st.builds(Marked, span=SPANS, layer=LAYERS, row=st.sampled_from("abcdefgh")), max_size=12)
TEXTS = st.text(alphabet=st.sampled_from("ab\n\r\t ה⁦😀é̀<&"), max_size=50)


@given(TEXTS, MARKS)
def test_the_pieces_join_to_the_text(text: str, marks: list[Marked]) -> None:
    assert "".join(piece.text for piece in segments(text, marks)) == text


@given(TEXTS, MARKS)
def test_a_character_is_under_exactly_the_rows_whose_spans_hold_it(text: str, marks: list[Marked]) -> None:
    at = 0
    for piece in segments(text, marks):
        for place in range(at, at + len(piece.text)):
            over = [mark for mark in marks if mark.span[0] <= place < mark.span[1]]
            assert set(piece.rows) == {mark.row for mark in over}
            assert set(piece.layers) == {mark.layer for mark in over}
        at += len(piece.text)


@given(TEXTS, MARKS)
def test_a_row_begins_once_at_its_first_character(text: str, marks: list[Marked]) -> None:
    begun = [row for piece in segments(text, marks) for row in piece.begins]
    assert len(begun) == len(set(begun))
    assert set(begun) == {row for piece in segments(text, marks) for row in piece.rows}


def test_many_spans_are_cut_in_good_time() -> None:
    text = "word " * 20_000
    marks = [Marked(span=(n * 10, n * 10 + 8), layer="event", row=f"e{n}") for n in range(9_000)]
    assert len(segments(text, marks)) > 9_000
