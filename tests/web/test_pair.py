"""The page of a pair: one address each, filters in the address, the same rows for people and machines."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient

from tests.brief.sample_records import records


def rows(text: str) -> list[str]:
    return re.findall(r'<tr id="(\w+)">', text)


def test_the_page_shows_timeline_and_tables(client: TestClient) -> None:
    text = client.get("/pair/IRN-RUS").text
    assert 'class="drawing" role="img"' in text
    assert "The same as a table" in text
    assert len(rows(text)) == 7
    assert "Sergei Lavrov" in text
    assert "through TASS" in text
    assert "up by at least 20 percent" in text


@pytest.mark.parametrize("key", ["RUS-IRN", "rus-irn", "irn-rus"])
def test_other_orders_lead_to_the_one_address(client: TestClient, key: str) -> None:
    answer = client.get(f"/pair/{key}/events?from=2020-12-01", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/pair/IRN-RUS/events?from=2020-12-01")


@pytest.mark.parametrize("key", ["russia-iran", "ir-ru", "islamic-republic-of-iran-russian-federation"])
def test_names_lead_to_the_one_address(client: TestClient, key: str) -> None:
    answer = client.get(f"/pair/{key}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/pair/IRN-RUS")
    assert "nothing is recorded on &#39;south-korea-iran&#39;" in client.get("/pair/south-korea-iran").text.casefold()


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("", 5),
        ("?type=CONSULT", 1),
        ("?type=CONSULT&type=COOPERATE", 2),
        ("?status=denied&status=possible", 2),
        ("?from=2020-12-01&to=2020-12-31", 2),
        ("?from=2020-12-01&to=2020-12-31&status=ongoing", 1),
        ("?from=&to=&type=", 5),
    ],
)
def test_the_address_filters_the_rows(client: TestClient, query: str, events: int) -> None:
    assert len(rows(client.get(f"/pair/IRN-RUS/events{query}").text)) == events
    assert len(client.get(f"/pair/IRN-RUS/events.json{query}").json()["events"]) == events
    assert len(client.get(f"/pair/IRN-RUS/events.csv{query}").text.splitlines()) == events + 1


def test_each_active_filter_is_a_chip_that_takes_it_away(client: TestClient) -> None:
    text = client.get("/pair/IRN-RUS?from=2020-01-01&type=CONSULT").text
    chips = re.findall(r'<a class="chip" href="([^"]*)"', text)
    assert chips == ["/pair/IRN-RUS?type=CONSULT", "/pair/IRN-RUS?from=2020-01-01"]
    assert '<a href="/pair/IRN-RUS">clear all</a>' in text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=2020-13-01", "YYYY-MM-DD"),
        ("from=2021-01-01&to=2020-01-01", "not after to=2020-01-01"),
        ("type=NONSENSE", "CONSULT"),
        ("status=maybe", "occurred, ongoing, planned, possible, denied"),
        ("page=0", "a number from 1"),
        ("page=99999999999999999999", "a number from 1"),
    ],
)
def test_a_wrong_parameter_is_named_with_its_valid_values(client: TestClient, query: str, said: str) -> None:
    page = client.get(f"/pair/IRN-RUS?{query}")
    assert page.status_code == 400
    assert said in page.text
    error = client.get(f"/pair/IRN-RUS.json?{query}").json()["error"]
    assert set(error) == {"code", "message", "hint"}
    assert said in error["message"]


def test_a_pair_without_rows_offers_near_ones(client: TestClient) -> None:
    page = client.get("/pair/IRN-NOR")
    assert page.status_code == 404
    assert "/pair/IRN-RUS" in page.text
    assert client.get("/pair/IRN-NOR.json").json()["error"]["code"] == "LG101"


def test_a_misspelt_pair_offers_near_ones(client: TestClient) -> None:
    assert "/pair/NOR-SOM" in client.get("/pair/NOR-SON").text


def test_a_pair_with_itself_is_not_found(client: TestClient) -> None:
    assert client.get("/pair/IRN-IRN").status_code == 404


def test_long_tables_have_pages(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.web.pages.pair.PAGE", 2)
    first = client.get("/pair/IRN-RUS/events?status=occurred&status=ongoing&status=possible&status=denied")
    assert "page 1 of 3" in first.text
    seen = [id for n in (1, 2, 3) for id in rows(client.get(f"/pair/IRN-RUS/events?page={n}").text)]
    assert len(seen) == len(set(seen)) == 5
    assert 'rel="next" href="/pair/IRN-RUS/events?page=2"' in client.get("/pair/IRN-RUS/events").text


def test_csv_holds_the_rows_of_the_record(client: TestClient) -> None:
    answer = client.get("/pair/IRN-RUS/claims.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    (row,) = csv.DictReader(io.StringIO(answer.text))
    claim = records()[0].claims[0]
    assert (row["id"], row["value"], row["unit"], row["dyad"]) == (claim.id, "20.0", "percent", "IRN; RUS")
    text = records()[0].document.text
    assert text[int(row["start_char"]) : int(row["end_char"])] == row["text"]


def test_json_holds_the_rows_of_the_record_with_their_document(client: TestClient) -> None:
    found = client.get("/pair/IRN-RUS.json").json()
    assert found["pair"] == ["IRN", "RUS"]
    (said,) = found["statements"]
    assert said["via"][0]["actor"] == "RUS.MED.TASS"
    assert said["document"]["id"] == "visit/1"


def test_no_rows_in_a_window_is_said(client: TestClient) -> None:
    text = client.get("/pair/IRN-RUS?from=1990-01-01&to=1990-12-31").text
    assert "No event in this window" in text
    assert '<a href="/pair/IRN-RUS">Show all</a>' in text


def test_a_row_links_to_its_words_in_the_document(client: TestClient) -> None:
    event = records()[0].events[0]
    assert f'href="/doc/visit%2F1?row={event.id}#{event.id}"' in client.get("/pair/IRN-RUS").text


def test_an_unknown_part_of_a_pair_is_not_found(client: TestClient) -> None:
    answer = client.get("/pair/IRN-RUS/secrets")
    assert answer.status_code == 404
    assert "events, statements, claims" in answer.text


def test_the_brief_is_a_page_a_file_and_markdown(client: TestClient) -> None:
    page = client.get("/pair/IRN-RUS/brief?from=2020-12-01")
    assert 'href="/pair/IRN-RUS/brief.html?from=2020-12-01"' in page.text
    assert client.get("/pair/IRN-RUS/brief.md").text.startswith("# ")
    assert (
        client.get("/pair/rus-irn/brief.html", follow_redirects=False).headers["location"] == "/pair/IRN-RUS/brief.html"
    )
