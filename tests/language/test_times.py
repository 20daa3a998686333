"""Each example and counter-example of lexicon/en/time.yaml is a test."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import UsageError
from legation.language.times import rules, times
from legation.lexicon.build import SOURCE, read_yaml

SEED_DAY = "2020-12-20"
WRITTEN = read_yaml(SOURCE / "en" / "time.yaml")["rules"]


def cases(field: str) -> Iterator[Any]:
    for rule in WRITTEN:
        for number, case in enumerate(rule.get(field, ())):
            yield pytest.param(rule, case, id=f"{rule['id']}-{number}")


@pytest.mark.parametrize(("rule", "case"), cases("examples"))
def test_an_example_gives_its_days_by_its_rule(rule: dict[str, Any], case: dict[str, Any]) -> None:
    found = times(case["text"], case.get("published", SEED_DAY), tense=lambda _: case.get("tense"))
    wanted = (case["start"], case["end"])
    shown = [(each.start, each.end) for each in found if not rule.get("emit", True) or each.rule == rule["id"]]
    assert wanted in shown, found


@pytest.mark.parametrize(("rule", "case"), cases("counter"))
def test_a_counter_example_is_left_alone(rule: dict[str, Any], case: dict[str, Any]) -> None:
    found = times(case["text"], case.get("published", SEED_DAY))
    assert rule["id"] not in [each.rule for each in found]
    if rule["id"] == "age":
        assert found == ()


def test_every_rule_has_an_example() -> None:
    assert [rule["id"] for rule in WRITTEN if not rule.get("examples") and not rule.get("counter")] == []


def test_the_compiled_rules_are_those_that_were_written() -> None:
    assert [(rule.id, rule.pattern) for rule in rules()] == [(rule["id"], rule["pattern"]) for rule in WRITTEN]
    assert len({rule.id for rule in rules()}) == len(WRITTEN)


SEED = "They met in October 2020. In the year 2019 it was signed. It rose by 8% during the first six months of 2020."


def test_the_seed_dates() -> None:
    assert [(each.start, each.end) for each in times(SEED, SEED_DAY)] == [
        ("2020-10-01", "2020-10-31"),
        ("2019-01-01", "2019-12-31"),
        ("2020-01-01", "2020-06-30"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Talks go on despite the global Corona pandemic.",
        "Some 2020 people came, 1,500 of them by bus.",
        "This is the second of four phone calls.",
        "Theresa May said that May would win.",
        "They march on Kyiv and may win.",
        "The Sun said so; he sat there.",
        "They won 2-0 and are open 24/7.",
        "In room 2014 they spoke of resolution 2015.",
        "It rose by 20 percent to 1999 tonnes.",
        "The 40th anniversary of the revolution was marked.",
        "Quarter of them left, and half of the rest.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert times(text, SEED_DAY) == ()


def test_a_year_before_a_noun_is_that_year() -> None:
    [found] = times("The 2015 agreement holds.", SEED_DAY)
    assert (found.text, found.start, found.end, found.anchor) == ("2015", "2015-01-01", "2015-12-31", "absolute")


def test_the_tense_of_the_clause_decides() -> None:
    text = "Lavrov: the visit to Tehran, Friday."
    assert times(text, SEED_DAY, tense=lambda _: "future")[0].start == "2020-12-25"
    assert times(text, SEED_DAY, tense=lambda _: "past")[0].start == "2020-12-18"


def test_a_passage_about_earlier_years_goes_on() -> None:
    text = "After 1919, 1923 and 1933 came 1938. War began on September 1, 1939. In May it reached France."
    found = times(text, "2009-12-19")
    assert [each.start for each in found[-2:]] == ["1939-09-01", "1940-05-01"]
    assert found[-1].anchor == "previous"


def test_one_old_year_does_not_move_the_months_of_news() -> None:
    found = times("He was chosen in 2009. In May he was dismissed, it said on Tuesday.", "2017-12-06")
    assert [each.start for each in found] == ["2009-01-01", "2017-05-01", "2017-12-05"]


def test_without_publication_only_absolute_dates_are_resolved() -> None:
    found = times("They met last week and in 2019.")
    assert [(each.start, each.end) for each in found] == [(None, None), ("2019-01-01", "2019-12-31")]


def test_the_offset_shifts_the_spans() -> None:
    [found] = times("They met in 2019.", SEED_DAY, offset=100)
    assert found.span == (112, 116)


def test_comparisons_are_marked() -> None:
    found = times("Trade rose from January to June 2020 against the same period last year.", SEED_DAY)
    assert [(each.start, each.end, each.comparison) for each in found] == [
        ("2020-01-01", "2020-06-30", False),
        ("2019-01-01", "2019-06-30", True),
    ]


def test_a_wrong_publication_date_is_refused() -> None:
    with pytest.raises(UsageError):
        times("They met.", "2020-13-45")


VOCABULARY = (
    "the last first six months of 2020 May 5 , - to in year ago next Friday 31 February 1398 since by until from "
    "between and 1990s same period week day early end half quarter a two later before ( ) . 's % Iranian 20.12.2020 "
    "9999 December January 2019 weekend decade spring"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, "2020-02-29", "0001-01-01", "9999-12-31"]))
def test_any_words_give_ordered_spans_and_days_in_order(text: str, published: str | None) -> None:
    found = times(text, published)
    assert found == times(text, published)
    at = 0
    for each in found:
        assert at <= each.span[0] < each.span[1] <= len(text)
        assert text[slice(*each.span)] == each.text
        assert each.start is None or each.end is None or each.start <= each.end
        at = each.span[1]


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    times(text, SEED_DAY)


@pytest.mark.parametrize("piece", ["the first of ", "May ", "2019 - ", "from 2019 to ", "a year ", "\n\n", "12 "])
def test_a_long_text_takes_linear_time(piece: str) -> None:
    began = time.process_time()
    times(piece * (100_000 // len(piece)), SEED_DAY)
    assert time.process_time() - began < 5
