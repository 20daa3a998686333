"""What statements are about: contexts, then issues in their normal form, then organisations and places."""

from __future__ import annotations

import pytest

from tests.statements.test_statements import coded

CASES = [
    ("Zarif said that the nuclear deal was not open to change.", ("cbrn", "nuclear deal")),
    ("Ottawa said the new steel tariffs were unlawful.", ("economic", "steel tariffs")),
    ("The minister said that the Karabakh conflict had been resolved.", ("Karabakh conflict",)),
    ("The minister said that it was a good deal.", ()),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_topics(text: str, wanted: tuple[str, ...]) -> None:
    assert [row.topics for row in coded(text).statements] == [wanted]


def test_an_acronym_and_its_long_form_are_one_topic() -> None:
    text = (
        "The Eastern Fisheries Agreement (EFA) is dead, the minister said on Monday. "
        "The envoy said that the EFA had failed."
    )
    topics = [t for row in coded(text).statements for t in row.topics]
    assert topics.count("Eastern Fisheries Agreement") == 2
    assert "EFA" not in topics


def test_a_place_within_the_name_of_an_issue_is_no_topic_of_its_own() -> None:
    (row,) = coded("The president said that the Western Sahara conflict was an old one.").statements
    assert row.topics[-1] == "Western Sahara conflict"


def test_a_number_alone_before_a_head_names_no_issue() -> None:
    coded("The envoy said it was one of – one issue that both would have to settle.")
