"""The first page: pairs, find box, data, theme."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_the_pairs_are_listed_with_their_counts(client: TestClient) -> None:
    text = client.get("/").text
    assert text.index("/pair/IRN-RUS") < text.index("/pair/NOR-SOM")
    assert '<td class="number">5</td><td class="number">1</td><td class="number">1</td>' in text
    assert "events by year: 4, 1" in text


def test_the_find_box_narrows_by_code_or_name(client: TestClient) -> None:
    text = client.get("/", params={"q": "irn usa"}).text
    assert "/pair/IRN-USA" in text
    assert "/pair/IRN-RUS" not in text


def test_the_find_box_knows_other_names_and_pairs(client: TestClient) -> None:
    for asked in ("America", "U.S.", "Islamic Republic of Iran – USA", "us–ir"):
        assert "/pair/IRN-USA" in client.get("/", params={"q": asked}).text
    assert "/pair/IRN-RUS" not in client.get("/", params={"q": "us–ir"}).text


def test_nothing_found_says_so_and_offers_all(client: TestClient) -> None:
    text = client.get("/", params={"q": "<atlantis>"}).text
    assert "No pair matches “&lt;atlantis&gt;”" in text
    assert '<a href="/">Show all</a>' in text


def test_the_state_of_the_data_is_shown(client: TestClient) -> None:
    text = client.get("/").text
    assert "2020-10-13 to 2021-03-05" in text
    assert "1 × no text" in text


def test_the_pairs_have_twins_for_machines(client: TestClient) -> None:
    pairs = client.get("/pairs.json").json()["pairs"]
    assert (pairs[0]["a"], pairs[0]["b"], pairs[0]["events"]) == ("IRN", "RUS", 5)
    lines = client.get("/pairs.csv", params={"q": "NOR"}).text.splitlines()
    assert lines[0].startswith("a,b,documents,events")
    assert len(lines) == 2


def test_health_and_versions_answer_in_json(client: TestClient) -> None:
    assert client.get("/-/health").json()["documents"] == 4
    assert client.get("/-/versions").json()["schema"] == "legation.record/1"


def test_a_theme_is_remembered_and_one_returns_to_the_page(client: TestClient) -> None:
    answer = client.post(
        "/-/theme", data={"theme": "dark", "back": "/pair/IRN-RUS?from=2020-01-01"}, follow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/pair/IRN-RUS?from=2020-01-01")
    assert 'data-theme="dark"' in client.get("/").text


def test_a_theme_never_leads_off_the_site(client: TestClient) -> None:
    for back in ("https://evil.example", "//evil.example", "/\\evil.example"):
        answer = client.post("/-/theme", data={"theme": "dark", "back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_an_unknown_theme_is_not_remembered(client: TestClient) -> None:
    answer = client.post("/-/theme", data={"theme": '"><b>', "back": "/"}, follow_redirects=False)
    assert "set-cookie" not in answer.headers
