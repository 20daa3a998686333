"""The gold of claims, the two thirds that may be looked at: all fields right, and claims that nobody made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from legation import claims
from legation.actors import Actors
from legation.evaluation.claims.sentences import FIELDS, Sentence, Wanted, sentences
from legation.evaluation.figure import Figure
from legation.language import Frames, parse
from legation.records import Claim, Document

FLOOR = 93.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of the gold with the nearest claim found, or one without the other."""

    sentence: Sentence
    wanted: Wanted | None
    found: Claim | None

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields in which the two differ; all where one is missing."""
        return self.wanted.wrong(self.found) if self.wanted and self.found else FIELDS


def measure(data: Path) -> Iterator[Figure]:
    """In percent: claims with all fields right, claims of the right kind and measure, found claims that are right."""
    yield from figures("gold", "own sentences", judged(s for s in sentences() if not s.held))


def figures(part: str, name: str, rows: Iterable[Judged], floor: float = FLOOR) -> Iterator[Figure]:
    """The figures of judged claims, with the floor of the first."""
    rows = list(rows)
    wanted, found = [r for r in rows if r.wanted], [r for r in rows if r.found]
    right = sum(not r.wrong for r in wanted)
    named = sum(not {"kind", "measure"} & set(r.wrong) for r in wanted)
    note = f"{right} of {len(wanted)}"
    yield Figure(part, name, "all fields right", 100 * right / len(wanted), floor, note)
    yield Figure(part, name, "kind and measure right", 100 * named / len(wanted))
    yield Figure(part, name, "of those found, all fields right", 100 * right / max(1, len(found)))


def judged(rows: Iterable[Sentence]) -> Iterator[Judged]:
    """Each claim of the gold beside the found one that differs least; found ones without a fellow last."""
    for row in rows:
        left = list(coded(row.text, row.published))
        pairs = sorted(((w, f) for w in row.claims for f in left), key=lambda p: len(p[0].wrong(p[1])))
        open_ = list(row.claims)
        for wanted, found in pairs:
            if wanted in open_ and found in left and "kind" not in wanted.wrong(found):
                open_.remove(wanted)
                left.remove(found)
                yield Judged(row, wanted, found)
        yield from (Judged(row, wanted, None) for wanted in open_)
        yield from (Judged(row, None, found) for found in left)


def coded(text: str, published: str) -> tuple[Claim, ...]:
    """The claims of a text."""
    parsed = parse(Document(id="text", text=text, published=published))
    return claims.code(Frames(parsed), Actors(parsed)).claims
