"""Chains of sources on sentences of our own (`eval/chains*.tsv`), written before the coder was run on them.

Of `chains-more.tsv`, 121 of other constructions, 82.6 % came out at the first run (all fields: 64.5).

Each row gives a text (¶ parts paragraphs), the chain of one statement from the outermost source to who speaks
("A > B"; "&" joins who speaks together), whom it is told, the first day of its time of saying, and its content; NONE:
nothing is said. A chain is right where some statement gives exactly these sources, in this order, for this content:
those of the statements that it is nested in and the channels that each came through.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.evaluation.figure import Figure
from legation.evaluation.statements.coding import bears, read, statements
from legation.records import ActorRef, Statement
from legation.settings import of_checkout

GOLD = of_checkout("eval") / "chains.tsv"
MORE = of_checkout("eval") / "chains-more.tsv"
BLIND = of_checkout("eval") / "chains-2.tsv"
PUBLISHED = "2021-06-15"
# The last were written by somebody who saw neither the coder nor the others, and first measured at 90.0.
GOLDS = (
    (GOLD, "own sentences", 95.0, PUBLISHED),
    (MORE, "more sentences", 90.0, PUBLISHED),
    (BLIND, "sentences written blind", 91.0, "2021-06-16"),
)
NOBODY = "—"


@dataclass(frozen=True, slots=True)
class Row:
    """One gold statement."""

    text: str
    chain: str
    to: str
    date: str
    content: str

    @property
    def sources(self) -> list[list[str]]:
        """The sources from the outermost inwards, those who speak together in one list."""
        return [] if self.chain == NOBODY else [part.split(" & ") for part in self.chain.split(" > ")]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a gold statement came out right."""

    content: bool
    chain: bool
    to: bool
    date: bool


def measure(data: Path) -> Iterator[Figure]:
    """Percent of the gold statements whose chain, addressee, time and content come out; `data` is not read."""
    for path, name, floor, published in GOLDS:
        yield from _measured(gold(path), name, floor, published)


def _measured(rows: Sequence[Row], name: str, floor: float, published: str) -> Iterator[Figure]:
    judged = [(row, verdict(row, statements(read("d", row.text, published)))) for row in rows]
    name = f"{name} ({len(judged)})"
    yield Figure("chains", name, "chain exact", percent([v.chain for _, v in judged]), floor)
    long = [v.chain for row, v in judged if len(row.sources) > 1]
    yield Figure("chains", f"chains of two and more ({len(long)})", "chain exact", percent(long))
    for measure, held in (
        ("chain and addressee", [v.chain and v.to for _, v in judged]),
        ("chain and time", [v.chain and v.date for _, v in judged]),
        ("content exact", [v.content for _, v in judged]),
        ("all", [v.chain and v.to and v.date and v.content for _, v in judged]),
    ):
        yield Figure("chains", name, measure, percent(held))


def percent(held: Sequence[bool]) -> float:
    """The share that holds, in percent.

    >>> percent([True, False])
    50.0
    """
    return 100 * sum(held) / max(1, len(held))


def gold(path: Path) -> list[Row]:
    """The rows of the gold, their paragraphs parted."""
    with path.open(encoding="utf-8", newline="") as file:
        read_rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(**{**row, "text": row["text"].replace("¶", "\n\n")}) for row in read_rows]


def verdict(row: Row, found: Sequence[Statement]) -> Verdict:
    """How the statement that fits a row best fits it."""
    if row.content == "NONE":
        return Verdict(*(not found,) * 4)
    by_id = {s.id: s for s in found}
    judged = [_judged(row, s, by_id) for s in found if shares(row.content, s.content.text)]
    return max(judged, key=lambda v: (v.chain, v.content, v.to, v.date), default=Verdict(*(False,) * 4))


def shares(wanted: str, found: str) -> bool:
    """Whether a content is the one wanted, edges aside: most words of each are the other's.

    >>> shares("the port would stay shut", "that the port would stay shut")
    True
    """
    ours, theirs = set(found.lower().split()), set(wanted.lower().split())
    return 3 * len(ours & theirs) >= 2 * max(len(ours), len(theirs))


def _judged(row: Row, statement: Statement, by_id: dict[str, Statement]) -> Verdict:
    sources = [] if row.chain == NOBODY else row.sources
    told = [] if row.to == NOBODY else row.to.split(" & ")
    day = statement.date.start if statement.date.basis == "stated" else None
    return Verdict(
        content=statement.content.text == row.content,
        chain=_same(sources, chain(statement, by_id)),
        to=_are(told, statement.addressees),
        date=(day or NOBODY) == row.date,
    )


def chain(statement: Statement, by_id: dict[str, Statement]) -> list[list[ActorRef]]:
    """The sources of a statement from the outermost inwards: channels one by one, speakers together."""
    line = [statement]
    while (above := by_id.get(line[0].parent or "")) is not None:
        line.insert(0, above)
    found: list[list[ActorRef]] = []
    for each in line:
        for refs in (*((r,) for r in each.via), each.speakers):
            if refs and not any(set(_keys(refs)) & set(_keys(other)) for other in found):
                found.append(list(refs))
    return found


def _keys(refs: Sequence[ActorRef]) -> list[tuple[int, int]]:
    return [r.span for r in refs]


def _same(wanted: list[list[str]], found: list[list[ActorRef]]) -> bool:
    return len(wanted) == len(found) and all(_are(w, f) for w, f in zip(wanted, found, strict=True))


def _are(wanted: Sequence[str], refs: Sequence[ActorRef]) -> bool:
    """As many mentions as names, each with its name, in order."""
    return len(wanted) == len(refs) and all(bears(r, w) for w, r in zip(wanted, refs, strict=True))
