"""Whose president "the President" is: the publisher's, where an office of a state publishes the document."""

from __future__ import annotations

import pytest

from legation.actors import Actors
from legation.language import parse
from legation.records import Document

DAY = "2024-05-05"
TEXT = "Panama's president arrived on Monday. {} welcomed him."

# (who, outlet, address, state)
OFFICIAL = [
    ("The President", "The White House", None, "USA"),
    ("The Secretary of State", "US Department of State", None, "USA"),
    ("The President", None, "https://www.whitehouse.gov/briefing-room/1", "USA"),
    ("The Prime Minister", None, "https://www.gov.uk/government/news/1", "GBR"),
    ("The Ministry", None, "https://mfa.gov.tr/1.html", "TUR"),
    ("The Government", "The Kremlin", None, "RUS"),
]


def countries(who: str, outlet: str | None, url: str | None) -> set[str | None]:
    text = TEXT.format(who)
    document = Document(id="d", text=text, published=DAY, outlet=outlet, url=url)
    start = text.index(who) + 4
    return {r.country for r in Actors(parse(document)).mentions() if r.span[0] <= start < r.span[1]}


@pytest.mark.parametrize(("who", "outlet", "url", "state"), OFFICIAL)
def test_in_a_paper_of_a_state_an_office_without_a_land_is_its_own(
    who: str, outlet: str | None, url: str | None, state: str
) -> None:
    assert countries(who, outlet, url) == {state}


@pytest.mark.parametrize("outlet", [None, "Reuters", "The Guardian", "Tehran Times"])
def test_in_a_newspaper_it_is_not(outlet: str | None) -> None:
    assert countries("The Ministry", outlet, None) == set()


def test_a_minister_just_named_stays_the_minister() -> None:
    text = "Panama's president arrived on Monday. The president was tired."
    document = Document(id="d", text=text, published=DAY, outlet="The White House")
    found = [r.country for r in Actors(parse(document)).mentions() if r.text == "president"]
    assert set(found) == {"PAN"}
