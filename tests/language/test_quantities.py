"""Quantities: a text in, its numbers out, with unit, range and bound."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.language import parse
from legation.language.quantities import amount, ordinal, quantities
from legation.records import Document

PIECES = [
    "20",
    "%",
    "$",
    "1.5",
    "bn",
    "million",
    "-",
    "–",
    "to",
    "and",
    "a",
    "half",
    "third",
    "dozens",
    "of",
    "between",
    "over",
    "two",
    "hundred",
    "fold",
    "€",
    "3rd",
    "times",
    "5m",
    ",",
    "percent",
    "Rs",
    "m",
    "tonnes",
]

Row = tuple[str, float, float | None, str | None, str]


def read(text: str) -> list[Row]:
    parsed = parse(Document(id="d", text=text, published="2021-06-15"))
    return [(parsed.slice(q.span), q.value, q.high, q.unit, q.bound) for q in quantities(parsed)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Exports reached $1.5 bn.", ("$1.5 bn", 1.5e9, None, "USD", "exact")),
        ("Exports reached 1.5 billion US dollars.", ("1.5 billion US dollars", 1.5e9, None, "USD", "exact")),
        ("Germany lent €200m to Greece.", ("€200m", 2e8, None, "EUR", "exact")),
        ("They paid US$4bn in cash.", ("US$4bn", 4e9, None, "USD", "exact")),
        ("The loan is 500 million roubles.", ("500 million roubles", 5e8, None, "RUB", "exact")),
        ("The plant cost Rs500 crore.", ("Rs500 crore", 5e9, None, "INR", "exact")),
        ("The bridge cost a $20 million loan.", ("$20 million", 2e7, None, "USD", "exact")),
        ("Trade rose 20%.", ("20%", 20, None, "percent", "exact")),
        ("Trade rose by over 20 per cent.", ("20 per cent", 20, None, "percent", "at_least")),
        ("Trade fell by 2.5 percentage points.", ("2.5 percentage points", 2.5, None, "percentage point", "exact")),
        ("Imports grew 20–30 %.", ("20–30 %", 20, 30, "percent", "exact")),
        ("Imports grew between 20 and 30 percent.", ("20 and 30 percent", 20, 30, "percent", "exact")),
        ("The deal is worth $10-15bn.", ("$10-15bn", 10e9, 15e9, "USD", "exact")),
        ("Two-thirds of the gas is Russian.", ("Two-thirds", 2 / 3, None, "fraction", "exact")),
        ("Trade fell by a third.", ("a third", 1 / 3, None, "fraction", "exact")),
        ("They buy more than half of the oil.", ("half", 0.5, None, "fraction", "at_least")),
        ("They sold half a million tonnes.", ("half a million tonnes", 5e5, None, "tonne", "exact")),
        ("It was a 3.5-fold rise.", ("3.5-fold", 3.5, None, "fold", "exact")),
        ("It was a tenfold rise.", ("tenfold", 10, None, "fold", "exact")),
        ("Dozens of soldiers left.", ("Dozens", 12, None, None, "at_least")),
        ("Tens of thousands of people fled.", ("Tens of thousands", 10_000, None, None, "at_least")),
        ("Some 1,200 tourists came.", ("1,200", 1200, None, None, "about")),
        ("Up to 40m people left.", ("40m", 4e7, None, None, "at_most")),
        ("They signed a dozen agreements.", ("a dozen", 12, None, None, "exact")),
        ("A force of one hundred and five men.", ("one hundred and five", 105, None, None, "exact")),
        (
            "They pump two and a half million barrels per day.",
            ("two and a half million barrels per day", 2.5e6, None, "barrel per day", "exact"),
        ),
        ("Gas flows fell to 300 bcm.", ("300 bcm", 3e11, None, "cubic metre", "exact")),
        ("At least 50 firms or more came.", ("50", 50, None, None, "at_least")),
    ],
)
def test_a_number_is_read_with_its_unit_and_bound(text: str, row: Row) -> None:
    found = read(text)
    assert any(f[0] == row[0] and f[1] == pytest.approx(row[1], rel=1e-6) and f[2:] == row[2:] for f in found), (
        f"{text}: {found}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "They met on March 5, 2020.",
        "The F-16 and the S-400 flew.",
        "The third visit was short.",
        "The G7 met in COVID-19 times.",
    ],
)
def test_dates_names_and_ordinals_are_no_quantities(text: str) -> None:
    assert read(text) == []


def test_an_amount_is_found_from_any_of_its_words() -> None:
    parsed = parse(Document(id="d", text="The presidents held more than four phone talks.", published="2021-06-15"))
    word = next(w.i for w in parsed.words if w.text == "four")
    found = amount(parsed, word)
    assert found is not None
    assert (found.value, found.bound, parsed.slice(found.span)) == (4, "at_least", "four")
    assert amount(parsed, 0) is None


@pytest.mark.parametrize(("text", "number"), [("third", 3), ("3th", 3), ("22nd", 22), ("talks", None)])
def test_ordinals_are_read_as_meant(text: str, number: int | None) -> None:
    assert ordinal(text) == number


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
def test_any_heap_of_number_words_gives_spans_that_slice(words: list[str]) -> None:
    parsed = parse(Document(id="d", text=" ".join(words), published="2021-06-15"))
    last = 0
    for quantity in quantities(parsed):
        assert quantity.span == parsed.span(quantity.words)
        assert quantity.span[0] >= last
        assert quantity.high is None or quantity.high > quantity.value
        last = quantity.span[1]


def test_every_written_number_below_a_thousand_is_itself() -> None:
    for number in (7, 19, 20, 42, 100, 215, 999):
        assert read(f"They sent {number} trucks.")[0][1] == number
