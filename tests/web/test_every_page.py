"""What holds for every page: its headers, no foreign address, nothing inline, and sound HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

PAGES = (
    "/",
    "/?q=nobody",
    "/pair/IRN-RUS",
    "/pair/IRN-RUS?from=2020-12-01&type=COOPERATE&status=ongoing",
    "/pair/IRN-RUS?from=1990-01-01&to=1990-12-31",
    "/pair/IRN-RUS/events",
    "/pair/IRN-RUS/statements",
    "/pair/IRN-RUS/claims?page=9",
    "/pair/IRN-RUS/brief",
    "/pair/IRN-RUS/brief.html",
    "/doc/visit%2F1",
    "/doc/visit%2F1?why=now",
    "/doc/strike-2",
    "/doc/broken",
    "/pair/IRN-NOR",
    "/pair/nonsense",
    "/no/such/page",
    "/pair/IRN-RUS?from=yesterday",
)
VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


class Sound(HTMLParser):
    """Fails on tags that do not close in order, on repeated ids, and on dead anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.anchors: list[str] = []
        self.labels: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        href = found.get("href") or ""
        self.anchors += [href[1:]] if href.startswith("#") else []
        self.labels += (found.get("aria-labelledby") or "").split()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "id" in dict(attrs):
            self.ids.append(dict(attrs)["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("url", PAGES)
def test_the_page_is_sound_html(client: TestClient, url: str) -> None:
    found = Sound(client.get(url).text)
    assert len(found.ids) == len(set(found.ids)), [id for id in found.ids if found.ids.count(id) > 1]
    assert set(found.anchors) <= set(found.ids)
    assert set(found.labels) <= set(found.ids)


@pytest.mark.parametrize("url", [*PAGES, "/pair/IRN-RUS.json", "/style.css", "/static/htmx.min.js", "/-/health"])
def test_the_policy_allows_nothing_from_elsewhere(client: TestClient, url: str) -> None:
    headers = client.get(url).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("url", PAGES)
def test_the_page_loads_nothing_from_elsewhere_and_has_nothing_inline(client: TestClient, url: str) -> None:
    text = client.get(url).text
    loaded = re.findall(r'<(?:script|img|iframe|link|source|object|embed)\b[^>]*?(?:src|href)="([^"]*)"', text)
    assert all(address.startswith("/") and not address.startswith("//") for address in loaded)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"\son\w+=", text)
    assert not re.search(r"<[^>]*\sstyle=", text)
    assert url.endswith("brief.html") or "<style" not in text
    assert "javascript:" not in re.findall(r'href="([^"]*)"', text)


def test_the_style_sheet_loads_nothing(client: TestClient) -> None:
    sheet = client.get("/style.css")
    assert sheet.headers["content-type"].startswith("text/css")
    assert "@import" not in sheet.text
    assert "url(" not in sheet.text


@pytest.mark.parametrize("url", PAGES[:13])
def test_the_page_has_a_language_a_title_a_skip_link_and_one_heading(client: TestClient, url: str) -> None:
    text = client.get(url).text
    assert '<html lang="en"' in text
    assert re.search(r"<title>[^<]+</title>", text)
    assert len(re.findall(r"<h1", text)) == 1
    assert "brief.html" in url or '<a class="skip" href="#content">' in text


def test_text_from_documents_is_escaped_on_every_page(client: TestClient) -> None:
    for url in PAGES:
        assert "<toward>" not in client.get(url).text


def test_the_inline_style_of_the_brief_is_allowed_by_its_digest(client: TestClient) -> None:
    import base64
    import hashlib

    answer = client.get("/pair/IRN-RUS/brief.html")
    inline = answer.text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in answer.headers["content-security-policy"]


def test_a_request_by_a_foreign_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
