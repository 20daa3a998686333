"""Where accounts differ: figures and facts that speakers tell otherwise, and speakers who changed what they say.

Each dispute lays its sides beside each other, oldest first; who is right `checks/` says, where it can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import Literal

from legation.records import Claim, Event, Row, Statement, content_id
from legation.relations.checks import wording
from legation.relations.checks.case import Case, called
from legation.relations.checks.figures import POINT, direction, rounding
from legation.relations.names import name_of
from legation.relations.periods import day
from legation.statistics.periods import Days, length
from legation.store import Found, Pair

Kind = Literal["figures", "course", "fact", "changed figure", "changed course", "changed stance"]
FACTS = frozenset({"occurred", "ongoing"})
NEAR = 3
SHARED = 0.8
HALF_YEAR = 183
STANCE = 0.3
"""A stance counts as friendly, or hostile, from here on."""
COMPARED = frozenset({"change", "level", "count", "trend"})


class Side(Row, frozen=True, kw_only=True):
    """One account: who says it, when, in which words, and the row that it is."""

    who: str
    said: str | None
    account: str
    text: str
    document: str
    row: str


class Dispute(Row, frozen=True, kw_only=True):
    """Accounts of one thing that differ; `note` tells them in a sentence."""

    id: str
    kind: Kind
    about: str
    sides: tuple[Side, ...]
    note: str


def disputes(pair: Pair, case: Case, *, most: int | None = None) -> list[Dispute]:
    """The disputes of a pair: between speakers, then over time; with `most`, of the newest statements only."""
    said = [each for each in case.claims if each.row.kind in COMPARED and each.duplicate_of is None]
    statements = pair.statement_rows(newest=most is not None, limit=most)
    found = [*_claims(said, case), *_facts(case), *_stances(statements)]
    return sorted(
        found, key=lambda each: (each.kind.startswith("changed"), each.kind, each.sides[0].said or "", each.id)
    )


def _claims(said: list[Found[Claim]], case: Case) -> Iterator[Dispute]:
    """Claims of one thing that say otherwise: side by side where the speakers differ, over time where they do not."""
    groups: dict[tuple[object, ...], list[Found[Claim]]] = {}
    for each in said:
        row = each.row
        flow = direction(row.measure, row.dyad[0], row.dyad[1]) if row.measure in FLOWS and len(row.dyad) == 2 else ""
        key = (row.kind, flow or row.measure, flow or tuple(sorted(row.dyad)), row.unit)
        groups.setdefault(key, []).append(each)
    for group in groups.values():
        yield from _apart(group, case)


FLOWS = frozenset({"trade", "exports", "imports"})


def _apart(group: list[Found[Claim]], case: Case) -> Iterator[Dispute]:
    for cluster in _clusters(group):
        speakers = {_who(each, case) for each in cluster}
        unlike = [pair for pair in combinations(cluster, 2) if _differ(pair[0].row, pair[1].row)]
        between = [pair for pair in unlike if _who(pair[0], case) != _who(pair[1], case)]
        row = cluster[0].row
        course = row.value is None
        if between and len(speakers) > 1:
            sides = [each for each in cluster if any(each in pair for pair in between)]
            yield _dispute("course" if course else "figures", _about(row), [_claimed(each, case) for each in sides])
    for who in sorted({_who(each, case) for each in group}):
        own = sorted((each for each in group if _who(each, case) == who), key=lambda each: each.published or "")
        for one, other in pairwise(own):
            if one.published != other.published and _differ(one.row, other.row) and _same_time(one, other):
                kind: Kind = "changed course" if one.row.value is None else "changed figure"
                yield _dispute(kind, _about(one.row), [_claimed(each, case) for each in (one, other)])


def _clusters(group: list[Found[Claim]]) -> Iterator[list[Found[Claim]]]:
    """Claims whose periods are the same but for a fifth."""
    left = sorted(group, key=lambda each: (each.published or "", each.document, each.row.span))
    while left:
        first = left[0]
        cluster = [each for each in left if each is first or _same_time(first, each)]
        left = [each for each in left if each not in cluster]
        if len(cluster) > 1:
            yield cluster


def _same_time(one: Found[Claim], other: Found[Claim]) -> bool:
    """Their periods are the same but for a fifth; a course without one is of the half-year it was told in."""
    windows = _window(one.row), _window(other.row)
    if windows[0] is None or windows[1] is None:
        first, second = day(one.published), day(other.published)
        course = one.row.value is None and windows == (None, None)
        return course and first is not None and second is not None and abs((second - first).days) <= HALF_YEAR
    start, end = max(windows[0][0], windows[1][0]), min(windows[0][1], windows[1][1])
    return start <= end and length((start, end)) >= SHARED * max(map(length, (windows[0], windows[1])))


def _window(claim: Claim) -> Days | None:
    period = claim.period
    return (period.start, period.end) if period and period.start and period.end else None


def _differ(one: Claim, other: Claim) -> bool:
    """They can't both be exact: other directions, or values that rounding and "about" do not join."""
    if one.direction and other.direction and one.direction != other.direction:
        return True
    if one.value is None or other.value is None:
        return False
    low, high = sorted((one, other), key=lambda each: each.value or 0)
    if low.bound == "at_least" or high.bound == "at_most":
        return False
    return (high.value or 0) - (low.value or 0) > _slack(low) + _slack(high)


def _slack(claim: Claim) -> float:
    value = abs(claim.value or 0)
    own = POINT if claim.unit == "percent" else 0.0 if claim.unit == "count" else rounding(value)
    return max(own, value / 10) if claim.bound == "about" else own


def _facts(case: Case) -> Iterator[Dispute]:
    """An act that one account has as done and another denies."""
    done = [each for each in case.events if each.row.status in FACTS and each.since]
    denied = [each for each in case.events if each.row.status == "denied" and each.since]
    for no in denied:
        yes = [each for each in done if _one_act(each, no) and _teller(each, case) != _teller(no, case)]
        if yes:
            yield _dispute("fact", _act(no), [_told(each, case) for each in (*yes[:3], no)])


def _one_act(one: Found[Event], other: Found[Event]) -> bool:
    first, second = day(one.since), day(other.since)
    if first is None or second is None or (one.row.type, one.direction) != (other.row.type, other.direction):
        return False
    loose = one.row.type != "CONSULT" and None in (one.row.mode, other.row.mode)
    return (loose or (one.row.mode == other.row.mode and one.row.mode is not None)) and abs(
        (first - second).days
    ) <= NEAR


def _stances(statements: Iterable[Found[Statement]]) -> Iterator[Dispute]:
    """A speaker who spoke well of a country and later ill, or the other way round."""
    spoken: dict[tuple[str, str], list[tuple[Found[Statement], float]]] = {}
    for each in statements:
        named = [ref for ref in each.row.speakers if ref.actor and ref.via not in ("pronoun", "definite")]
        for stance in each.row.stance if len(named) == 1 else ():
            if abs(stance.value) >= STANCE and each.duplicate_of is None:
                spoken.setdefault((called(named[0]), stance.toward), []).append((each, stance.value))
    for (who, toward), found in sorted(spoken.items()):
        ordered = sorted(found, key=lambda each: each[0].since or each[0].published or "")
        for (one, before), (other, after) in pairwise(ordered):
            if before * after < 0 and one.document != other.document:
                sides = [_spoken(who, each, value) for each, value in ((one, before), (other, after))]
                yield _dispute("changed stance", f"{who} on {name_of(toward)}", sides)


def _dispute(kind: Kind, about: str, sides: list[Side]) -> Dispute:
    ordered = tuple(sorted(sides, key=lambda each: (each.said or "", each.document, each.row)))
    told = "; ".join(f"{each.who} ({each.said or 'undated'}): {each.account}" for each in ordered)
    id = content_id("dispute", kind, [each.row for each in ordered])
    return Dispute(id=id, kind=kind, about=about, sides=ordered, note=f"{about[:1].upper()}{about[1:]} – {told}.")


def _about(claim: Claim) -> str:
    window = _window(claim)
    return wording.subject(claim) + (f", {wording.days(*window)}" if window else "")


def _act(found: Found[Event]) -> str:
    """ "ASSAULT aerial, Norway toward Peru, 2020-05-07"."""
    what = " ".join(filter(None, (found.row.type, found.row.mode)))
    sides = f"{name_of(found.source)} toward {name_of(found.target)}" if found.source and found.target else ""
    return ", ".join(filter(None, (what, sides, found.since)))


def _who(found: Found[Claim], case: Case) -> str:
    return case.speaker(found.row) or found.outlet or "the report"


def _teller(found: Found[Event], case: Case) -> str:
    said: Mapping[str, Statement] = case.statements
    speaker = said.get(found.row.statement or "")
    return next(map(called, speaker.speakers), "") if speaker else found.outlet or "the report"


def _claimed(found: Found[Claim], case: Case) -> Side:
    return _side(found, _who(found, case), wording.asserted(found.row), found.published)


def _told(found: Found[Event], case: Case) -> Side:
    account = "did not happen, or is denied" if found.row.status == "denied" else "happened"
    return _side(found, _teller(found, case) or "the report", account, found.published)


def _spoken(who: str, found: Found[Statement], value: float) -> Side:
    return _side(found, who, f"{'friendly' if value > 0 else 'hostile'} ({value:+.1f})", found.since or found.published)


def _side(found: Found[Claim] | Found[Event] | Found[Statement], who: str, account: str, said: str | None) -> Side:
    text = " ".join(found.row.text.split())
    return Side(who=who, said=said, account=account, text=text, document=found.document, row=found.row.id)
