"""World Development Indicators: CSV by year behind a preamble, or the API's JSON. No pairs: denominators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.observations import Observation
from legation.statistics.areas import area
from legation.statistics.rows import Cells, Format, LeftOut, RowError, first, number, observation

SOURCE = "World Bank WDI"
UNIT = re.compile(r"\(([^()]*)\)\s*$")
MISSING = ("..", "NA", "null")


def observations(row: Cells, vintage: str) -> Iterator[Observation]:
    """The figure of a country's row and one year; the indicator's code is the flow."""
    name = first(row, "indicatorname", "seriesname")
    code = first(row, "indicatorcode", "seriescode")
    if not code:
        raise RowError("LG414", "no indicator")
    written = first(row, "obsvalue")
    if written in MISSING:
        raise LeftOut("no value for the year")
    reporter = area(first(row, "countrycode"))
    if reporter is None:
        raise RowError("LG411", f"no country: {first(row, 'countryname') or 'blank'}")
    yield observation(
        source=SOURCE,
        vintage=vintage,
        reporter=reporter,
        flow=code,
        product="",
        period=first(row, "timeperiod"),
        unit=unit(name),
        value=number(written, "value", signed=True),
    )


def unit(name: str) -> str:
    """The unit that an indicator's name ends in.

    >>> unit("GDP (current US$)"), unit("Trade (% of GDP)"), unit("GDP growth (annual %)"), unit("Population, total")
    ('USD', 'percent of GDP', 'percent', 'count')
    """
    match = UNIT.search(name)
    if match is None:
        return "count"
    plain = match[1].replace("current US$", "USD").replace("US$", "USD").replace("%", "percent").strip()
    return "percent" if plain in ("annual percent", "percent") else plain


FORMATS = (
    Format("World Bank WDI", lambda header: {"countrycode", "indicatorcode"} <= header, observations),
    Format("World Bank DataBank", lambda header: {"countrycode", "seriescode"} <= header, observations),
)
