"""Record → store → record: nothing is lost, nothing is changed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.records import Issue, Record, encode
from legation.store import Store, open_store
from tests.rows import TALKS, talks

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLACES = st.integers(0, 10**6)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def rows(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a record's type, built from msgspec's description of it."""
    match kind:
        case msgspec.inspect.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{field.name: rows(field.type) for field in fields})
        case msgspec.inspect.UnionType(types=types):
            return st.one_of([rows(each) for each in types])
        case msgspec.inspect.VarTupleType(item_type=item):
            return st.lists(rows(item), max_size=2).map(tuple)
        case msgspec.inspect.TupleType(item_types=items):
            return st.tuples(*map(rows, items))
        case msgspec.inspect.LiteralType(values=values):
            return st.sampled_from(values)
    return SCALARS[type(kind)]


SCALARS: dict[type, st.SearchStrategy[Any]] = {
    msgspec.inspect.StrType: TEXT,
    msgspec.inspect.IntType: PLACES,
    msgspec.inspect.FloatType: NUMBERS,
    msgspec.inspect.NoneType: st.none(),
}


def words(record: Record) -> tuple[str, ...]:
    """What makes two texts the same: then the second would get `duplicate_of`."""
    return tuple(record.document.text.split())


RECORDS = rows(msgspec.inspect.type_info(Record))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(RECORDS, min_size=1, max_size=3, unique_by=(lambda r: r.document.id, lambda r: words(r) or r.document.id))
)
def test_any_record_comes_back_equal(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store", create=True) as store:
        store.write(records)
        for record in records:
            assert store.document(record.document.id) == record


def test_a_record_comes_back_byte_for_byte_and_from_another_process_of_reading(store: Store) -> None:
    record = msgspec.structs.replace(talks(), issues=(Issue(code="LG407", message="too long", span=(0, 3)),))
    store.write([record])
    with open_store(store.path) as reader:
        assert encode(reader.document("talks")) == encode(record)


def test_text_is_kept_as_it_is(store: Store) -> None:
    odd = TALKS.replace(" in Tehran.", " \x00 in\u2028Tehran\r\n.").replace("wheat.", "wheat.\ufeff 😀")
    store.write([talks(text=odd)])
    record = store.document("talks")
    assert record is not None
    assert record.document.text == odd
    assert odd[slice(*record.events[0].span)] == "held talks"


def test_an_unknown_document_is_none(store: Store) -> None:
    assert store.document("nowhere") is None
    assert store.event("e0") is None
