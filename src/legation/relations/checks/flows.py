"""Claims about trade against the series: growth within one record and the same months, levels against both sides."""

from __future__ import annotations

from collections.abc import Iterator

from legation.records import Claim, Test, Verdict
from legation.relations.checks import wording
from legation.relations.checks.book import Known, Record
from legation.relations.checks.case import Case
from legation.relations.checks.figures import MEASURES, POINT, direction, rounding
from legation.relations.checks.windows import Reading, readings
from legation.statistics.periods import length, year_before

CIF = 1.2
"""An import (CIF) may be worth so much more than the export (FOB) that it is."""
YEAR = 366
OFF = 3.0
"""Points that a growth may be off by revision, before it is refuted."""
SHARE = 0.25


def tests(claim: Claim, published: str | None, case: Case) -> Iterator[Test]:
    """Every reading of a claim about trade under which the series decide it, the nearest to its words first."""
    if claim.measure not in MEASURES or len(claim.dyad) != 2:
        return
    for record in case.records:
        way = direction(claim.measure, claim.dyad[0], claim.dyad[1])
        for reading in _distinct(readings(claim, published, record, way)):
            test = _test(claim, record, way, reading)
            if test is not None:
                yield test
    for record in case.records:
        yield from _in_longer(claim, record)


def _test(claim: Claim, record: Record, way: str, reading: Reading) -> Test | None:
    if claim.kind == "comparison":
        return _compared(claim, record, way, reading)
    if claim.kind in ("change", "trend"):
        found = record.growth(way, reading.window, reading.base)
        return None if found is None else _made("growth", record, reading, found, "percent", _grown(claim, found.value))
    if claim.kind == "level" and claim.unit == "USD" and claim.value is not None:
        found = record.level(way, reading.window)
        return None if found is None else _made("level", record, reading, found, "USD", _levelled(claim, found.value))
    return _ranked(claim, record, way, reading) if claim.kind == "rank" else None


def _in_longer(claim: Claim, record: Record) -> Iterator[Test]:
    """What the rest of a longer period must have done, if a part of it grew as claimed: evidence, and no verdict."""
    period = claim.period
    if claim.kind != "change" or claim.value is None or claim.unit != "percent":
        return
    if period is None or not (period.start and period.end):
        return
    part = (period.start, period.end)
    own = abs(claim.value) * (-1 if claim.direction == "down" else 1)
    way = direction(claim.measure or "", claim.dyad[0], claim.dyad[1])
    for whole in record.growths(way):
        if whole[0] <= part[0] and part[1] <= whole[1] and part != whole and length(whole) <= YEAR:
            found = record.growth(way, whole, year_before(whole))
            if found is None:
                continue
            days, inner = length(whole), length(part)
            rest = (found.value * days - own * inner) / (days - inner)
            told = (
                f"{wording.record(record.name)}: {found.value:+.1f} percent in all of {wording.days(*whole)}; if the "
                f"part grew by {own:g} percent, the rest grew by about {rest:.0f}, were trade spread evenly"
            )
            yield Test(method="part", reading=told, verdict="undecided", unit="percent", evidence=found.ids)


def _made(method: str, record: Record, reading: Reading, found: Known, unit: str, verdict: Verdict) -> Test:
    told = f"{wording.record(record.name)}; {reading.said} ({wording.days(*reading.window)})"
    value = round(found.value, 2)
    return Test(method=method, reading=told, verdict=verdict, computed=value, unit=unit, evidence=found.ids)


def _grown(claim: Claim, found: float) -> Verdict:
    """A growth against the one claimed: by its bound and its printed digits; refuted where it is clearly another."""
    sign = -1 if claim.direction == "down" else 1
    if claim.direction == "flat":
        return "supported" if abs(found) <= 1 else "contradicted" if abs(found) > OFF else "undecided"
    if claim.value is None or claim.unit != "percent":
        return "supported" if found * sign > 0 else "contradicted"
    wanted, moved = abs(claim.value), found * sign
    slack = wanted / 10 if claim.bound == "about" else POINT
    below, above = moved < wanted - slack, moved > wanted + slack
    if not {"at_least": below, "at_most": above}.get(claim.bound or "", below or above):
        return "supported"
    return "contradicted" if moved < 0 or abs(moved - wanted) > max(OFF, SHARE * wanted) else "undecided"


def _levelled(claim: Claim, found: float) -> Verdict:
    wanted = claim.value or 0.0
    slack = wanted / 10 if claim.bound == "about" else rounding(wanted)
    below, above = found < wanted - slack, found > wanted + slack
    if not {"at_least": below, "at_most": above}.get(claim.bound or "", below or above):
        return "supported"
    return "undecided" if wanted / CIF <= found <= wanted * CIF else "contradicted"


def _compared(claim: Claim, record: Record, way: str, reading: Reading) -> Test | None:
    """One direction grew faster than the other, in one record."""
    if "=" in way:
        return None
    back = ">".join(reversed(way.split(">")))
    own, other = (record.growth(each, reading.window, reading.base) for each in (way, back))
    if own is None or other is None:
        return None
    faster = own.value > other.value
    verdict: Verdict = "supported" if faster == (claim.direction != "down") else "contradicted"
    both = Known(own.value - other.value, tuple(dict.fromkeys((*own.ids, *other.ids))))
    test = _made("comparison", record, reading, both, "percentage points", verdict)
    told = (
        f"{test.reading}: {wording.way(way)} {own.value:+.1f} percent, {wording.way(back)} {other.value:+.1f} percent"
    )
    return Test(**{name: getattr(test, name) for name in test.__struct_fields__ if name != "reading"}, reading=told)


def _ranked(claim: Claim, record: Record, way: str, reading: Reading) -> Test | None:
    """The highest, or lowest, of all windows of its length so far."""
    found = record.level(way, reading.window)
    months = (reading.window[0][4:], reading.window[1][4:])
    before = [
        (window, known)
        for window in record.windows(way)
        if (window[0][4:], window[1][4:]) == months and window < reading.window and (known := record.level(way, window))
    ]
    if found is None or len(before) < 2:
        return None
    sign = -1 if claim.direction == "down" else 1
    held = all(found.value * sign > known.value * sign for _, known in before)
    ids = (*found.ids, *(id for _, known in before for id in known.ids))
    return _made("rank", record, reading, Known(found.value, ids), "USD", "supported" if held else "contradicted")


def _distinct(found: Iterator[Reading]) -> Iterator[Reading]:
    seen = set()
    for each in found:
        if (key := (each.window, each.base)) not in seen:
            seen.add(key)
            yield each


def missing(claim: Claim, case: Case) -> str:
    """What would decide a claim about trade that no series decides."""
    pair = " and ".join(map(wording.name, claim.dyad)) or "the two"
    if not case.series:
        return f"no series of the trade of {pair} is loaded"
    if claim.kind == "level" and claim.unit != "USD":
        return f"the series are in US dollars, the claim is in {claim.unit or 'no unit'}"
    period = claim.period
    when = wording.days(period.start, period.end) if period and period.start and period.end else "the period meant"
    if claim.kind == "level":
        return f"a figure of one record for {when}"
    if claim.kind == "comparison":
        return f"both directions in one record, for {when} and the same months of the base year"
    return f"figures of one record for {when} and for the same months of the base year"
