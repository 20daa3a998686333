"""Attributions against PolNeAR dev (measure only): python eval/statements.py --data ../shared/data

Prints found F1, source + content F1 and source exact F1 of `scorers/score_attribution.py`, all its other rows with
`--all`, and fails (exit 1) below the floors pinned here. PolNeAR marks one level only, so statements that lie within
another's content are left out, and a source is the whole noun phrase as written.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from legation.actors import Actors
from legation.language import Frames, Parse, parse
from legation.records import ActorRef, Document, Span, Statement
from legation.statements import code

# Scorer's row → floor of its F1: a crude rule reaches 67.7 / 54.7 / 58.7, people among each other 85.6 / 79.2 / 77.7.
FLOORS = {"attr found": 74.0, "attr src+content": 66.5, "source exact": 64.0}
Attribution = dict[str, list[Span]]


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The marked documents of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)


def attributions(parsed: Parse) -> list[Attribution]:
    """The outermost statements of a parse as source, cue and content spans."""
    found = code(Frames(parsed), Actors(parsed)).statements
    return [attribution(parsed, s) for s in found if s.parent is None and s.cue is not None]


def attribution(parsed: Parse, statement: Statement) -> Attribution:
    """One statement in the form of the scorer."""
    cue = [statement.cue.span] if statement.cue else []
    content = [(joined(parsed, a), b) for a, b in statement.content.spans]
    return {"source": sources(parsed, statement.speakers), "cue": cue, "content": content}


def joined(parsed: Parse, start: int) -> int:
    """Where a piece of content starts with the "that" before it, which PolNeAR counts in."""
    before = parsed.words_in((start, start + 1)).start - 1
    return parsed.words[before].start if before >= 0 and parsed.words[before].lower == "that" else start


def sources(parsed: Parse, speakers: Iterable[ActorRef]) -> list[Span]:
    """The speakers' whole noun phrases, with their determiners and what follows the head."""
    joint: list[Span] = []
    for start, end in sorted({whole(parsed, ref) for ref in speakers}):
        if joint and parsed.text[joint[-1][1] : start].strip(" ,") in ("", "and"):
            joint[-1] = (joint[-1][0], end)
        else:
            joint.append((start, end))
    return joint


def whole(parsed: Parse, ref: ActorRef) -> Span:
    """The span of the noun phrase that a reference heads; clauses after its head are left out."""
    words = set(parsed.words_in(ref.span))
    if not words:
        return ref.span
    head = next((w for w in words if parsed.words[w].head not in words), min(words))
    below = {w for c in parsed.children(head) if parsed.words[c].dep in PHRASE for w in parsed.subtree(c)}
    return parsed.span(words | {w for w in below if w < head or parsed.words[w].pos != "PUNCT"})


PHRASE = frozenset(
    {"det", "amod", "compound", "flat", "nmod", "nmod:poss", "nmod:desc", "nummod", "det:predet", "appos"}
)


def scored(path: Path, pairs: Iterable[tuple[dict[str, Any], list[Attribution]]]) -> dict[str, Any]:
    """The report of the scorer at `path` over documents and their predictions."""
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scorer = module.Scorer()
    for gold, found in pairs:
        scorer.doc(gold["text"], found, gold["attributions"])
    report: dict[str, Any] = scorer.report()
    return report


def main() -> int:
    """Prints one line per row of the score; 1 when a floor is missed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--all", action="store_true", help="every row of the scorer")
    given = arguments.parse_args()
    gold = documents(given.data / "attribution/polnear_dev.jsonl.gz")
    read = ((row, parse(Document(id=row["doc_id"], text=row["text"], published=row["dct"]))) for row in gold)
    report = scored(given.data / "scorers/score_attribution.py", ((r, attributions(p)) for r, p in read))
    print(f"{'':<20} {'P':>6} {'R':>6} {'F1':>6} {'floor':>6}")
    for name, row in report.items():
        if name in FLOORS or (given.all and isinstance(row, tuple)):
            print(f"{name:<20} {row[0]:6.1f} {row[1]:6.1f} {row[2]:6.1f} {FLOORS.get(name, '–'):>6}")
    return int(any(report[name][2] < floor for name, floor in FLOORS.items()))


if __name__ == "__main__":
    sys.exit(main())
