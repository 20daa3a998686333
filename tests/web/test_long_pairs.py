"""A pair with more rows than a page holds: pages in order, the same order for machines, counts that keep up."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.store import Store, open_store
from legation.web import app
from tests.rows import TALKS, talks
from tests.web.conftest import LOCAL, explain

ROWS = 60
NEWEST = [f"d{n}" for n in reversed(range(ROWS))]


@pytest.fixture(scope="module")
def long_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = open_store(tmp_path_factory.mktemp("long") / "store", create=True)
    first = date(2020, 1, 1)
    made.write(talks(f"d{n}", (first + timedelta(days=n)).isoformat(), text=f"{TALKS} {n}") for n in range(ROWS))
    return made


@pytest.fixture(scope="module")
def long_client(long_store: Store) -> TestClient:
    return TestClient(app(long_store, explain=explain), base_url=LOCAL)


def documents(text: str) -> list[str]:
    return re.findall(r'href="/doc/(\w+)\?row=', text)


@pytest.mark.parametrize("name", ["events", "statements"])
def test_pages_go_on_from_the_newest(long_client: TestClient, name: str) -> None:
    first, second, third = (long_client.get(f"/pair/IRN-RUS/{name}?page={n}").text for n in (1, 2, 3))
    assert documents(first) + documents(second) == NEWEST
    assert "page 2 of 2" in second
    assert not documents(third)


def test_the_page_of_the_pair_shows_the_newest_and_says_how_many_there_are(long_client: TestClient) -> None:
    text = long_client.get("/pair/IRN-RUS").text
    assert documents(text)[:10] == NEWEST[:10]
    assert "All 60 events" in text


def test_filters_hold_across_pages(long_client: TestClient) -> None:
    text = long_client.get("/pair/IRN-RUS/events?from=2020-01-03&type=CONSULT&page=2").text
    assert documents(text) == NEWEST[50:58]
    assert 'href="/pair/IRN-RUS/events?from=2020-01-03&amp;type=CONSULT"' in text


def test_machines_get_all_rows_in_the_same_order(long_client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(long_client.get("/pair/IRN-RUS/events.csv").text)))
    assert [row["document"] for row in rows] == NEWEST
    data = long_client.get("/pair/IRN-RUS.json").json()
    assert [row["document"]["id"] for row in data["claims"]] != []
    assert [row["document"]["id"] for row in data["events"]] == NEWEST


def test_counts_keep_up_with_what_is_written(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", create=True) as made:
        client = TestClient(app(made, explain=explain), base_url=LOCAL)
        made.write([talks("a")])
        assert "1 event<" in client.get("/pair/IRN-RUS").text
        assert client.get("/pairs.json").json()["pairs"][0]["events"] == 1
        made.write([talks("b", "2022-01-01")])
        assert "2 events<" in client.get("/pair/IRN-RUS").text
        assert client.get("/pairs.json").json()["pairs"][0]["events"] == 2
