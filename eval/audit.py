"""Precision of coded events, judged by reading: draws the events to read, and scores what the reader said of them.

    python eval/audit.py draw --corpus ../shared/data/corpus/dev.jsonl.gz --seed 1 --size 300 > drawn.jsonl
    python eval/audit.py draw … --read > to_read.txt        # the same events with their sentence and its neighbours
    python eval/audit.py score eval/audit/precision-1.jsonl

`draw` takes the documents in the order of the seed and one event of each that has any, all types as they come; it
needs the corpus, the rows kept in `eval/audit/` hold ids, spans and verdicts only. A row judged has `wrong`: the fields
that are not right, of FIELDS, and `error`, the class of the error. `score` prints each figure with its 95 % interval
(Wilson) and fails (exit 1) below FLOORS.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from legation.coder import Coder
from legation.read import read
from legation.records import ActorRef, Document, Event, Record

FIELDS = ("type", "mode", "direction", "actor", "recipient", "status", "date")
WHO_DID_WHAT = frozenset({"type", "direction", "actor", "recipient"})
FLOORS = {"type, direction and both countries": 85.0, "status": 90.0, "date": 85.0}
Row = dict[str, Any]
T = TypeVar("T")


def documents(corpus: Path, seed: int) -> Iterator[Document]:
    """The documents of a corpus, as `ingest` reads them, in the order of the seed."""
    found = [each for each in read(corpus) if isinstance(each, Document)]
    random.Random(seed).shuffle(found)
    yield from found


def drawn(
    records: Iterable[Record], seed: int, size: int, rows: Callable[[Record], Sequence[T]]
) -> Iterator[tuple[Record, T]]:
    """One row of each record that has any, until there are `size`; which one hangs on seed and document alone."""
    for record in records:
        if size and rows(record):
            size -= 1
            yield record, random.Random(f"{seed} {record.document.id}").choice(rows(record))
        if not size:
            return


def row(record: Record, event: Event) -> Row:
    """What is kept of an event: whose it is and where it stands, no word of the text."""
    return {"document": record.document.id, "event": event.id, "span": event.span, "rule": event.why[0]}


def shown(number: int, record: Record, event: Event) -> str:
    """The event and its sentence between the neighbours, for the reader."""
    text, sentences = record.document.text, record.sentences
    near = [text[slice(*sentences[i])] for i in range(max(0, event.sentence - 2), event.sentence)]
    after = [text[slice(*sentences[i])] for i in range(event.sentence + 1, min(len(sentences), event.sentence + 2))]
    here = text[slice(*sentences[event.sentence])]
    date = f"{event.date.start}…{event.date.end} ({event.date.text or event.date.basis})"
    head = f"#{number} {record.document.id} {record.document.published} | {record.document.title}"
    coded = f"{event.type}/{event.mode} {sides(event.actors)} → {sides(event.recipients)} {event.status} {date}"
    return "\n".join((head, f"  < {' '.join(near)}", f"  = {here}", f"  > {' '.join(after)}", f"  ** {coded}",
                      f"  ** “{event.text}” {' '.join(event.why)}", ""))  # fmt: skip


def sides(refs: Iterable[ActorRef]) -> str:
    return ", ".join(f"{r.actor} ({r.text})" for r in refs) or "–"


def share(rows: list[Row], right: Callable[[frozenset[str]], bool]) -> tuple[float, float, float]:
    """Percent of the rows that are right, with the bounds of its 95 % interval."""
    return wilson(sum(right(frozenset(r["wrong"])) for r in rows), len(rows))


def wilson(hits: int, n: int) -> tuple[float, float, float]:
    """A share in percent and its 95 % interval.

    >>> [round(x, 1) for x in wilson(8, 10)]
    [80.0, 49.0, 94.3]
    """
    z = 1.959964
    middle, half = hits / n + z * z / (2 * n), z * math.sqrt(hits / n * (1 - hits / n) / n + z * z / (4 * n * n))
    return 100 * hits / n, 100 * (middle - half) / (1 + z * z / n), 100 * (middle + half) / (1 + z * z / n)


def figures(rows: list[Row]) -> dict[str, tuple[float, float, float]]:
    """Each measure: its share right and the interval."""
    found = {"type, direction and both countries": share(rows, lambda wrong: not wrong & WHO_DID_WHAT)}
    return found | {field: wilson(sum(field not in r["wrong"] for r in rows), len(rows)) for field in FIELDS}


def score(path: Path) -> bool:
    """Prints the figures of a file and its classes of error; whether all floors hold."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    found = figures(rows)
    for name, (value, low, high) in found.items():
        floor = f"   floor {FLOORS[name]:.0f}" if name in FLOORS else ""
        print(f"{name:40}{value:6.1f} %   [{low:.1f}, {high:.1f}]{floor}")
    for error, count in Counter(r["error"] for r in rows if r["wrong"]).most_common():
        print(f"{count:4}  {error}")
    return all(found[name][0] >= floor for name, floor in FLOORS.items())


def commands(about: str | None, size: int) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    """The parser of an audit, with `draw` and `score`; and that of `draw`."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    both = parser.add_subparsers(dest="command", required=True)
    draw = both.add_parser("draw")
    draw.add_argument("--corpus", type=Path, required=True)
    draw.add_argument("--seed", type=int, default=1)
    draw.add_argument("--size", type=int, default=size)
    both.add_parser("score").add_argument("file", type=Path)
    return parser, draw


def main() -> int:
    parser, draw = commands(__doc__, 300)
    draw.add_argument("--read", action="store_true")
    args = parser.parse_args()
    if args.command == "score":
        return 0 if score(args.file) else 1
    records = map(Coder().code, documents(args.corpus, args.seed))
    for number, (record, event) in enumerate(drawn(records, args.seed, args.size, lambda record: record.events)):
        print(shown(number, record, event) if args.read else json.dumps(row(record, event)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
