"""The trade of a pair as each reporter's record has it: what it says of a window, as stated or as it follows.

A window is an exact figure, or the sum of figures that tile it; nothing is imputed. The base that a level and its
growth imply, and what trade less one direction leaves, are figures of the same record. A speaker whose figure equals
one of a known record quotes that record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.relations.checks.consistency import rests
from legation.relations.checks.figures import Figure, reading
from legation.statistics.periods import Days, next_day, year_before

SAME = 0.005
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Known:
    """A value with the ids of the figures it was computed from."""

    value: float
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """One reporter's series, or what speakers state of it: `figures` as given and as they follow from each other."""

    name: str
    figures: tuple[Figure, ...]

    @property
    def reporter(self) -> str:
        """The country whose record it is; "" where nobody says."""
        return self.name.partition("/")[0]

    def level(self, way: str, window: Days) -> Known | None:
        """What was traded one way, or both ways, in a window; None where the record does not cover it."""
        exact = self._tiled(way, window)
        if exact is None and "=" in way:
            one, other = way.split("=")
            both = [self._tiled(f"{one}>{other}", window), self._tiled(f"{other}>{one}", window)]
            if both[0] and both[1]:
                return Known(both[0].value + both[1].value, (*both[0].ids, *both[1].ids))
        return exact

    def growth(self, way: str, window: Days, base: Days) -> Known | None:
        """The growth in percent from one window to another: as the record states it, else from its levels."""
        for each in self.figures:
            if each.way == way and each.window == window and each.base == base and each.value is not None:
                return Known(each.value, each.ids)
        after, before = self.level(way, window), self.level(way, base)
        if after is None or before is None or not before.value:
            return None
        ids = tuple(dict.fromkeys((*after.ids, *before.ids)))
        return Known(100 * (after.value / before.value - 1), ids)

    def windows(self, way: str) -> list[Days]:
        """The windows that single figures of a direction cover, the longest first."""
        return sorted({each.window for each in self._levels(way)}, key=lambda window: (window[0], window[1]))

    def growths(self, way: str) -> list[Days]:
        """The windows for which a growth is stated, or two levels give one."""
        stated = {each.window for each in self.figures if each.way == way and each.growth}
        return sorted(stated | {each for each in self.windows(way) if self.level(way, year_before(each))})

    def _levels(self, way: str) -> list[Figure]:
        ways = {way, *([">".join(way.split("=")), ">".join(reversed(way.split("=")))] if "=" in way else [])}
        return [each for each in self.figures if each.way in ways and not each.growth and each.value is not None]

    def _tiled(self, way: str, window: Days) -> Known | None:
        own = [each for each in self.figures if each.way == way and not each.growth and each.value is not None]
        cursor, total = window[0], 0.0
        ids: list[str] = []
        while cursor <= window[1]:
            fitting = [each for each in own if each.window[0] == cursor and each.window[1] <= window[1]]
            if not fitting:
                return None
            longest = max(fitting, key=lambda each: each.window[1])
            total += longest.value or 0
            ids += longest.ids
            cursor = next_day(longest.window[1])
        return Known(total, tuple(dict.fromkeys(ids))) if ids else None


def records(figures: Iterable[Figure]) -> list[Record]:
    """The records that figures are of, known ones first, each with what follows from it."""
    groups: dict[str, list[Figure]] = {}
    for each in figures:
        groups.setdefault(each.record, []).append(each)
    known = {name: complete(found) for name, found in groups.items() if found[0].known}
    for name, found in groups.items():
        if name in known:
            continue
        quoted = next((record for record in known if _agree(known[record], found)), None)
        if quoted:
            known[quoted] = complete([*known[quoted], *(reading(each, quoted) for each in found)])
        else:
            known[name] = complete(found)
    ordered = sorted(known.items(), key=lambda item: (not item[0].partition("/")[0], "stated" in item[0], item[0]))
    return [Record(name, tuple(found)) for name, found in ordered]


def complete(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a record with implied bases and residuals; what is given goes before what follows."""
    found = list(figures)
    for _ in range(ROUNDS):
        have = {(each.way, each.window) for each in found if not each.growth}
        more = [*_bases(found), *(each for each in rests(found) if not each.about)]
        found += [each for each in more if (each.way, each.window) not in have]
    return found


def _bases(figures: Sequence[Figure]) -> Iterable[Figure]:
    for growth in figures:
        if growth.base is None or growth.value is None or growth.value <= -100:
            continue
        for level in figures:
            if level.growth or level.value is None or (level.way, level.window) != (growth.way, growth.window):
                continue
            ids = tuple(dict.fromkeys((*level.ids, *growth.ids)))
            value = level.value / (1 + growth.value / 100)
            yield Figure(ids, growth.way, level.record, level.known, growth.base, value, slack=value * SAME)


def _agree(known: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether a level of the one is the other's, one direction only: totals are too often rounded alike."""
    return any(
        one.way == two.way
        and ">" in one.way
        and one.window == two.window
        and not one.growth
        and not two.growth
        and abs((one.value or 0) - (two.value or 0)) <= SAME * (one.value or 1)
        for one in known
        for two in other
    )
