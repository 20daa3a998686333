"""What stands before the body of a text, and where the body begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import UsageError
from legation.read import body, document, issues

DATED = [
    ("date 2020-12-20 Talks ended.", "2020-12-20", "Talks ended."),
    (" date 2020-12-20 Talks ended.", "2020-12-20", "Talks ended."),
    ("date 2020-12-20\nTalks ended.", "2020-12-20", "Talks ended."),
    ("date 2020-12-20\r\n\r\n  Talks ended.\r\n", "2020-12-20", "Talks ended.\r\n"),
    ("Date: 2020-12-20\n\nTalks ended.", "2020-12-20", "Talks ended."),
    ("date 2020-12-20T08:00:00Z Talks ended.", "2020-12-20", "Talks ended."),
    ("---\ndate: 2020-12-20\ntitle: x\n---\nTalks ended.", "2020-12-20", "Talks ended."),
    ('+++\ndate = "2020-12-20"\n+++\n\nTalks ended.', "2020-12-20", "Talks ended."),
    ("---\ntitle: x\n---\nTalks ended.", None, "Talks ended."),
    ("Talks ended.", None, "Talks ended."),
    ("The date 2020-12-20 was set.", None, "The date 2020-12-20 was set."),
    ("dated 2020-12-20 Talks", None, "dated 2020-12-20 Talks"),
    ("\ndate 2020-12-20 on the second line", None, "\ndate 2020-12-20 on the second line"),
    ("---\nA rule, not front matter.\n---\nTalks ended.", None, "---\nA rule, not front matter.\n---\nTalks ended."),
    ("---\nnever: closed\n", None, "---\nnever: closed\n"),
]


@pytest.mark.parametrize(("text", "published", "said"), DATED)
def test_a_header_gives_the_date_and_is_no_body(text: str, published: str | None, said: str) -> None:
    read = document(text)
    assert (read.text, read.published, read.text[body(read) :]) == (text, published, said)


IMPOSSIBLE = [
    ("date 2020-02-30 Talks ended.", "2020-02-30", "no calendar"),
    ("date 2020-13-01 Talks ended.", "2020-13-01", "no calendar"),
    ("date 0000-01-01 Talks ended.", "0000-01-01", "no calendar"),
    ("date 2020-12-201 Talks ended.", "2020-12-201", "not a date"),
    ("date 03/04/2020 Talks ended.", "03/04/2020", "which number is the day"),
    ("---\ndate: 2020-02-30\n---\nTalks ended.", "2020-02-30", "no calendar"),
    ("---\ndate: soon\n---\nTalks ended.", "soon", "not a date"),
]


@pytest.mark.parametrize(("text", "written", "reason"), IMPOSSIBLE)
def test_an_impossible_date_is_an_issue_at_its_place(text: str, written: str, reason: str) -> None:
    read = document(text)
    [issue] = issues(read)
    assert read.published is None
    assert issue.code == "LG402"
    assert reason in issue.message
    assert issue.span is not None
    assert text[slice(*issue.span)] == written
    assert text[body(read) :] == "Talks ended."


def test_a_given_date_goes_before_the_header_whose_words_then_stay_in_the_body() -> None:
    read = document("date 2019-05-01 was set for the vote.", date="2018-01-02")
    assert (read.published, body(read)) == ("2018-01-02", 0)


def test_front_matter_is_never_body() -> None:
    text = "---\ndate: 2020-12-20\n---\nTalks ended."
    assert text[body(document(text, date="2018-01-02")) :] == "Talks ended."


def test_a_heading_that_is_the_title_is_no_body() -> None:
    read = document("date 2020-12-20\n# Talks in Doha #\n\nThey ended.", title="Talks in Doha")
    assert read.text[body(read) :] == "They ended."


@pytest.mark.parametrize("text", ["Talks in Doha", "# Talks in Doha", "# Talks in Doha\n \n", "Talks in\nDoha"])
def test_a_title_that_nothing_follows_is_the_body(text: str) -> None:
    assert body(document(text, title="Talks in Doha")) == 0


def test_a_first_line_that_repeats_the_title_is_no_body() -> None:
    read = document("Talks  in Doha\r\n\r\nThey ended.", title="Talks in Doha")
    assert read.text[body(read) :] == "They ended."


def test_a_heading_that_is_not_the_title_stays() -> None:
    assert body(document("# Talks in Doha\n\nThey ended.", title="Another")) == 0


def test_what_is_missing_is_told() -> None:
    assert [issue.code for issue in issues(document(""))] == ["LG401", "LG403"]
    [issue] = issues(document("Iran\0 and \ud800 Russia", date="2020-12-20"))
    assert (issue.code, issue.span) == ("LG404", (4, 5))
    assert "2 in all" in issue.message
    assert issues(document("Talks ended.", date="2020-12-20")) == ()


def test_a_wrong_date_of_the_caller_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="2020-02-30"):
        document("Talks ended.", date="2020-02-30")


def test_ids_derive_from_text_and_date() -> None:
    one, same = document("Talks ended.", date="2020-12-20"), document("Talks ended.", date="2020-12-20", title="x")
    assert one.id == same.id != document("Talks ended.", date="2020-12-21").id
    assert one.id.startswith("d")


@given(
    st.text(max_size=200), st.sampled_from(["", "date 2020-12-20 ", "---\ndate: 2020-12-20\n---\n", "date 2020-02-30"])
)
def test_no_text_is_altered_and_every_body_lies_in_it(text: str, before: str) -> None:
    read = document(before + text, title=text[:5] or None)
    assert len(read.text) == len(before + text)
    assert 0 <= body(read) <= len(read.text)
    if "\0" not in text and text.isprintable():
        assert read.text == before + text
    assert issues(read) == issues(read)
