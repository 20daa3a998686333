"""Sentences: text in, sentences and their kinds out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.datelines import dateline
from legation.language.sentences import sentences

RANDOM = st.text(alphabet=st.sampled_from(list("aB. \n?!\"”'*#-1)(…:,U.S")), max_size=300)


def split(text: str) -> list[str]:
    return [text[slice(*each.span)] for each in sentences(text)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*each.span)], each.kind) for each in sentences(text)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["Lavrov met Zarif.", "They agreed."],
        ["The U.S. Senate voted.", "It passed."],
        ["He lives in the U.S.", "The visit was short."],
        ["Mr. Lavrov met Gen. Bagheri and Sen. J. Smith, D-Calif., in room No. 5.", "They agreed."],
        ["Talks began at 9 a.m. Monday.", "They ended at 5 p.m.", "The sides agreed."],
        ["Acme Inc. said on Jan. 5 that trade rose 3.5 percent.", "It fell before."],
        ["“We agree,” he said.", "“We will sign.”", "He left."],
        ['"We agree." He left.'[:11], "He left."],
        ["Is it true?!", "Nobody knows."],
        ['"Is it true?" Lavrov asked.', "Nobody answered."],
        ["He hesitated...", "Then he signed."],
        ["He … hesitated and signed.", "Then he left."],
        ["The plan (see p. 5.) holds.", "It was signed."],
        ["George W. Bush met V. V. Putin.", "They spoke."],
        ["Trade rose.[1]", "It fell in May.[2][3]", "It rose again."],
    ],
)
def test_sentences_of_one_paragraph(pieces: list[str]) -> None:
    assert split(" ".join(pieces)) == pieces


def test_wrapped_lines_are_joined() -> None:
    text = (
        "The foreign ministers of Iran and Russia met in Moscow on Sunday\n"
        "and signed an agreement on trade. The two sides agreed to meet\n"
        "again in spring. No date was given by either of the ministries.\n"
        "They spoke briefly to reporters.\n"
        "A spokesman said that more would follow in the coming days, and\n"
        "that the text would be published.\n"
    )
    assert [piece.split()[0] for piece in split(text)] == ["The", "The", "No", "They", "A"]


def test_one_paragraph_a_line_is_cut_at_the_line() -> None:
    assert split("Talks ended without a result.\nThe sides meet again.") == [
        "Talks ended without a result.",
        "The sides meet again.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("** Strategic bilateral talks", [("Strategic bilateral talks", "heading")]),
        ("# Talks in Moscow", [("Talks in Moscow", "heading")]),
        ("**Talks in Moscow**", [("Talks in Moscow", "heading")]),
        ("Iran and Russia sign deal", [("Iran and Russia sign deal", "heading")]),
        ("- Trade rose.\n- It fell.", [("Trade rose.", "bullet"), ("It fell.", "bullet")]),
        ("1. Trade rose.\n2. It fell.", [("Trade rose.", "bullet"), ("It fell.", "bullet")]),
        ("Photo: Lavrov in Moscow.", [("Photo: Lavrov in Moscow.", "caption")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text + "\n\nThey agreed.") == [*expected, ("They agreed.", "sentence")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MOSCOW, Dec 20 (Reuters) – Talks went on.", "MOSCOW, Dec 20 (Reuters) –"),
        ("TEHRAN (IRNA) -- Talks went on.", "TEHRAN (IRNA) --"),
        ("Beijing, 20 Dec (Xinhua) - Talks went on.", "Beijing, 20 Dec (Xinhua) -"),
        ("TEHRAN – Talks went on.", "TEHRAN –"),
        ("Talks went on – for days.", None),
        ("He said: Talks went on.", None),
    ],
)
def test_dateline(text: str, expected: str | None) -> None:
    span = dateline(text)
    assert (text[slice(*span)] if span else None) == expected


def test_the_dateline_stays_in_its_sentence() -> None:
    assert split("MOSCOW, Dec. 20 (Reuters) – Talks went on. They ended.") == [
        "MOSCOW, Dec. 20 (Reuters) – Talks went on.",
        "They ended.",
    ]


def test_spans_count_from_the_start_of_the_text() -> None:
    text = " date 2020-12-20 Talks went on. They ended."
    assert [text[slice(*each.span)] for each in sentences(text, 17)] == ["Talks went on.", "They ended."]


def test_text_without_an_end_is_cut_and_flagged() -> None:
    found = sentences("word " * 2000)
    assert all(each.span[1] - each.span[0] <= 2000 for each in found)
    assert found[0].cut
    assert not found[-1].cut


@given(RANDOM)
def test_any_text_gives_ordered_spans_that_cover_its_letters(text: str) -> None:
    found = sentences(text)
    assert found == sentences(text)
    at = 0
    for each in found:
        assert at <= each.span[0] < each.span[1] <= len(text)
        assert text[slice(*each.span)] == text[slice(*each.span)].strip()
        at = each.span[1]


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    sentences(text)
    dateline(text)


def test_the_label_of_what_a_page_is_filed_under_is_a_piece_of_its_own() -> None:
    text = "Iran left.\n\nTags: Iran, Russia\n\nCategories:  Politics Moscow"
    assert [(text[slice(*e.span)], e.kind) for e in sentences(text)] == [
        ("Iran left.", "sentence"),
        ("Tags:", "furniture"),
        ("Iran, Russia", "furniture"),
        ("Categories:", "furniture"),
        ("Politics Moscow", "furniture"),
    ]


@pytest.mark.parametrize("piece", ["a. ", "A. ", "\n", ". ", "U.S. ", "x" * 50, "- a\n", '."', "# "])
def test_a_long_text_takes_linear_time(piece: str) -> None:
    began = time.process_time()
    sentences(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 5
