"""IMF Direction of Trade (DOTS) and International Merchandise Trade (IMTS), as SDMX-CSV, long or a column a period.

DOTS counted in millions of dollars, IMTS counts in dollars: a value is scaled by the multiplier that its row names,
else by what the data set is known for. A value that the IMF estimated (from the partner's record, with a factor
between CIF and FOB) says so in `status`: it is no second witness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.observations import Observation, Valuation
from legation.statistics.areas import area
from legation.statistics.rows import Cells, Format, LeftOut, RowError, first, number, observation

INDICATOR = re.compile(r"T?([XMB])G(?:_(FOB|CIF))?_USD")
FLOWS = {"X": "exports", "M": "imports"}
STATUSES = {"A": None, "": None, "E": "estimated", "I": "estimated", "P": "provisional", "B": "break", "F": "forecast"}
MILLIONS = 1_000_000


def dots(row: Cells, vintage: str) -> Iterator[Observation]:
    """A row of DOTS: alpha-2 codes, millions where no multiplier is named."""
    yield from _observations(row, vintage, "IMF DOTS", ("refarea", "countrycode"), ("counterpartarea",), MILLIONS)


def imts(row: Cells, vintage: str) -> Iterator[Observation]:
    """A row of IMTS: alpha-3 codes, dollars where no multiplier is named."""
    yield from _observations(row, vintage, "IMF IMTS", ("country",), ("counterpartcountry",), 1)


def _observations(
    row: Cells, vintage: str, source: str, reporters: tuple[str, ...], partners: tuple[str, ...], usual: int
) -> Iterator[Observation]:
    flow, valuation = _indicator(_code(first(row, "indicator", "indicatorcode")))
    status = STATUSES.get(_code(first(row, "obsstatus", "status")))
    yield observation(
        source=source,
        vintage=vintage,
        reporter=_area(_code(first(row, *reporters))),
        partner=_area(_code(first(row, *partners))),
        flow=flow,
        valuation=valuation,
        period=_code(first(row, "timeperiod")),
        unit="USD",
        value=number(first(row, "obsvalue", "value"), "value", scale=_scale(row, usual)),
        status=status,
    )


def _code(written: str) -> str:
    """The code of "RUS: Russian Federation"."""
    return written.split(":")[0].strip()


def _indicator(written: str) -> tuple[str, Valuation]:
    match = INDICATOR.fullmatch(written)
    if match is None:
        raise RowError("LG414", f"no indicator {written!r}")
    if match[1] == "B":
        raise LeftOut("a balance, which exports and imports give")
    return FLOWS[match[1]], "FOB" if match[2] == "FOB" else "CIF"


def _area(written: str) -> str:
    found = area(written)
    if found is None or (len(found) == 2 and found.isalpha()):
        raise RowError("LG411", f"no country {written!r}")
    if any(sign.isdigit() for sign in found):
        raise LeftOut("a group of states")
    return found


def _scale(row: Cells, usual: int) -> int:
    """The factor of a row: a power of ten ("6") or a word ("Millions")."""
    written = _code(first(row, "unitmult", "scale")).lower()
    words = {"": usual, "units": 1, "thousands": 1_000, "millions": MILLIONS, "billions": 1_000 * MILLIONS}
    if written in words:
        return words[written]
    if written.isdigit() and int(written) <= 12:
        return int(10 ** int(written))
    raise RowError("LG414", f"no scale {written!r}")


FORMATS = (
    Format("IMF DOTS", lambda header: "counterpartarea" in header, dots),
    Format("IMF IMTS", lambda header: "counterpartcountry" in header, imts),
)
