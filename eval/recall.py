"""Recall of coded events, judged by reading: draws sentences with two states, and scores what the reader missed.

    python eval/recall.py draw --corpus ../shared/data/corpus/dev.jsonl.gz --seed 1 --size 100    # to read
    python eval/recall.py score eval/audit/recall-1.jsonl

`draw` takes the documents in the order of the seed and of each, by chance, one sentence in which the coder finds actors
of two states or organisations; a document without one is passed over. A row of `eval/audit/recall-N.jsonl` holds no
word of the text: the sentence's span, `found`, the number of coded events that are right, and `missed`, those that a
careful coder of PLOVER would have recorded too: their type, the span of their words and the class of the error. `score`
prints the share missed with its 95 % interval (Wilson) and fails (exit 1) above CEILING.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from audit import commands, documents, sides, wilson

from legation import events
from legation.actors import Actors
from legation.language import Frames, Parse, parse
from legation.read import body
from legation.records import Document, Event

CEILING = 25.0


@dataclass(frozen=True, slots=True)
class Read:
    """A document as the coder reads it: its parse, its actors and its events."""

    parse: Parse
    actors: Actors
    events: tuple[Event, ...]

    @classmethod
    def of(cls, document: Document) -> Read:
        parsed = parse(document, body(document), whole=False)
        actors = Actors(parsed)
        return cls(parsed, actors, events.code(Frames(parsed), actors).events)

    def fitting(self) -> list[int]:
        """The sentences that name two states or organisations."""
        return [i for i, s in enumerate(self.parse.sentences) if len(self.actors.countries(s.first, s.last)) > 1]


def drawn(texts: Iterable[Document], seed: int, size: int) -> Iterator[tuple[Read, int]]:
    """A sentence of each document that has one with two states, until there are `size`."""
    for document in texts:
        if not size:
            return
        read = Read.of(document)
        if fitting := read.fitting():
            size -= 1
            yield read, random.Random(f"recall {seed} {document.id}").choice(fitting)


def shown(number: int, read: Read, sentence: int) -> str:
    """The sentence after its neighbour, and what was coded, for the reader."""
    document, spans = read.parse.document, [s.span for s in read.parse.sentences]
    before = document.text[slice(*spans[sentence - 1])] if sentence else ""
    here = document.text[slice(*spans[sentence])]
    coded = (
        f"  ** {e.type}/{e.mode} {sides(e.actors)} → {sides(e.recipients)} {e.status} {e.why[0]}"
        for e in read.events
        if e.sentence == sentence
    )
    head = f"#{number} {document.id} {document.published} {spans[sentence]}"
    return "\n".join((head, f"  < {before}", f"  = {here}", *coded, ""))


def score(path: Path) -> bool:
    """Prints the share of events missed and the classes of error; whether it is low enough."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    missed = [m for row in rows for m in row["missed"]]
    right = sum(row["found"] for row in rows)
    value, low, high = wilson(len(missed), len(missed) + right)
    total = len(missed) + right
    print(f"missed {value:.1f} %   [{low:.1f}, {high:.1f}]   {len(missed)} of {total}   ceiling {CEILING:.0f}")
    for field in ("error", "type"):
        for name, count in Counter(m[field] for m in missed).most_common():
            print(f"{count:4}  {name}")
    return value <= CEILING


def main() -> int:
    args = commands(__doc__, 100)[0].parse_args()
    if args.command == "score":
        return 0 if score(args.file) else 1
    for number, (read, sentence) in enumerate(drawn(documents(args.corpus, args.seed), args.seed, args.size)):
        print(shown(number, read, sentence))
    return 0


if __name__ == "__main__":
    sys.exit(main())
