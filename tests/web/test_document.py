"""The page of a document, and the box to paste a text into."""

from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient

from legation.records import decode
from legation.store import Store
from tests.brief.sample_records import STRIKE, VISIT, records


def shown(text: str) -> str:
    body = re.search(r'<article class="text"[^>]*>(.*?)</article>', text, re.S)
    assert body
    return html.unescape(re.sub(r"<[^>]*>", "", body[1]))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_marked_text_is_the_text(client: TestClient, number: int) -> None:
    document = records()[number].document
    url = f"/doc/{document.id.replace('/', '%2F')}"
    assert shown(client.get(url).text) == document.text


def test_every_row_is_in_the_text_and_in_the_list(client: TestClient) -> None:
    record = records()[0]
    text = client.get("/doc/visit%2F1").text
    for row in (*record.events, *record.statements, *record.claims):
        assert f'class="pin" id="{row.id}" href="#why-{row.id}"' in text
        assert f'<li id="why-{row.id}"' in text
        assert all(f"<code>{rule}</code>" in text for rule in row.why)


def test_overlapping_rows_share_a_piece(client: TestClient) -> None:
    assert re.search(r'class="mark claim statement[^"]*">', client.get("/doc/visit%2F1").text)


def test_a_chosen_row_is_marked(client: TestClient) -> None:
    event = records()[0].events[0]
    text = client.get(f"/doc/visit%2F1?row={event.id}").text
    assert re.search(r'class="mark event chosen">', text)
    assert f'<li id="why-{event.id}" value="1" class="entry event chosen">' in text


def test_why_is_asked_of_the_coder_only_when_wanted(client: TestClient) -> None:
    assert "en/events/sample.yaml:14" not in client.get("/doc/visit%2F1").text
    text = client.get("/doc/visit%2F1?why=now").text
    assert "en/events/sample.yaml:14" in text
    assert "RUS.sergei-lavrov" in text
    assert "no_target" in text


def test_a_record_is_its_json(client: TestClient) -> None:
    assert decode(client.get("/doc/visit%2F1.json").text) == records()[0]


def test_a_document_that_could_not_be_read_says_why(client: TestClient) -> None:
    assert "LG403: no text" in client.get("/doc/broken").text


def test_an_unknown_document_is_not_found(client: TestClient) -> None:
    answer = client.get("/doc/no-such")
    assert answer.status_code == 404
    assert "All pairs" in answer.text
    assert client.get("/doc/no-such.json").json()["error"]["code"] == "LG102"


def test_a_pasted_text_is_read_and_not_stored(client: TestClient, store: Store) -> None:
    before = store.counts()
    answer = client.post("/code", data={"text": STRIKE, "date": "2020-12-02"})
    assert answer.status_code == 200
    assert shown(answer.text) == STRIKE
    assert "voiced disapproval" in answer.text
    assert "What was not coded" in answer.text
    assert "2 December 2020" in answer.text
    assert store.counts() == before


def test_a_date_in_the_first_line_counts(client: TestClient) -> None:
    assert "5 May 2021" in client.post("/code", data={"text": "date 2021-05-05 Nothing happened."}).text


def test_a_pasted_text_without_rows_says_so(client: TestClient) -> None:
    assert "No event, statement or claim was read" in client.post("/code", data={"text": "It rained."}).text


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        ({"text": "  "}, 400, "No text in the box"),
        ({}, 400, "No text in the box"),
        ({"text": "It rained.", "date": "tomorrow"}, 400, "tomorrow"),
        ({"text": "x" * 100_001}, 413, "at most 100,000 characters"),
        ({"text": "crash"}, 422, "no parse &lt;b&gt;"),
    ],
)
def test_what_can_not_be_pasted_is_explained(client: TestClient, data: dict[str, str], status: int, said: str) -> None:
    answer = client.post("/code", data=data)
    assert answer.status_code == status
    assert said.casefold() in answer.text.casefold()


def test_the_address_of_the_box_leads_to_it(client: TestClient) -> None:
    assert client.get("/code", follow_redirects=False).headers["location"] == "/#paste"


def test_line_ends_of_a_browser_are_those_of_the_text(client: TestClient) -> None:
    assert shown(client.post("/code", data={"text": "One.\r\n\r\nTwo."}).text) == "One.\n\nTwo."


def test_a_stored_text_that_can_not_be_coded_again_is_still_shown(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: object, document: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("legation.web.desk.Desk.explain", broken)
    text = client.get("/doc/visit%2F1?why=now").text
    assert "out of order" in text
    assert shown(text) == VISIT
