"""World Development Indicators: a preamble, years as columns, no pairs."""

from __future__ import annotations

import json

from legation.statistics import read
from tests.statistics.conftest import Made, figures

WDI = (
    '\ufeff"Data Source","World Development Indicators",\n\n"Last Updated Date","2023-05-10",\n\n'
    '"Country Name","Country Code","Indicator Name","Indicator Code","1990","1991",\n'
    '"Georgia","GEO","GDP (current US$)","NY.GDP.MKTP.CD","","7.5",\n'
    '"Georgia","GEO","Trade (% of GDP)","NE.TRD.GNFS.ZS","40","..",\n'
)


def test_the_preamble_is_skipped_and_gives_the_vintage(made: Made) -> None:
    found = figures(made("w.csv", WDI), "worldbank")
    assert [(each.flow, each.period, each.value, each.unit) for each in found] == [
        ("NY.GDP.MKTP.CD", "1991", 7.5, "USD"),
        ("NE.TRD.GNFS.ZS", "1990", 40.0, "percent of GDP"),
    ]
    assert {(each.vintage, each.reporter, each.partner) for each in found} == {("2023-05-10", "GEO", None)}


def test_the_answer_of_the_api_gives_the_same(made: Made) -> None:
    row = {
        "indicator": {"id": "NY.GDP.MKTP.CD", "value": "GDP (current US$)"},
        "country": {"id": "GE", "value": "Georgia"},
        "countryiso3code": "GEO",
        "date": "1991",
        "value": 7.5,
    }
    path = made("w.json", json.dumps([{"page": 1, "lastupdated": "2023-05-10"}, [row, {**row, "value": None}]]))
    found = figures(path, "worldbank")
    assert [each.id for each in found] == [figures(made("w.csv", WDI), "worldbank")[0].id]
    reading = read(path, "worldbank")
    assert len(list(reading.items())) == 1
    assert dict(reading.left_out) == {"no value for the year": 1}
