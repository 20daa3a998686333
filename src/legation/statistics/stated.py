"""Figures of any other source, and those that officials state: CSV or JSON Lines in the columns of the table `series`.

`reporter`, `partner`, `flow`, `period`, `value`, `unit` and, where known, `valuation`, `calendar`, `base`, `product`,
`source`, `status`. A flow may be a direction ("RUS->IRN") or `turnover`, a growth is its own column `pct`.
Whose record a stated figure is of comes from `basis`: the office's or the country's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.observations import Calendar, Observation, Valuation
from legation.statistics.areas import area, is_state
from legation.statistics.offices import reporter_of
from legation.statistics.periods import calendar_of, days
from legation.statistics.rows import Cells, Format, RowError, first, number, observation

DIRECTION = re.compile(r"([A-Z]{3}|IGO\.[A-Z]+)\s*(?:->|→)\s*([A-Z]{3}|IGO\.[A-Z]+)")
BETWEEN = re.compile(r"([A-Z]{3,4}|IGO\.[A-Z]+)[-–]([A-Z]{3,4}|IGO\.[A-Z]+)\s+(?:turnover|trade)")
UNSTATED = "unstated"
FLOWS = {"turnover": "trade", "trade": "trade", "exports": "exports", "imports": "imports"}
TRAILING = re.compile(r"\s*\(.*\)\s*$")
MILLION = 1_000_000


def observations(row: Cells, vintage: str) -> Iterator[Observation]:
    """The value of a row, its growth, or both."""
    reporter, partner, flow = parties(row)
    period = TRAILING.sub("", first(row, "period"))
    base = TRAILING.sub("", first(row, "baseperiod", "base")) or None
    calendar: Calendar = "solar hijri" if "hijri" in first(row, "calendar") else calendar_of(_year(period))
    source = first(row, "source", "basis") or UNSTATED
    if speaker := first(row, "speaker"):
        source = f"{speaker} ({source})"
    told = days(first(row, "vintage", "published"))
    for value, unit, before in amounts(row, base):
        yield observation(
            source=source,
            vintage=told[1] if told else vintage,
            reporter=reporter,
            partner=partner,
            flow=flow,
            product=first(row, "product") or "TOTAL",
            valuation=_valuation(row),
            calendar=calendar,
            period=period,
            base=before,
            unit=unit,
            value=value,
            status=first(row, "status") or (_standing(source) if speaker else None),
        )


def parties(row: Cells) -> tuple[str, str, str]:
    """Reporter, partner and flow; a direction is an export of its reporter, or an import where the partner reports."""
    written, basis = first(row, "flow"), reporter_of(first(row, "basis", "source"))
    if match := DIRECTION.search(written):
        seller, buyer = match.groups()
        return (buyer, seller, "imports") if basis == buyer else (seller, buyer, "exports")
    if match := BETWEEN.search(written):
        sides = [_state(each) for each in match.groups()]
        return sides[0], sides[1], "trade"
    if (flow := FLOWS.get(written.lower())) is None:
        raise RowError("LG414", f"no flow {written!r}")
    given = [each for name in ("reporter", "partner") if (each := first(row, name))] or first(row, "pair").split()
    if len(given) != 2:
        raise RowError("LG411", "no reporter and partner, and no --pair is given")
    one, other = (_state(each) for each in given)
    return (other, one, flow) if flow == "trade" and basis == other else (one, other, flow)


def amounts(row: Cells, base: str | None) -> Iterator[tuple[float, str, str | None]]:
    """(value, unit, base period) of what a row states."""
    millions, share = first(row, "valueusdm"), first(row, "pct")
    if millions:
        yield number(millions, "value", scale=MILLION), "USD", None
    if share and base:
        yield number(share, "growth", signed=True), "percent", base
    if not (millions or share):
        unit = first(row, "unit")
        if not unit:
            raise RowError("LG414", "no unit")
        growth = unit == "percent"
        yield number(first(row, "value"), "value", signed=growth), unit, base if growth else None


def _state(written: str) -> str:
    found = area(written)
    if found is None or not is_state(found):
        raise RowError("LG411", f"no country {written!r}")
    return found


def _valuation(row: Cells) -> Valuation | None:
    written = first(row, "valuation").upper()
    if written in ("", "CIF", "FOB"):
        return "CIF" if written == "CIF" else "FOB" if written else None
    raise RowError("LG414", f"no valuation {written!r}")


def _standing(source: str) -> str:
    """A stated figure is of a record that can be named, or of none: then it is only its speaker's."""
    return "stated" if reporter_of(source.rpartition(" (")[2]) else "basis unstated"


def _year(period: str) -> int:
    return int(period[:4]) if period[:4].isdigit() else 0


FORMATS = (Format("series", lambda header: "flow" in header and "period" in header, observations),)
