"""Whatever a text is, the coder codes or declines it in bounded time, and every span slices out of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.coder import Coder
from legation.language import quotes, sentences
from legation.language.datelines import dateline
from legation.records import Document, Record, Span

LENGTH = 100_000
WIDE = 240  # seconds of processor time for a whole document; a square cost would take hours
NARROW = 20  # for 100,000 characters through one function; a square cost would take minutes
PROSE = "The foreign ministers of Iran and Russia met in Moscow on Monday, and they agreed on a plan for trade. "

HOSTILE = {
    "one sentence of 100 k characters": "and the minister of Iran told the envoy of Russia that he " * (LENGTH // 58),
    "10 k quotation marks": PROSE * 20 + '"' * 10_000,
    "10 k opening marks": PROSE * 20 + "“We agree. " * 10_000,
    "right to left": "وزير الخارجية الإيراني التقى نظيره الروسي في موسكو. " * 400,
    "emoji": PROSE * 20 + "😀🇮🇷🇷🇺👨‍👩‍👧" * 2_000,
    "zero-width and combining marks": "The\u200b minis\u0301ter of I\u200dran met the\u0300 envoy of Rus\ufeffsia. "
    * 60,
    "NULs": PROSE.replace(" ", "\0") * 40,
    "another language": "Der russische Außenminister ist am Montag nach Teheran gereist. " * 400,
    "only punctuation": "?!.,;:-…" * 4_000,
    "50 k newlines": "\n" * 50_000,
    "nested brackets": "(" * 5_000 + PROSE + ")" * 5_000,
    "one word of 100 k letters": PROSE * 20 + "x" * LENGTH,
    "one number of 100 k digits": PROSE * 20 + "1" * LENGTH,
    "nothing": "",
}


def spans(record: Record) -> Iterator[Span]:
    yield from record.sentences
    for event in record.events:
        yield event.span
        yield from (ref.span for ref in (*event.actors, *event.recipients))
    for statement in record.statements:
        yield statement.span
        yield from statement.content.spans
    yield from (claim.span for claim in record.claims)
    yield from (issue.span for issue in record.issues if issue.span is not None)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_coded_or_declined_in_bounded_time(text: str) -> None:
    began = time.process_time()
    record = Coder().code(Document(id="d", text=text, published="2020-12-20"))
    assert time.process_time() - began < WIDE
    assert all(0 <= a < b <= len(text) for a, b in spans(record))


@pytest.mark.parametrize(
    ("name", "code"),
    [("one sentence of 100 k characters", "LG407"), ("another language", "LG406"), ("right to left", "LG406")],
)
def test_what_is_cut_or_declined_has_an_issue(name: str, code: str) -> None:
    record = Coder().code(Document(id="d", text=HOSTILE[name][:20_000], published="2020-12-20"))
    assert code in {issue.code for issue in record.issues}


PIECES = [
    "# x" + " " * 9,
    "Iran" + "\t" * 9,
    ".",
    ". ",
    "?!",
    '."',
    "[1]",
    "U.",
    "a'",
    "“",
    "='",
    "** ",
    "Iran, ",
    "\n ",
    "1. ",
    "(AP) ",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("function", [sentences, quotes, dateline])
def test_marks_cost_no_more_than_their_number(piece: str, function: Callable[[str], object]) -> None:
    text = piece * (LENGTH // len(piece))
    began = time.process_time()
    function(text)
    function(text.replace("\n", " ") + "x")
    assert time.process_time() - began < NARROW


@settings(max_examples=15, deadline=None)
@given(st.text(st.sampled_from("Iran met Rus.\n\t “”\"'()[]–-#*:;,!?…20%$\u200b\u0301\0éعש😀"), max_size=150))
def test_any_text_gives_a_record_whose_spans_slice(text: str) -> None:
    record = Coder().code(Document(id="d", text=text, published="2020-12-20"))
    assert all(0 <= a < b <= len(text) for a, b in spans(record))
