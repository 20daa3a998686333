"""The examples of the event rules as marked sentences: python -m training.events.rules --out DIR

Where the coder gives the event that an example is for, its first actor and recipient are the source and the target;
`acts.jsonl` holds the same sentences with all their acts, the counter-examples that tell none, and those of our marked
sentences (`sentences/`) of which the coder makes an act of the type they are marked with. Left out is what has an act
that falls for its parties alone ("Japan condemned terrorism"): it is told, and would count as none.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from legation.actors import Actors
from legation.coder import Coder
from legation.evaluation.events.marked import unmarked
from legation.events.match import Candidate
from legation.events.parties import Filling
from legation.events.weighing import weighed
from legation.language import Frames, Parse, parse
from legation.read import document
from legation.records import Event, Span
from training.events.data import SENTENCES

EVENTS = Path(__file__).parents[2] / "lexicon" / "en" / "events"
DATE = "2021-06-16"
FELL = ("condition", "unlikely")
"""Why a match is no act, beside discards."""


def rules() -> Iterator[dict[str, Any]]:
    """Every rule of events that has predicates, as it is written: what only the finder sees teaches it nothing."""
    for path in sorted(EVENTS.glob("*.yaml")):
        yield from (rule for rule in yaml.safe_load(path.read_text("utf8")) if "found" not in rule)


def lines(coder: Coder) -> Iterator[tuple[str, str]]:
    """(type, "mode<TAB>marked sentence") of each example that the coder gives as it should."""
    for rule in rules():
        for example in rule.get("examples", ()):
            text = example["text"]
            events = [e for e in coder.code(document(text, date=DATE)).events if e.type == rule["type"]]
            spans = next((s for s in map(_parties, events) if s), None)
            if spans:
                yield rule["type"], f"{rule.get('mode') or '-'}\t{_marked(text, *spans)}"


def acts() -> Iterator[dict[str, Any]]:
    """Examples with the acts that the rules find in them, and counter-examples of which they make none."""
    for text, kind in _sentences():
        found = _acts(text)
        if found and kind in {told for told, *_ in found}:
            yield {"text": text, "acts": found}
    for rule in rules():
        for text in (example["text"] for example in rule.get("examples", ())):
            if found := _acts(text):
                yield {"text": text, "acts": found}
        for text in (example["text"] for example in rule.get("not", ())):
            if _acts(text) == []:
                yield {"text": text, "acts": []}


def _sentences() -> Iterator[tuple[str, str]]:
    for path in sorted(SENTENCES.glob("*.txt")):
        for line in path.read_text("utf8").splitlines():
            if marked := line.partition("\t")[2]:
                yield unmarked(marked, path.stem).text, path.stem


def _acts(text: str) -> list[tuple[str, Span, list[Span], list[Span]]] | None:
    """The acts that rules tell, none of the finder's own; None where one falls for its parties alone."""
    frames = Frames(parse(document(text, date=DATE)))
    matches, kept = weighed(Filling(frames, Actors(frames.parse)))
    acts = [each.candidate for each in kept if each.candidate.rule.found is None]
    told = {candidate.frame.word for candidate in acts}
    if any(_lacks_parties(c) for c in matches if c.rule.found is None and c.frame.word not in told):
        return None
    return [_told(frames.parse, candidate) for candidate in acts]


def _lacks_parties(candidate: Candidate) -> bool:
    reason = candidate.reason
    return reason is not None and reason not in FELL and not reason.startswith("discard")


def _told(parsed: Parse, candidate: Candidate) -> tuple[str, Span, list[Span], list[Span]]:
    words = parsed.words
    sides = (candidate.parties.actors, candidate.parties.recipients)
    actors, recipients = ([(words[p.word].start, words[p.word].end) for p in side] for side in sides)
    word = words[candidate.frame.word]
    return candidate.rule.type, (word.start, word.end), actors, recipients


def _parties(event: Event) -> tuple[Span, Span] | None:
    """Where the first actor and the first recipient stand; of a reciprocal event the first two actors."""
    parties = [event.actors[0], *(event.recipients or event.actors[1:])] if event.actors else []
    spans = [p.span for p in parties[:2]]
    if len(spans) < 2 or (spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]):
        return None
    return spans[0], spans[1]


def _marked(text: str, source: Span, target: Span) -> str:
    for (first, last), mark in sorted(((source, "s"), (target, "t")), reverse=True):
        text = f"{text[:first]}<{mark}>{text[first:last]}</{mark}>{text[last:]}"
    return text


def main() -> None:
    """Writes a file for each type, and acts.jsonl."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[str]] = defaultdict(list)
    for kind, line in lines(Coder()):
        found[kind].append(line)
    (args.out / "acts.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in acts()), "utf8")
    for kind, own in found.items():
        (args.out / f"{kind}.txt").write_text("\n".join(dict.fromkeys(own)) + "\n", "utf8")


if __name__ == "__main__":
    main()
