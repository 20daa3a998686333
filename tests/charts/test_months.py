"""Counts by month become the periods that are drawn."""

from __future__ import annotations

from legation.charts import Month, caption, coarse, month, spread, twin


def test_gaps_become_empty_months() -> None:
    rows = [Month(period="2019-12", documents=4), Month(period="2020-02", documents=1)]
    assert [(row.period, row.seen) for row in spread(rows, least=1)] == [
        ("2019-12", "enough"),
        ("2020-01", "none"),
        ("2020-02", "few"),
    ]


def test_a_single_month_is_shown_in_its_year() -> None:
    assert len(spread([Month(period="2020-12")])) == 12


def test_no_rows_give_no_periods() -> None:
    assert spread([]) == ()
    assert caption([]) == "No events and no documents."


def test_many_months_are_summed_by_quarter_and_no_event_is_lost() -> None:
    rows = [Month(period=f"{2010 + n // 12}-{n % 12 + 1:02d}", verbal_conflict=1, documents=2) for n in range(60)]
    quarters = coarse(rows)
    assert (len(quarters), quarters[0].period, quarters[0].counts, quarters[0].documents) == (
        20,
        "2010-Q1",
        (0, 0, 3, 0),
        6,
    )


def test_very_many_months_are_summed_by_year() -> None:
    rows = spread([Month(period="1990-01", material_conflict=1), Month(period="2024-12", material_conflict=1)])
    years = coarse(rows)
    assert (years[0].period, years[-1].period, sum(year.material_conflict for year in years)) == ("1990", "2024", 2)


def test_a_panel_row_becomes_a_month() -> None:
    row = month({"period": "2020-12-01", "verbal_cooperation": 3, "material_conflict": None})
    assert (row.period, row.counts) == ("2020-12", (3, 0, 0, 0))


def test_the_twin_has_every_period_and_every_count() -> None:
    header, rows = twin([Month(period="2020-12", material_cooperation=7, documents=9)])
    assert header[0] == "period"
    assert header[-1] == "documents"
    assert rows[-1] == ("2020-12", 0, 7, 0, 0, 9)
    assert len(rows) == 12
