"""The coder: one document in, its record out; the same every time, every row with its words."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.coder import Coder
from legation.read import document
from legation.records import Row, encode

STORY = (
    "Foreign Minister Hossein Testi of Iran visited Moscow on Tuesday. Russia denied that it had attacked Ukraine. "
    "TASS quoted Sergei Lavrov as saying that trade with Iran grew by 20 percent this year. "
    "“We will sign an agreement,” he added."
)
PHRASES = st.sampled_from(
    [
        "Iran",
        "Russia",
        "the two countries",
        "He said that",
        "“",
        "”",
        '"',
        "attacked",
        "did not",
        "met",
        "in 2019",
        "3%",
        "its",
        ".",
        "\n\n",
        ",",
        "which",
        "(",
        ")",
        "trade grew",
        "🚢",
        "‏ايران",
        "said:",
        "will",
    ]
)


def rows(record: object) -> list[Row]:
    return [*record.actors, *record.events, *record.statements, *record.claims]  # type: ignore[attr-defined]


def test_the_same_input_gives_the_same_bytes() -> None:
    assert encode(Coder().code(document(STORY, date="2020-12-20"))) == encode(
        Coder().code(document(STORY, date="2020-12-20"))
    )


def test_every_row_slices_out_of_the_text() -> None:
    record = Coder().code(document(STORY, date="2020-12-20"))
    assert rows(record)
    assert all(STORY[slice(*row.span)] == row.text for row in rows(record))  # type: ignore[attr-defined]


def test_every_row_names_its_rule_and_every_decision_its_words() -> None:
    trace = Coder().explain(document(STORY, date="2020-12-20"))
    assert all(row.why for row in (*trace.record.events, *trace.record.statements, *trace.record.claims))
    assert all(STORY[slice(*d.span)] == d.text for d in trace.decisions)
    kept = {d.row for d in trace.decisions if d.kept}
    assert {r.id for r in (*trace.record.events, *trace.record.statements, *trace.record.claims)} <= kept


def test_an_alleged_act_is_an_event_with_its_statement() -> None:
    record = Coder().code(document("Russia said Ukraine attacked Belarus.", date="2020-12-20"))
    (event,) = [e for e in record.events if e.type == "ASSAULT"]
    (statement,) = [s for s in record.statements if s.id == event.statement]
    assert statement.speakers[0].country == "RUS"


def test_a_text_without_a_date_says_so() -> None:
    assert "LG401" in {i.code for i in Coder().code(document("Iran met Russia.")).issues}


def test_the_coder_is_picklable() -> None:
    assert isinstance(pickle.loads(pickle.dumps(Coder())), Coder)


@settings(max_examples=40, deadline=None)
@given(st.lists(PHRASES, max_size=25).map(" ".join))
def test_no_text_breaks_it(text: str) -> None:
    record = Coder().code(document(text, date="2020-12-20"))
    assert all(text[slice(*row.span)] == row.text for row in rows(record))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "“" * 10_000, "Iran " * 3_000, "🙂" * 500, "إيران وروسيا تجتمعان في موسكو.", "x" * 100_000]
)
def test_odd_texts_end_in_a_record(text: str) -> None:
    assert Coder().code(document(text, date="2020-12-20")).document.text == text
