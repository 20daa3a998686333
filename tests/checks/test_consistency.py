"""Do claims fit each other? Arithmetic in a text, between speakers, between two records."""

from __future__ import annotations

from legation.relations.checks.check import check
from legation.relations.checks.consistency import Finding, findings
from legation.relations.checks.figures import newest, of_observation
from tests.checks.sample_case import case, claim, series

YEAR, BEFORE = ("2020-01-01", "2020-12-31"), ("2019-01-01", "2019-12-31")


def found(*rows: object) -> list[Finding]:
    return findings(newest(figure for row in rows if (figure := of_observation(row))))  # type: ignore[arg-type]


def test_two_levels_in_one_text_refute_the_growth_beside_them() -> None:
    level = claim("level", value=300e6, unit="USD", direction=None, period=YEAR)
    base = claim("level", value=200e6, unit="USD", direction=None, period=BEFORE)
    growth = claim(value=20.0, period=YEAR, base=BEFORE)
    made = check(growth, case([level, base, growth]))
    assert (made.verdict, made.computed, made.method) == ("contradicted", 50.0, "arithmetic: levels")
    right = claim(value=50.0, period=YEAR, base=BEFORE)
    assert check(right, case([level, base, right])).verdict == "supported"


def test_a_part_of_the_base_year_can_not_be_as_much_as_the_whole() -> None:
    rows = [
        series("trade", "2020", 150),
        series("trade", "2020", 50, base="2019"),
        series("trade", "2019-01..2019-09", 100),
    ]
    (only,) = [each for each in found(*rows) if each.rule == "base"]
    assert (only.relation, only.computed) == ("conflict", 100e6)


def test_trade_less_exports_shows_whose_record_a_speaker_quotes() -> None:
    rows = [
        series("trade", "2020", 100),
        series("exports", "2020", 60),
        series("exports", "2020", 40, reporter="PER", source="B. Envoy (unstated)", status="basis unstated"),
    ]
    (only,) = [each for each in found(*rows) if each.rule == "residual"]
    assert only.relation == "consistent"


def test_two_records_of_one_flow_may_differ_by_freight_and_no_more() -> None:
    near = [series("exports", "2020", 100), series("imports", "2020", 110, reporter="PER")]
    far = [series("exports", "2020", 100), series("imports", "2020", 180, reporter="PER")]
    assert [each.relation for each in found(*near)] == ["consistent"]
    assert [(each.relation, each.computed) for each in found(*far)] == [("gap", 1.795)] or found(*far)[
        0
    ].computed == 1.8
