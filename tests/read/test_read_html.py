"""HTML pages: the article's text, its date where the page gives one for certain, title, outlet and address."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.read import Unread, body, issues, read
from legation.read.html import attested, published
from legation.records import Document

META = '<meta property="article:published_time" content="2020-12-20T08:15:00+03:30">'
STORY = """<p>TEHRAN – Iran and Russia held a third round of talks on a railway, officials said.</p>
<p>The two ministers signed no document. “We have narrowed the gaps”, one said on 3 March 2019 and again today.</p>
<p>A fourth round is planned for the spring, when the freight terminal at the port is to open after long repairs.</p>"""


def source(head: str = META, story: str = STORY, dateline: str = "") -> str:
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Third round of railway talks – Example Wire</title>
<meta property="og:title" content="Third round of railway talks">
<meta property="og:site_name" content="Example Wire">
<link rel="canonical" href="https://news.example.org/railway-talks">
{head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Third round of railway talks</h1>{dateline}{story}</article>
<aside><h3>Most read</h3><ul><li>Grain prices fall again <time datetime="2018-07-07">7 July</time></li></ul></aside>
<footer>All rights reserved. Subscribe to our newsletter.</footer></body></html>"""


def only(page: str | bytes, **options: str) -> Document:
    data = page.encode() if isinstance(page, str) else page
    [found] = read(io.BytesIO(data), **options)
    assert isinstance(found, Document)
    return found


def test_a_news_page_gives_its_article_date_and_title() -> None:
    found = only(source())
    assert (found.published, found.title, found.outlet) == (
        "2020-12-20",
        "Third round of railway talks",
        "Example Wire",
    )
    assert found.url == "https://news.example.org/railway-talks"
    assert found.text[body(found) :].startswith("TEHRAN – Iran and Russia held a third round of talks")
    assert "“We have narrowed the gaps”" in found.text
    assert "Grain prices" not in found.text
    assert "newsletter" not in found.text
    assert issues(found) == ()


def test_a_page_s_id_is_its_file_s_stem(tmp_path: Path) -> None:
    (tmp_path / "railway.html").write_text(source(), encoding="utf-8")
    assert [item.id for item in read(tmp_path / "railway.html")] == ["railway"]


DATED = [
    (META, "", "2020-12-20"),
    ('<meta name="date" content="2020-12-20">', "", "2020-12-20"),
    (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-12-20"}</script>',
        "",
        "2020-12-20",
    ),
    ("", '<time datetime="2020-12-20T10:00">today</time>', "2020-12-20"),
    ("", '<div class="date">20 December 2020</div>', "2020-12-20"),
    ("", '<span class="published">December 20, 2020</span>', "2020-12-20"),
    ('<meta property="article:published_time" content="2031-01-05">', "", "2031-01-05"),
    ("", "", None),  # "3 March 2019" in the prose is not the page's date, nor is the sidebar's
    ("", '<div class="date">03/04/2020</div>', None),
    ("", '<div class="date">2 hours ago</div>', None),
    ('<meta name="date" content="2020-02-30">', "", None),
]


@pytest.mark.parametrize(("head", "dateline", "day"), DATED)
def test_the_date_is_the_one_the_page_gives_for_certain_or_none(head: str, dateline: str, day: str | None) -> None:
    found = only(source(head, dateline=dateline))
    assert found.published == day
    assert [issue.code for issue in issues(found)] == ([] if day else ["LG401"])


def test_the_caller_s_date_is_for_pages_without_one() -> None:
    assert only(source(""), date="2018-01-02").published == "2018-01-02"
    assert only(source(), date="2018-01-02").published == "2020-12-20"


@pytest.mark.parametrize(
    ("written", "certain"),
    [
        ("2020-04-03", True),
        ("/2020/04/03/talks", True),
        ("/2020/apr/03/talks", True),
        ("20200403", True),
        ("3 April 2020", True),
        ("Apr 3, 2020", True),
        ("3 avril 2020", True),
        ("3 de abril de 2020", True),
        ("2020年4月3日", True),
        ("03/04/2020", False),
        ("04.03.2020", False),
        ("3 March 2020", False),
        ("April 2020", False),
        ("13 April 2020", False),
    ],
)
def test_a_day_is_certain_where_it_can_be_read_in_one_way(written: str, certain: bool) -> None:
    assert attested("2020-04-03", f"<b>{written}</b>") is certain


def test_the_declared_charset_is_used() -> None:
    page = source().replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")
    assert "“We have narrowed the gaps”" in only(page).text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x = 1</script></body></html>", "<p></p>"])
def test_a_page_without_an_article_is_an_issue(page: str) -> None:
    [found] = read(io.BytesIO(page.encode()))
    assert isinstance(found, Unread)
    assert (found.id, found.issue.code) == ("stdin", "LG403")


def test_what_the_extractor_raises_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    [found] = read(io.BytesIO(source().encode()))
    assert isinstance(found, Unread)
    assert found.issue.message == "the page can't be parsed (RecursionError)"


def test_deep_nesting_and_no_date_do_no_harm() -> None:
    assert published("<div>" * 50_000 + "x") is None
    [found] = read(io.BytesIO(b"<html><body>" + b"<div>" * 50_000 + b"Talks ended."))
    assert found.id


PIECES = [
    "<p>",
    "</p>",
    "<div class=date>",
    "<time datetime='",
    "'>",
    "2020-12-20",
    "31.02.2020",
    "Talks ended. ",
    "<table><tr>",
    "<!--",
]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40))
def test_any_markup_gives_a_document_or_an_issue(pieces: list[str]) -> None:
    data = ("<html>" + "".join(pieces)).encode("utf-8", "replace")
    [found] = read(io.BytesIO(data), format="html")
    assert found.id
    assert isinstance(found, Unread) or found.text.strip()
