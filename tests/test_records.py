"""Records: frozen, round-tripping, published as a schema, with ids that content gives."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.records import Claim, Document, Event, Record, Statement, content_id, decode, encode, json_schema

DOCS = Path(__file__).parents[1] / "docs"
SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99))


st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
RECORDS = st.builds(
    Record,
    document=st.builds(Document),
    events=st.tuples(st.builds(Event)),
    statements=st.tuples(st.builds(Statement)),
    claims=st.tuples(st.builds(Claim)),
)


@given(RECORDS)
def test_a_record_survives_json(record: Record) -> None:
    assert decode(encode(record)) == record


def test_a_record_is_frozen() -> None:
    record = Record(document=Document(id="d", text="t"))
    with pytest.raises(AttributeError):
        record.events = ()  # type: ignore[misc]


def test_unknown_is_null() -> None:
    assert json.loads(encode(Document(id="d", text="t")))["published"] is None


def test_a_wrong_type_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="sentence"):
        decode(
            '{"document": {"id": "d", "text": "t"}, "events": [{"id": "e", "type": "AID", "date": {},'
            ' "status": "occurred", "span": [0, 1], "sentence": "no", "text": "t", "confidence": 1}]}'
        )


@given(st.text(), SPAN)
def test_ids_come_from_content(text: str, span: tuple[int, int]) -> None:
    text = text.encode("utf8", "ignore").decode()
    assert content_id("event", text, span) == content_id("event", text, span)
    assert content_id("event", text, span) != content_id("event", text + "x", span)


def test_the_published_schema_is_the_records() -> None:
    published = json.loads((DOCS / "record.schema.json").read_text("utf8"))
    assert published == json.loads(json.dumps(json_schema())), (
        "run: python -m legation.records > docs/record.schema.json"
    )
