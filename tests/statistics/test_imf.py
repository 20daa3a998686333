"""IMF: DOTS in millions, IMTS in dollars."""

from __future__ import annotations

from tests.statistics.conftest import Made, figures, rejects

DOTS = "DATAFLOW,FREQ,REF_AREA,INDICATOR,COUNTERPART_AREA,UNIT_MULT,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
IMTS = "STRUCTURE_ID,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,OBS_STATUS\n"


def test_millions_of_dots_and_dollars_of_imts_are_the_same_figure(made: Made) -> None:
    (old,) = figures(made("d.csv", DOTS + "IMF:DOT,M,KZ,TXG_FOB_USD,GE,6,2015-01,0.1,\n"), "imf")
    (new,) = figures(made("i.csv", IMTS + "IMF.STA:IMTS,KAZ,XG_FOB_USD,GEO,M,2015-M01,100000,,\n"), "imf")
    for found in (old, new):
        assert (found.reporter, found.partner, found.flow, found.valuation) == ("KAZ", "GEO", "exports", "FOB")
        assert (found.start, found.end, found.value) == ("2015-01-01", "2015-01-31", 100_000.0)
    assert (old.source, new.source) == ("IMF DOTS", "IMF IMTS")


def test_dots_without_a_multiplier_is_in_millions(made: Made) -> None:
    (found,) = figures(made("d.csv", DOTS + "IMF:DOT,A,KZ,TMG_CIF_USD,W00,,2015,2.5,\n"), "imf")
    assert (found.value, found.partner, found.valuation) == (2_500_000.0, "WLD", "CIF")


def test_a_multiplier_that_is_named_counts(made: Made) -> None:
    (found,) = figures(made("i.csv", IMTS + "IMTS,KAZ,MG_CIF_USD,GEO,Q,2015-Q2,3,Millions,\n"), "imf")
    assert (found.value, found.start, found.end) == (3_000_000.0, "2015-04-01", "2015-06-30")


def test_codes_with_their_names_are_read(made: Made) -> None:
    row = "IMTS,KAZ: Kazakhstan,XG_FOB_USD: Exports,GEO: Georgia,A: Annual,2015,7,6: Millions,\n"
    (found,) = figures(made("i.csv", IMTS + row), "imf")
    assert (found.reporter, found.partner, found.value) == ("KAZ", "GEO", 7_000_000.0)


def test_an_estimate_says_that_it_is_one(made: Made) -> None:
    (found,) = figures(made("i.csv", IMTS + "IMTS,KAZ,XG_FOB_USD,GEO,A,2015,7,,E\n"), "imf")
    assert found.status == "estimated"


def test_groups_and_balances_are_left_out_and_unknown_countries_rejected(made: Made) -> None:
    rows = (
        "IMTS,KAZ,XG_FOB_USD,G163,A,2015,7,,\nIMTS,KAZ,TBG_USD,GEO,A,2015,7,,\n"
        "IMTS,KAZ,XG_FOB_USD,ZZ,A,2015,7,,\nIMTS,KAZ,XG_FOB_USD,GEO,A,2015-M13,7,,\n"
    )
    path = made("i.csv", IMTS + rows)
    assert figures(path, "imf") == []
    assert rejects(path, "imf") == [(4, "LG411"), (5, "LG413")]


def test_a_column_a_period_is_read_too(made: Made) -> None:
    text = "COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,2014,2015-M01,\nKAZ,XG_FOB_USD,GEO,x,5,,\n"
    (found,) = figures(made("i.csv", text), "imf")
    assert (found.period, found.value) == ("2014", 5.0)
