"""Counts of visits, calls, meetings and the like against the record, under every definition of what is counted.

The record gives a lower bound: what the documents read tell of. An act is counted once however often it is reported;
what was only announced, or was called off, is not counted; an ordinal includes the visit that it stands beside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from legation.records import ActorRef, Claim, Event, Test, Verdict
from legation.relations.checks.case import Case
from legation.relations.periods import day
from legation.store import Found

MONTH = 31
FACTS = frozenset({"occurred", "ongoing"})
NEAR = 1


class Kind(NamedTuple):
    """What a measure counts: the strict definition, and a wider one, each by type and modes (none: all modes)."""

    strict: str
    wide: str
    type: str
    modes: frozenset[str | None]
    wider: frozenset[str | None]


VISITS = frozenset({"visit", "host"})
KINDS = {
    "visits": Kind(
        "visits",
        "visits, and meetings in third places or wider rounds",
        "CONSULT",
        VISITS,
        VISITS | {"third-party", "multilateral"},
    ),
    "calls": Kind("calls", "calls", "CONSULT", frozenset({"phone"}), frozenset({"phone"})),
    "meetings": Kind(
        "meetings without visits, calls and wider rounds",
        "all talks: visits, calls and wider rounds too",
        "CONSULT",
        frozenset({None, "negotiate", "third-party"}),
        frozenset({None, "negotiate", "third-party", "multilateral", "visit", "host", "phone"}),
    ),
    "agreements": Kind(
        "agreements signed", "agreements of any kind", "AGREE", frozenset({"sign"}), frozenset({"sign", None})
    ),
}


class Definition(NamedTuple):
    """One way to count: which acts, whose, and since when; only a `strict` one can show that there were more."""

    said: str
    counts: Callable[[Found[Event]], bool]
    since: str | None
    until: str | None
    strict: bool


def tests(found: Found[Claim], case: Case) -> Iterator[Test]:
    """The count under each definition, the one nearest to the words first."""
    claim = found.row
    kind = KINDS.get(claim.measure or "")
    if claim.kind != "count" or kind is None or claim.value is None:
        return
    own = next((each for each in case.events if each.row.id == claim.event), None)
    for definition in _definitions(found, kind, own):
        acts = encounters(definition, case.events)
        ids = tuple(each.row.id for each in acts)
        verdict = _verdict(claim, len(acts), definition.strict)
        yield Test(
            method="count", reading=definition.said, verdict=verdict, computed=len(acts), unit="count", evidence=ids
        )


def _verdict(claim: Claim, lower: int, strict: bool) -> Verdict:
    wanted = claim.value or 0
    if claim.bound == "at_least":
        return "supported" if lower >= wanted else "undecided"
    if lower > wanted:
        return "contradicted" if strict and claim.bound != "about" else "undecided"
    return "supported" if lower == wanted and claim.bound != "at_most" else "undecided"


def _definitions(found: Found[Claim], kind: Kind, own: Found[Event] | None) -> Iterator[Definition]:
    people = _people(own.row) if own else frozenset()
    for modes, said in ((kind.modes, kind.strict), (kind.wider, kind.wide)):
        for who in (people, frozenset[str]()) if people else (people,):
            for since, until, when, stated in _spans(found):
                words = ", ".join(filter(None, (said, f"by {_named(who)}" if who else "", when)))
                strict = modes == kind.modes and who == people and stated
                yield Definition(words, _counted(kind.type, modes, who), since, until, strict)
        if kind.modes == kind.wider:
            return


def _counted(type_: str, modes: frozenset[str | None], who: frozenset[str]) -> Callable[[Found[Event]], bool]:
    def counts(found: Found[Event]) -> bool:
        row = found.row
        people = {ref.actor for ref in (*row.actors, *row.recipients)}
        return row.type == type_ and row.mode in modes and who <= people

    return counts


def _spans(found: Found[Claim]) -> Iterator[tuple[str | None, str | None, str, bool]]:
    """The period stated; the calendar year to the day it was said; the twelve months before; and all of the record.

    The last of each says whether the words mean it. Those of "the first since December" do not: the one of December,
    which they count from, lies in the period.
    """
    claim, said = found.row, day(found.published)
    period = claim.period
    end = (period.end if period else None) or found.published
    if (
        period
        and period.start
        and period.end
        and (period.end[:4] != period.start[:4] or not _month(period.start, period.end))
    ):
        yield period.start, period.end, "in the period stated", claim.value != 1
    last = day(end) or said
    if last:
        yield f"{last.year}-01-01", last.isoformat(), f"in {last.year} to {last.isoformat()}", False
        yield (last - timedelta(days=365)).isoformat(), last.isoformat(), "in the twelve months before", False
    yield None, end, "in all of the record", False


def _month(start: str, end: str) -> bool:
    first, last = day(start), day(end)
    return first is not None and last is not None and (last - first).days < MONTH


def encounters(definition: Definition, events: Iterable[Found[Event]]) -> list[Found[Event]]:
    """The distinct acts that a definition counts; of reports of one, and of months and days in them, the most exact."""
    counted = [each for each in events if definition.counts(each) and each.direction != "beside"]
    off = [each for each in counted if each.row.status == "denied"]
    real = [each for each in counted if each.row.status in FACTS and _single(each) and _inside(each, definition)]
    real = [each for each in real if not any(_same(each, other) for other in off)]
    kept: list[Found[Event]] = []
    for each in sorted(real, key=lambda found: (_length(found), found.since or "")):
        if not any(_same(each, other) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda found: found.since or "")


def _single(found: Found[Event]) -> bool:
    """One act with its day or month; a number of acts, or what goes on for a year, is none."""
    count = found.row.count
    return found.since is not None and _length(found) <= MONTH and (count is None or count.value == 1)


def _length(found: Found[Event]) -> int:
    first, last = day(found.since), day(found.until or found.since)
    return (last - first).days if first and last else 0


def _inside(found: Found[Event], definition: Definition) -> bool:
    start, end = found.since or "", found.until or found.since or ""
    return (definition.since is None or end >= definition.since) and (
        definition.until is None or start <= definition.until
    )


def _same(one: Found[Event], other: Found[Event]) -> bool:
    """Reports of one act: their days meet, or are neighbours, and those they name go together."""
    first, second = (day(each.since) for each in (one, other))
    last, until = (day(each.until or each.since) for each in (one, other))
    if not (first and second and last and until):
        return False
    apart = max((second - last).days, (first - until).days)
    mine, yours = _people(one.row), _people(other.row)
    return apart <= NEAR and (not mine or not yours or bool(mine & yours))


def _people(row: Event) -> frozenset[str]:
    refs: Sequence[ActorRef] = (*row.actors, *row.recipients)
    return frozenset(ref.actor for ref in refs if ref.actor and _person(ref))


def _person(ref: ActorRef) -> bool:
    tail = (ref.actor or "").rpartition(".")[2]
    return bool(tail) and tail == tail.lower()


def _named(who: frozenset[str]) -> str:
    return ", ".join(sorted(each.rpartition(".")[2].replace("-", " ").title() for each in who))


def missing(found: Found[Claim], tried: Sequence[Test]) -> str:
    """What the record would need."""
    most = max((test.computed or 0 for test in tried), default=0)
    return f"the record shows at least {most:g} of {found.row.value:g}; a complete list would decide"
