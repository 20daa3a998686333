"""Claims about the course of relations against the record: better or worse, closest ever, with no other, dated.

The balance of cooperation and conflict in a window against the window before, with intervals over stories: a change
that the intervals do not part is no verdict, and too few events are said to be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from legation.records import Claim, Event, Test, Verdict
from legation.relations.acts import FACTS, Happening
from legation.relations.checks import wording
from legation.relations.checks.case import Case
from legation.relations.estimates import Estimate, ratio
from legation.relations.panel import SIGN
from legation.relations.periods import day
from legation.statistics.periods import Days, year_before
from legation.store import Found

LEAST = 10
"""Events in a window below which no balance is compared."""
YEARS = 3
WORSE = frozenset({"tensions"})
RELATIONS = frozenset({"relations", "cooperation", "tensions", "trust", "support", "peace", "consultations"})
TALKS = frozenset({"consultations"})
SIGNED = {"agreements": "AGREE"}


def tests(found: Found[Claim], case: Case) -> Iterator[Test]:
    """The readings of a claim about relations that the record decides."""
    claim = found.row
    if claim.kind == "dated":
        yield from _dated(found, case)
    elif claim.kind == "exclusive" and claim.measure in RELATIONS:
        yield from _exclusive(claim, case)
    elif claim.measure in RELATIONS and claim.kind in ("trend", "change"):
        yield from _trends(found, case)
    elif claim.measure in RELATIONS and claim.kind == "rank":
        yield from _ranks(found, case)


def _trends(found: Found[Claim], case: Case) -> Iterator[Test]:
    said = day(found.published)
    for window, before in _windows(found.row, said) if said else ():
        yield _compared(found.row, window, before, case)


def _windows(claim: Claim, said: date) -> Iterator[tuple[Days, Days]]:
    """The period stated against a year before; twelve and six months up to the day against as many before."""
    period = claim.period
    if period and period.start and period.end:
        window = (period.start, period.end)
        yield window, year_before(window)
    for length in (365, 182):
        start = said - timedelta(days=length - 1)
        before = (start - timedelta(days=length)).isoformat(), (start - timedelta(days=1)).isoformat()
        yield (start.isoformat(), said.isoformat()), before


def _compared(claim: Claim, window: Days, before: Days, case: Case) -> Test:
    now, then = (_inside(each, case, claim) for each in (window, before))
    told = f"{wording.days(*window)} against {wording.days(*before)}"
    if claim.measure in TALKS:
        moved = float(len(now) - len(then))
        few = len(now) + len(then) < LEAST
        verdict = _moved(claim, moved, few or moved == 0)
        return Test(method="trend", reading=f"number of talks, {told}", verdict=verdict, computed=moved, unit="count")
    one, other = (_balance(each) if len(each) >= LEAST else None for each in (now, then))
    if one is None or other is None:
        reading = f"balance of cooperation and conflict, {told}: too few events ({len(now)} and {len(then)})"
        return Test(method="trend", reading=reading, verdict="undecided")
    apart = one.low > other.high or one.high < other.low
    moved = round(one.value - other.value, 4)
    reading = f"balance of cooperation and conflict, {told}: {one.value:+.2f} against {other.value:+.2f}"
    verdict = _moved(claim, moved, not apart)
    return Test(method="trend", reading=reading, verdict=verdict, computed=moved, unit="balance")


def _moved(claim: Claim, moved: float, unclear: bool) -> Verdict:
    if unclear:
        return "supported" if claim.direction == "flat" else "undecided"
    sign = (-1 if claim.direction == "down" else 1) * (-1 if claim.measure in WORSE else 1)
    return "supported" if moved * sign > 0 and claim.direction != "flat" else "contradicted"


def _ranks(found: Found[Claim], case: Case) -> Iterator[Test]:
    """The year it was said in, against every earlier year of the record with enough events."""
    said = day(found.published)
    if said is None:
        return
    own = [each for each in case.happenings if each.reports[0].status in FACTS]
    years = sorted({(each.reports[0].since or "")[:4] for each in own} - {""})
    balances = {year: _balance(some) for year in years if len(some := _inside(_year(year), case, found.row)) >= LEAST}
    this = balances.get(str(said.year))
    before = {year: each for year, each in balances.items() if year < str(said.year) and each}
    if this is None or len(before) < YEARS:
        told = f"{len(before)} earlier years with {LEAST} events or more; {YEARS} are needed"
        yield Test(method="rank", reading=f"balance of cooperation and conflict by year: {told}", verdict="undecided")
        return
    sign = (-1 if found.row.direction == "down" else 1) * (-1 if found.row.measure in WORSE else 1)
    best = max(before, key=lambda year: sign * before[year].value)
    held: Verdict = "supported" if sign * this.value >= sign * before[best].value else "contradicted"
    parted = this.low > before[best].high or this.high < before[best].low
    told = f"{said.year}: {this.value:+.2f}; {best}: {before[best].value:+.2f}"
    verdict: Verdict = held if parted or held == "supported" else "undecided"
    yield Test(method="rank", reading=f"balance by year, {told}", verdict=verdict, computed=this.value, unit="balance")


def _year(year: str) -> Days:
    return f"{year}-01-01", f"{year}-12-31"


def _inside(window: Days, case: Case, claim: Claim) -> list[Happening]:
    """What occurred or went on in a window; only talks, where the claim is about them."""
    return [
        each
        for each in case.happenings
        if each.reports[0].status in FACTS
        and window[0] <= (each.reports[0].since or "") <= window[1]
        and (claim.measure not in TALKS or each.reports[0].type == "CONSULT")
    ]


def _balance(found: Iterable[Happening]) -> Estimate | None:
    parts = [
        (story, SIGN[each.channel] * share, share)
        for each in found
        if each.channel in SIGN
        for story, share in each.shares()
    ]
    return ratio(parts)


def _dated(found: Found[Claim], case: Case) -> Iterator[Test]:
    """The act that a claim dates, as other documents date it."""
    claim, period = found.row, found.row.period
    own = next((each.row for each in case.events if each.row.id == claim.event), None)
    type_ = own.type if own else SIGNED.get(claim.measure or "")
    if period is None or period.start is None or type_ is None:
        return
    others = [each for each in case.events if each.row.type == type_ and each.document != found.document]
    real = [each for each in others if each.row.status in FACTS and each.row.date.basis == "stated" and each.since]
    within = [each for each in real if _meets(each, (period.start, period.end or period.start))]
    ids = tuple(each.row.id for each in within)
    told = f"{len(within)} of {len(real)} other reports of such an act, with their days, lie in the period"
    yield Test(
        method="date",
        reading=told,
        verdict="supported" if within else "undecided",
        computed=float(len(within)),
        unit="count",
        evidence=ids,
    )


def _meets(found: Found[Event], window: Days) -> bool:
    return (found.since or "") <= window[1] and (found.until or found.since or "") >= window[0]


def _exclusive(claim: Claim, case: Case) -> Iterator[Test]:
    """How many acts of cooperation each side has with whom; a partner with as many speaks against "no other"."""
    for side, other in ((case.a, case.b), (case.b, case.a)):
        partners = case.partners.get(side, {})
        own = partners.get(other, 0)
        if not own and not partners:
            continue
        more = [partner for partner, n in partners.items() if n >= own and partner != other]
        named = ", ".join(f"{wording.name(partner)} {partners[partner]}" for partner in more[:3])
        told = f"acts of cooperation of {wording.name(side)} with {wording.name(other)}: {own}"
        reading = f"{told}; with as many or more: {named}" if named else f"{told}, more than with any other"
        verdict: Verdict = (
            "contradicted" if more and own + sum(partners[each] for each in more) >= LEAST else "undecided"
        )
        yield Test(method="exclusive", reading=reading, verdict=verdict, computed=float(own), unit="count")


def missing(found: Found[Claim]) -> str:
    """What the record lacks."""
    claim = found.row
    if claim.kind == "exclusive":
        return "what kind of cooperation is meant, and the record of both with all other states"
    if claim.kind == "dated":
        return "another document that dates the act"
    return f"{LEAST} dated events or more in each of two windows, and intervals that part"
