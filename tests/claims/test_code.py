"""Claims: a dated text in, its claims out, and what fell with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import claims
from legation.actors import Actors
from legation.language import Frames, parse
from legation.records import Claim, Document

DATE = "2020-12-20"


def code(text: str, date: str | None = DATE) -> claims.Coded:
    parsed = parse(Document(id="d", text=text, published=date))
    return claims.code(Frames(parsed), Actors(parsed))


def rows(text: str, kind: str) -> list[Claim]:
    return [claim for claim in code(text).claims if claim.kind == kind]


def period(claim: Claim) -> tuple[str | None, str | None]:
    return (claim.period.start, claim.period.end) if claim.period else (None, None)


def base(claim: Claim) -> tuple[str | None, str | None]:
    return (claim.baseline.start, claim.baseline.end) if claim.baseline else (None, None)


def test_a_nested_percentage_is_a_claim_of_its_own() -> None:
    text = (
        "Trade between Peru and Chile shows an over 12% increase this year, "
        "including a 5% increase during the first six months of 2020."
    )
    found = sorted(rows(text, "change"), key=lambda c: -(c.value or 0))
    assert [(c.value, c.bound, c.measure, c.dyad) for c in found] == [
        (12, "at_least", "trade", ("CHL", "PER")),
        (5, "exact", "trade", ("CHL", "PER")),
    ]
    assert [period(c) for c in found] == [("2020-01-01", "2020-12-20"), ("2020-01-01", "2020-06-30")]


def test_from_and_to_are_two_levels_and_a_change() -> None:
    found = code("Turkish exports to Israel rose from $3.2 billion in 2018 to $4.3 billion in 2019.").claims
    assert {(c.kind, c.value, period(c)) for c in found} == {
        ("level", 3.2e9, ("2018-01-01", "2018-12-31")),
        ("level", 4.3e9, ("2019-01-01", "2019-12-31")),
        ("change", None, ("2019-01-01", "2019-12-31")),
    }
    change = next(c for c in found if c.kind == "change")
    assert (change.direction, base(change)) == ("up", ("2018-01-01", "2018-12-31"))


def test_a_range_is_its_two_bounds() -> None:
    found = rows("Trade between Iran and Iraq grew between 20 and 30 percent in 2019.", "change")
    assert {(c.value, c.bound) for c in found} == {(20, "at_least"), (30, "at_most")}


def test_a_base_year_that_the_text_counts_from_its_own_period() -> None:
    (found,) = rows("German exports to Iran fell 40% in 2018 compared with the previous year.", "change")
    assert (period(found), base(found)) == (("2018-01-01", "2018-12-31"), ("2017-01-01", "2017-12-31"))


def test_each_figure_has_the_year_that_stands_beside_it() -> None:
    text = "In 2018, trade between Moscow and Minsk reached $1.5 billion; in 2019, it fell to $1.1 billion."
    found = {c.value: period(c)[0] for c in rows(text, "level")}
    assert found == {1.5e9: "2018-01-01", 1.1e9: "2019-01-01"}


def test_the_verb_said_once_serves_the_second_figure() -> None:
    found = rows("Russia's exports to India rose by 16 percent, and imports by 14 percent.", "change")
    assert {(c.measure, c.value) for c in found} == {("exports", 16), ("imports", 14)}


@pytest.mark.parametrize(
    ("text", "dyad"),
    [
        ("Russia's imports from Iran rose by 5 percent.", ("RUS", "IRN")),
        ("Imports from Norway to Sweden rose by 5 percent.", ("SWE", "NOR")),
        ("Swedish exports to Norway rose by 5 percent.", ("SWE", "NOR")),
        ("American aid to Egypt rose by 5 percent.", ("USA", "EGY")),
        ("Trade between Sweden and Norway rose by 5 percent.", ("NOR", "SWE")),
        ("Norway-Sweden trade rose by 5 percent.", ("NOR", "SWE")),
        ("Sweden's trade with Norway rose by 5 percent.", ("NOR", "SWE")),
        ("The Swedish minister told his Norwegian counterpart that bilateral trade rose by 5 percent.", ("NOR", "SWE")),
    ],
)
def test_a_directed_measure_names_the_reporter_first(text: str, dyad: tuple[str, ...]) -> None:
    (found,) = rows(text, "change")
    assert found.dyad == dyad


def test_the_pair_in_view_serves_a_claim_that_names_no_side_and_is_less_sure() -> None:
    text = "Kenya and Uganda signed a pact in Nairobi. Bilateral trade grew by 8 percent last year."
    (found,) = rows(text, "change")
    (named,) = rows("Trade between Kenya and Uganda grew by 8 percent last year.", "change")
    assert found.dyad == named.dyad == ("KEN", "UGA")
    assert found.confidence < named.confidence


@pytest.mark.parametrize(
    "text",
    [
        "The man, 54, lives at 12 Main Street.",
        "Germany beat Brazil 7-1 in 2014.",
        "The Group of Seven met in London on Tuesday.",
        "A loaf of bread costs 20 percent more than last year.",
        "The two countries share a border.",
        "The match between Spain and Italy ended 2-2 after 90 minutes.",
        "Article 5 of the treaty was read out.",
    ],
)
def test_numbers_that_claim_nothing_give_no_claim(text: str) -> None:
    assert code(text).claims == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Turkey's exports to Iraq did not rise by 5 percent.", "denied"),
        ("Turkey's exports to Iraq could rise by 5 percent.", "not asserted: possible"),
        ("Trade rose by 5 percent.", "no party"),
    ],
)
def test_what_fell_has_a_reason(text: str, reason: str) -> None:
    coded = code(text)
    assert coded.claims == ()
    assert reason in {decision.reason for decision in coded.decisions}


def test_a_target_with_its_year_is_kept_but_unsure() -> None:
    (found,) = rows("Trade between Egypt and Russia is expected to reach $5 billion by 2025.", "level")
    assert period(found)[1] == "2025-12-31"
    assert found.confidence < 0.6


def test_without_a_publication_date_a_claim_has_no_guessed_period() -> None:
    (found,) = code("Trade between Egypt and Russia grew by 5 percent this year.", date=None).claims
    assert period(found) == (None, None)


def test_every_kept_decision_names_its_row_and_rule() -> None:
    coded = code("Trade between Egypt and Russia grew by 5 percent, and ties are improving.")
    kept = {d.row for d in coded.decisions if d.kept}
    assert kept == {c.id for c in coded.claims}
    assert all(d.rule and d.source and d.source.startswith("en/claims/") for d in coded.decisions)


WORDS = [
    "Trade",
    "Iran",
    "Russia",
    "between",
    "and",
    "rose",
    "fell",
    "by",
    "to",
    "20",
    "percent",
    "$2bn",
    "in",
    "2019",
    "exports",
    "the",
    "highest",
    "level",
    "ever",
    "third",
    "visit",
    "only",
    "country",
    "than",
    "more",
    "times",
    "twice",
    "met",
    "since",
    "relations",
    "are",
    "improving",
    "no",
    "other",
    ",",
    ".",
    "as",
    "of",
    "with",
    "it",
    "half",
    "was",
    "signed",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_any_words_give_spans_that_slice_and_the_same_rows_twice(words: list[str]) -> None:
    text = " ".join(words)
    first, second = code(text), code(text)
    assert first == second
    for claim in first.claims:
        assert text[slice(*claim.span)] == claim.text
        assert claim.dyad
        assert (claim.value is None) == (claim.bound is None)
        assert 0 < claim.confidence <= 1
    assert len({c.id for c in first.claims}) == len(first.claims)


def test_including_says_a_part_of_the_figure_before() -> None:
    text = "Trade between Peru and Chile has gone up more than 30% this year, including 11% in the first quarter."
    found = {c.value: (c.measure, period(c)) for c in rows(text, "change")}
    assert found == {30: ("trade", ("2020-01-01", "2020-12-20")), 11: ("trade", ("2020-01-01", "2020-03-31"))}


def test_a_figure_takes_the_period_of_the_figure_before_it() -> None:
    text = "Kenya's exports to Uganda were worth $90 million in 2019, up 4 percent, while imports fell by 2 percent."
    found = code(text).claims
    assert {(c.measure, c.dyad, c.value, period(c)[0]) for c in found} == {
        ("exports", ("KEN", "UGA"), 9e7, "2019-01-01"),
        ("exports", ("KEN", "UGA"), 4, "2019-01-01"),
        ("imports", ("KEN", "UGA"), 2, "2019-01-01"),
    }


def test_what_had_since_grown_has_the_period_before_as_its_base() -> None:
    text = "Trade between Kenya and Uganda, which stood at $60 million in 2010, had since grown to $90 million."
    (found,) = rows(text, "change")
    assert (period(found), base(found)) == ((None, None), ("2010-01-01", "2010-12-31"))


def test_growth_since_a_year_is_compared_with_that_year() -> None:
    (found,) = rows("German aid to Mali has doubled since 2015.", "change")
    assert base(found) == ("2015-01-01", "2015-12-31")


def test_the_first_eleven_months_are_last_years_when_told_in_january() -> None:
    (found,) = (
        c
        for c in code(
            "Trade between Kenya and Uganda rose by 8 percent during the first eleven months.", "2022-01-20"
        ).claims
    )
    assert period(found) == ("2021-01-01", "2021-11-30")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Denmark gave Mali 50 million kroner in aid.", "DKK"),
        ("Norway gave Mali 50 million kroner in aid.", "NOK"),
        ("Denmark gave Mali 50 million Norwegian kroner in aid.", "NOK"),
        ("Trade between Tunisia and Libya reached 50 million dinars.", "LYD"),
        ("Algeria lent Mali 50 million dinars.", "DZD"),
        ("Trade between Mali and Chad reached 50 million dinars.", "dinar"),
    ],
)
def test_a_word_of_several_currencies_means_that_of_a_party(text: str, unit: str) -> None:
    assert {c.unit for c in rows(text, "level")} == {unit}


def test_what_does_not_exceed_a_level_is_at_most_that() -> None:
    (found,) = rows("Trade between Fiji and Tonga does not exceed $5 million.", "level")
    assert (found.value, found.bound) == (5e6, "at_most")


def test_a_change_without_a_number_is_none_beside_what_says_more() -> None:
    found = code("Australia's imports from Fiji sank to an all-time low in April.").claims
    assert [(c.kind, c.direction) for c in found] == [("rank", "down")]


def test_a_sum_beside_the_share_by_which_trade_grew_is_its_level() -> None:
    text = "Trade between Chad and Mali, $2 billion in all, grew by 40 percent in 2019."
    assert [c.value for c in rows(text, "level")] == [2e9]
    assert [(c.value, c.unit) for c in rows(text, "change")] == [(40.0, "percent")]


def test_the_next_sum_of_the_same_has_its_own_year() -> None:
    text = "Trade between Chad and Mali stood at $390 million in 2018 and at $800 million in 2019."
    assert [(c.value, *period(c)) for c in rows(text, "level")] == [
        (390e6, "2018-01-01", "2018-12-31"),
        (800e6, "2019-01-01", "2019-12-31"),
    ]
