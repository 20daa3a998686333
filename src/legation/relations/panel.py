"""The panel of a pair: what was done and said between two sides, period by period.

After `research/data.md` §3.3: four channels and never one number; what occurred apart from what was planned, is
possible or denied; words beside deeds; counts of events beside counts of reports; intensity as the mean of an act,
never a sum; an interval over stories; and "too few" said where they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from legation.records import Row
from legation.relations.acts import CHANNELS, FACTS, OTHER, Happening, Report, Word, happenings, reports, words
from legation.relations.estimates import FEW, SEED, Estimate, ratio
from legation.relations.periods import Span, checked, place
from legation.store import Pair

DIRECTIONS = ("forth", "back", "mutual")
SIGN = {"verbal_cooperation": 1, "material_cooperation": 1, "verbal_conflict": -1, "material_conflict": -1}
DEEDS = frozenset({"material_cooperation", "material_conflict"})


class ChannelRow(Row, frozen=True, kw_only=True):
    """One channel in one direction in one period.

    `events` (distinct) and `reports` are of what occurred or goes on; `planned`, `possible`, `denied` count events;
    `documents` are stories; `intensity` is the mean of the scale in the events' `intensity`.
    """

    period: str
    channel: str
    direction: str
    source: str | None
    target: str | None
    events: int
    reports: int
    planned: int
    possible: int
    denied: int
    documents: int
    intensity: Estimate | None


class PeriodRow(Row, frozen=True, kw_only=True):
    """One period: how much is known, the balance of words and deeds, and what was said.

    `balance` = (cooperation − conflict) / (cooperation + conflict), −1 … 1, over distinct events; `deeds` the same of
    material events only. `coverage` is what the whole store has from the period.
    """

    period: str
    start: str
    end: str
    documents: int
    coverage: int
    too_few: bool
    note: str | None
    events: int
    reports: int
    balance: Estimate | None
    deeds: Estimate | None
    intensity: Estimate | None
    statements_forth: int
    statements_back: int
    statements_mutual: int
    stance_forth: Estimate | None
    stance_back: Estimate | None


class Panel(Row, frozen=True, kw_only=True):
    """A pair by period. `unplaced` rows have no day, or an interval longer than the period: ask for a longer one."""

    a: str
    b: str
    by: str
    periods: tuple[PeriodRow, ...]
    channels: tuple[ChannelRow, ...]
    unplaced: int


class Content(NamedTuple):
    """What lies in one period."""

    span: Span
    reports: list[Report]
    words: list[Word]


def panel(pair: Pair, by: str = "month", *, seed: int = SEED) -> Panel:
    """The panel of a pair by day, week, month, quarter or year, in the order of time; empty periods are left out.

    Raises `UsageError` LG102 for another period.
    """
    checked(by)
    contents: dict[str, Content] = {}
    unplaced = 0
    rows: list[Report | Word] = [*reports(pair), *words(pair)]
    for row in rows:
        span = place(row.since, row.until, by)
        if span is None:
            unplaced += 1
            continue
        content = contents.setdefault(span.label, Content(span, [], []))
        if isinstance(row, Report):
            content.reports.append(row)
        else:
            content.words.append(row)
    ordered = sorted(contents.values(), key=lambda content: content.span.start)
    covered = coverage(pair, by)
    return Panel(
        a=pair.a,
        b=pair.b,
        by=by,
        periods=tuple(period_row(content, covered[content.span.label], seed) for content in ordered),
        channels=tuple(row for content in ordered for row in channel_rows(pair, content, seed)),
        unplaced=unplaced,
    )


def coverage(pair: Pair, by: str) -> Counter[str]:
    """Documents the whole store has, by period of publication."""
    counts: Counter[str] = Counter()
    for published, documents in pair.coverage().fetchall():
        if span := place(published, published, by):
            counts[span.label] += documents
    return counts


def period_row(content: Content, covered: int, seed: int) -> PeriodRow:
    """The measures of one period; those that need stories are None where there are fewer than three."""
    facts = happenings(report for report in content.reports if report.status in FACTS)
    stories = {report.story for report in content.reports} | {word.story for word in content.words}
    said = Counter(word.direction for word in content.words)
    few = len(stories) < FEW
    return PeriodRow(
        period=content.span.label,
        start=content.span.start,
        end=content.span.end,
        documents=len(stories),
        coverage=covered,
        too_few=few,
        note=f"too few: {len(stories)} of at least {FEW} documents; counts only" if few else None,
        events=len(facts),
        reports=sum(len(each.reports) for each in facts),
        balance=balance(facts, frozenset(SIGN), seed),
        deeds=balance(facts, DEEDS, seed),
        intensity=intensity(facts, seed),
        statements_forth=said["forth"],
        statements_back=said["back"],
        statements_mutual=said["mutual"],
        stance_forth=stance(content.words, "forth", seed),
        stance_back=stance(content.words, "back", seed),
    )


def channel_rows(pair: Pair, content: Content, seed: int) -> Iterable[ChannelRow]:
    """The channels and directions of a period in which there is anything."""
    sides = {"forth": (pair.a, pair.b), "back": (pair.b, pair.a), "mutual": (None, None)}
    found = happenings(content.reports)
    for channel in [*CHANNELS.values(), OTHER]:
        for direction in DIRECTIONS:
            own = [each for each in found if (each.channel, each.direction) == (channel, direction)]
            if not own:
                continue
            facts = [each for each in own if each.reports[0].status in FACTS]
            others = Counter(each.reports[0].status for each in own)
            yield ChannelRow(
                period=content.span.label,
                channel=channel,
                direction=direction,
                source=sides[direction][0],
                target=sides[direction][1],
                events=len(facts),
                reports=sum(len(each.reports) for each in facts),
                planned=others["planned"],
                possible=others["possible"],
                denied=others["denied"],
                documents=len({report.story for each in own for report in each.reports}),
                intensity=intensity(facts, seed),
            )


def balance(facts: Sequence[Happening], channels: frozenset[str], seed: int) -> Estimate | None:
    """(cooperation − conflict) / (cooperation + conflict) of the events in some channels."""
    counted = [each for each in facts if each.channel in channels]
    parts = ((story, SIGN[each.channel] * share, share) for each in counted for story, share in each.shares())
    return ratio(parts, seed)


def intensity(facts: Sequence[Happening], seed: int) -> Estimate | None:
    """The mean intensity of an event; an event reported differently takes the mean of its reports."""
    rated = [Happening(tuple(r for r in each.reports if r.intensity is not None)) for each in facts]
    parts = (
        (report.story, (report.intensity or 0.0) / len(each.reports), 1 / len(each.reports))
        for each in rated
        for report in each.reports
    )
    return ratio(parts, seed)


def stance(said: Iterable[Word], direction: str, seed: int) -> Estimate | None:
    """The mean stance in the statements of one side toward the other."""
    return ratio(((word.story, value, 1.0) for word in said for way, value in word.stance if way == direction), seed)
