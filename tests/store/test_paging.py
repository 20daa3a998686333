"""Listings by the page, newest first, and as a stream."""

from __future__ import annotations

import pytest

from legation.store import Pair, Store
from tests.rows import TALKS, talks

DAYS = ("2021-03-04", "2020-01-02", None, "2021-03-05", "2019-12-31")


@pytest.fixture
def pair(store: Store) -> Pair:
    store.write(talks(f"d{n}", day, text=f"{TALKS} {n}") for n, day in enumerate(DAYS))
    return store.pair("IRN", "RUS")


def documents(pair: Pair, **filters: object) -> list[str]:
    return [found.document for found in pair.page("events", **filters)]


def test_newest_first_with_rows_without_a_day_last(pair: Pair) -> None:
    assert documents(pair, newest=True) == ["d3", "d0", "d1", "d4", "d2"]
    assert documents(pair) == ["d4", "d1", "d0", "d3", "d2"]


def test_pages_in_order_are_the_whole_listing(pair: Pair) -> None:
    pages = [documents(pair, newest=True, limit=2, offset=start) for start in (0, 2, 4, 6)]
    assert pages == [["d3", "d0"], ["d1", "d4"], ["d2"], []]


def test_counts_are_those_of_the_listing(pair: Pair) -> None:
    assert pair.count("events") == 5
    assert pair.count("events", since="2021-01-01") == 2
    assert pair.count("events", status="denied") == 0
    assert pair.count("events", way=["forth", "back"]) == 0
    assert pair.count("claims", limit=3) == 3


@pytest.mark.parametrize("table", ["events", "statements", "claims"])
def test_a_stream_is_the_listing(pair: Pair, table: str) -> None:
    assert tuple(pair.stream(table, newest=True)) == pair.page(table, newest=True) != ()


def test_a_stream_shows_what_was_there_at_its_first_row(store: Store, pair: Pair) -> None:
    stream = pair.stream("events")
    first = next(stream)
    store.write([talks("d9", "2022-01-01"), talks("d4", "2019-12-31", text=f"{TALKS} again")])
    assert len([first, *stream]) == 5
    assert pair.count("events") == 6


def test_rows_carry_the_address_of_their_document(store: Store) -> None:
    store.write([talks("u", url="https://example.org/u")])
    (found,) = store.pair("IRN", "RUS").event_rows()
    assert found.url == "https://example.org/u"


def test_a_filter_that_a_table_lacks_is_an_error(pair: Pair) -> None:
    with pytest.raises(TypeError, match="no filter status for claim_pairs"):
        pair.page("claims", status="occurred")
