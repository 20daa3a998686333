"""Who is meant, on sentences of our own (`eval/actors.tsv`), written before the resolver was run on them.

Each row has a class, a text and its mentions: "Georgia=GEO | governor=—/USA*". "/" parts what may be answered, "+" the
actors of one mention; "*" stands for anything of that state or body, "—" for nobody. A mention is right where the
resolved phrase that shares most of its span has one of these answers.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.actors import Actors
from legation.evaluation.figure import Figure
from legation.language import parse
from legation.records import ActorRef, Document, Span
from legation.settings import of_checkout

GOLD = of_checkout("eval") / "actors.tsv"
PUBLISHED = "2024-07-15"
NOBODY = "—"
FLOOR = 98.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a text and the answers that are right."""

    kind: str
    text: str
    words: str
    answers: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where its words first stand in the text, as whole words."""
        found = re.search(rf"\b{re.escape(self.words)}(?!\w)", self.text)
        return found.span() if found else (0, 0)

    @property
    def nobody(self) -> bool:
        """Whether it names no actor."""
        return NOBODY in self.answers


def measure(data: Path) -> Iterator[Figure]:
    """Percent of the mentions that are given to whom they mean; `data` is not read."""
    judged = list(verdicts(gold(GOLD)))
    sentences = len({m.text for m, _ in judged})
    yield _figure(f"own sentences ({sentences})", "right", [v for _, v in judged], FLOOR)
    for name, nobody in (("somebody", False), ("nobody, or a wider whole", True)):
        yield _figure(name, "right", [v for m, v in judged if m.nobody is nobody])
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for mention, right in judged:
        kinds[mention.kind].append(right)
    for kind, held in kinds.items():
        yield _figure(kind, "right", held)


def _figure(name: str, what: str, held: Sequence[bool], floor: float | None = None) -> Figure:
    return Figure("actors", name, what, 100 * sum(held) / max(1, len(held)), floor, f"{sum(held)} of {len(held)}")


def gold(path: Path) -> Iterator[Mention]:
    """The mentions of the gold, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for part in row["mentions"].split(" | "):
                words, _, answers = part.rpartition("=")
                yield Mention(row["class"], row["text"], words, tuple(answers.split("/")))


def verdicts(mentions: Iterator[Mention]) -> Iterator[tuple[Mention, bool]]:
    """Each mention and whether it is given to whom it means."""
    last, found = "", []
    for mention in mentions:
        if mention.text != last:
            last, found = mention.text, list(resolved(mention.text))
        yield mention, right(mention, found)


def resolved(text: str) -> Iterator[ActorRef]:
    """Every resolved mention of a text of its own."""
    return Actors(parse(Document(id="d", text=text, published=PUBLISHED))).mentions()


def right(mention: Mention, found: Sequence[ActorRef]) -> bool:
    """Whether the phrase that fits a mention best is given to one of its answers."""
    ids = answer(mention, found)
    return any(_fits(each, ids) for each in mention.answers)


def answer(mention: Mention, found: Sequence[ActorRef]) -> tuple[str, ...]:
    """The ids of the resolved phrase that shares most of its span with a mention; empty where none overlaps it."""
    span = mention.span
    shares = {r: _shared(span, r.span) for r in found}
    most = max(shares.values(), default=0.0)
    return tuple(r.actor for r, share in shares.items() if share == most > 0 and r.actor)


def _shared(one: Span, two: Span) -> float:
    both = min(one[1], two[1]) - max(one[0], two[0])
    return max(0, both) / (max(one[1], two[1]) - min(one[0], two[0]))


def _fits(gold: str, ids: Sequence[str]) -> bool:
    wanted = [] if gold == NOBODY else gold.split("+")
    return len(wanted) == len(ids) and all(any(covers(one, id) for id in ids) for one in wanted)


def covers(pattern: str, id: str) -> bool:
    """Whether an id is what a gold answer says.

    >>> covers("ISR", "ISR.GOV"), covers("ISR*", "ISR.GOV"), covers("ISR*", "ISRX")
    (False, True, False)
    """
    whole = pattern.removesuffix("*")
    return id == whole or (pattern != whole and id.startswith(f"{whole}."))
