"""Reference: is a pronoun given to the entity that the gold chain gives it to? From raw text, GUM's coreference layer.

Counted are pronouns whose gold chain has an earlier mention that is no pronoun. An answer is the nearest earlier
mention, no pronoun, that the links lead to; it is right where the gold mention that it matches best is of that chain.
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from legation.evaluation.figure import Figure
from legation.language import Parse, parse, refer
from legation.language.reference import Coreference, Mention
from legation.language.reference.words import pronouns
from legation.records import Document, Span

FILE = "coref/coref_gum.jsonl.gz"
NEWS = "news"
OTHERS = ("interview", "bio", "speech", "voyage", "academic")
CLASSES = {"he": "he/she", "she": "he/she", "they": "they", "it": "it"}
# The bars of right answers among those given, and of answers among all.
FLOORS = {
    ("GUM news", "he/she: right entity"): 75.0,
    ("GUM news", "he/she: coverage"): 80.0,
    ("GUM news", "they: right entity"): 50.0,
    ("GUM news", "they: coverage"): 80.0,
}
# Pronouns beside the personal ones: an antecedent is none of these.
RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "this", "these", "those"})


class Gold(msgspec.Struct, frozen=True):
    """A mention of the gold layer."""

    s: int
    e: int
    text: str

    @property
    def pronoun(self) -> bool:
        return self.text.lower() in pronouns() or self.text.lower() in RELATIVE


class Chains(msgspec.Struct, frozen=True):
    """A document of the gold layer: its text, mentions, and clusters as lists of mentions."""

    doc_id: str
    genre: str
    text: str
    dct: str | None
    mentions: tuple[Gold, ...]
    clusters: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun that is counted: its class, its place and its gold chain."""

    name: str
    span: Span
    chain: int


def measure(data: Path) -> Iterator[Figure]:
    """Per class of pronoun the share of right answers and of answers, in percent."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for gold in documents(data, (NEWS, *OTHERS)):
        parsed = parse(Document(id=gold.doc_id, text=gold.text, published=gold.dct))
        place = NEWS if gold.genre == NEWS else "5 genres (fitted on)"
        for name, right in judged(gold, parsed, refer(parsed)):
            counts[place, CLASSES[name]].update(all=1, answered=right is not None, right=bool(right))
            if place == NEWS and CLASSES[name] != name:
                counts[place, name].update(all=1, answered=right is not None, right=bool(right))
    for (place, name), each in sorted(counts.items(), key=lambda row: (row[0][0] != NEWS, row[0])):
        yield from _figures(f"GUM {place}", name, each)


def _figures(place: str, name: str, each: Counter[str]) -> Iterator[Figure]:
    note = f"{each['right']} of {each['answered']} answered of {each['all']}"
    right = 100 * each["right"] / max(1, each["answered"])
    yield Figure("reference", place, f"{name}: right entity", right, FLOORS.get((place, f"{name}: right entity")), note)
    coverage = 100 * each["answered"] / each["all"]
    yield Figure("reference", place, f"{name}: coverage", coverage, FLOORS.get((place, f"{name}: coverage")))


def documents(data: Path, genres: tuple[str, ...]) -> Iterator[Chains]:
    """The gold documents of some genres.

    Raises FileNotFoundError where the set is not there.
    """
    decoder = msgspec.json.Decoder(Chains)
    with gzip.open(data / FILE, "rt", encoding="utf-8") as file:
        for line in file:
            gold = decoder.decode(line)
            if gold.genre in genres:
                yield gold


def asked(gold: Chains) -> Iterator[Asked]:
    """The pronouns that are counted."""
    for number, chain in enumerate(gold.clusters):
        named = [gold.mentions[m].s for m in chain if not gold.mentions[m].pronoun]
        for each in (gold.mentions[m] for m in chain):
            entry = pronouns().get(each.text.lower())
            if entry and entry[0].person == 3 and min(named, default=each.s) < each.s:
                yield Asked(entry[0].words[0], (each.s, each.e), number)


def judged(gold: Chains, parsed: Parse, found: Coreference) -> Iterator[tuple[str, bool | None]]:
    """Per pronoun its class and whether the answer is right; None without an answer."""
    chains, heads = by_head(gold, parsed)
    for each in asked(gold):
        words = parsed.words_in(each.span)
        answer = nominal(found, words[0]) if len(words) else None
        yield each.name, None if answer is None else chains.get(match(gold, heads, answer)) == each.chain


def nominal(found: Coreference, word: int) -> Mention | None:
    """The nearest earlier mention, no pronoun, that a pronoun leads to."""
    return next((m for m in found.antecedents(word) if m.form != "pronoun"), None)


def by_head(gold: Chains, parsed: Parse) -> tuple[dict[int | None, int], dict[int, list[int]]]:
    """Gold mention → chain; head word of a gold mention, by our tree → the mentions."""
    chains: dict[int | None, int] = {m: number for number, chain in enumerate(gold.clusters) for m in chain}
    heads: defaultdict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(gold.mentions):
        words = parsed.words_in((each.s, each.e))
        head = next((w for w in words if parsed.words[w].head not in words), None)
        if head is not None:
            heads[head].append(number)
    return chains, heads


def match(gold: Chains, heads: dict[int, list[int]], answer: Mention) -> int | None:
    """The gold mention with the same head that shares most of its span with the answer."""

    def shared(number: int) -> float:
        s, e = gold.mentions[number].s, gold.mentions[number].e
        both = min(e, answer.span[1]) - max(s, answer.span[0])
        return both / (max(e, answer.span[1]) - min(s, answer.span[0]))

    return max(heads.get(answer.head, ()), key=shared, default=None)
