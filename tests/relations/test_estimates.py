"""Ratios over stories, and their intervals."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.relations import ratio

PARTS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.floats(-10, 10), st.sampled_from([0.5, 1.0, 2.0])),
    min_size=1,
    max_size=30,
)


@settings(max_examples=50, deadline=None)
@given(PARTS)
def test_the_interval_lies_within_what_the_stories_say(parts: list[tuple[str, float, float]]) -> None:
    found = ratio(parts)
    stories = {story for story, _, _ in parts}
    if len(stories) < 3:
        assert found is None
        return
    assert found is not None
    own = [
        sum(above for story, above, _ in parts if story == one)
        / sum(below for story, _, below in parts if story == one)
        for one in stories
    ]
    assert min(own) - 1e-4 <= found.low <= found.high <= max(own) + 1e-4
    assert found.stories == len(stories)


@settings(max_examples=20, deadline=None)
@given(PARTS)
def test_the_order_of_rows_does_not_matter(parts: list[tuple[str, float, float]]) -> None:
    whole = [(story, round(above), below) for story, above, below in parts]
    assert ratio(whole) == ratio(random.Random(1).sample(whole, len(whole)))


def test_many_rows_of_one_story_are_one_witness() -> None:
    assert ratio([("a", 1.0, 1.0)] * 50) is None
    many, few = [(f"s{n}", float(n % 2), 1.0) for n in range(100)], [(f"s{n}", float(n % 2), 1.0) for n in range(4)]
    wide, narrow = ratio(few), ratio(many)
    assert wide is not None
    assert narrow is not None
    assert wide.high - wide.low > 3 * (narrow.high - narrow.low)


def test_nothing_to_divide_by_is_no_estimate() -> None:
    assert ratio([("a", 0.0, 0.0), ("b", 0.0, 0.0), ("c", 0.0, 0.0)]) is None
    assert ratio([]) is None
