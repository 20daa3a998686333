"""The rows of a pair as far as a panel needs them, and reports folded to events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from legation.store import Pair
from legation.store.dyads import side

CHANNELS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
OTHER = "other"
FACTS = frozenset({"occurred", "ongoing"})
STORY = "coalesce(duplicate_of, document)"


class Report(NamedTuple):
    """One report of an event between the two, in one direction."""

    story: str
    type: str
    direction: str
    status: str
    channel: str
    intensity: float | None
    since: str | None
    until: str | None


class Word(NamedTuple):
    """One statement; `stance` holds (direction, value) for each stance toward the other side."""

    story: str
    direction: str
    since: str | None
    until: str | None
    stance: tuple[tuple[str, float], ...]


class Happening(NamedTuple):
    """The reports of one event: same status group, channel, type, direction and first day."""

    reports: tuple[Report, ...]

    @property
    def channel(self) -> str:
        """The channel of the event."""
        return self.reports[0].channel

    @property
    def direction(self) -> str:
        """Which way it goes."""
        return self.reports[0].direction

    def shares(self) -> Iterator[tuple[str, float]]:
        """(story, share): the event counts once, in equal parts for its reports."""
        yield from ((report.story, 1 / len(self.reports)) for report in self.reports)


def reports(pair: Pair) -> list[Report]:
    """The reports of acts of one toward the other, or of both together; not of standing beside each other."""
    columns = f"{STORY} AS story, type, way, status, quad, intensity, since, until"
    rows = pair.sql(columns, "event_pairs").filter("way <> 'beside'").order("story, since, type, way, intensity")
    return [Report._make((*row[:4], CHANNELS.get(row[4], OTHER), *row[5:])) for row in rows.fetchall()]


def words(pair: Pair) -> list[Word]:
    """The statements of one about or to the other; of a text printed twice, those of the first."""
    rows = pair.sql("document, way, since, until, stance, duplicate_of", "statement_pairs")
    found = rows.filter("duplicate_of IS NULL").order("document, since, way").fetchall()
    return [Word._make((*row[:4], tuple(_stances(pair, row[1], row[4] or ())))) for row in found]


def _stances(pair: Pair, way: str, stances: Iterable[dict[str, object]]) -> Iterator[tuple[str, float]]:
    for stance in stances:
        toward, value = str(stance["toward"]), float(str(stance["value"]))
        direction = {pair.b: "forth", pair.a: "back"}.get(side(toward) or toward)
        if direction and way in (direction, "mutual"):
            yield direction, value


def happenings(found: Iterable[Report]) -> list[Happening]:
    """Reports folded to events, in the order of their first reports."""
    groups: dict[tuple[object, ...], list[Report]] = {}
    for report in found:
        group = "fact" if report.status in FACTS else report.status
        key = (group, report.channel, report.type, report.direction, report.since)
        groups.setdefault(key, []).append(report)
    return [Happening(tuple(each)) for each in groups.values()]
