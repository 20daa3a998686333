"""Fits the weights of lexicon/en/salience.yaml: python -m training.reference.fit DATA

A conditional logit over the candidates of each pronoun, on the documents of GUM that are no news: the entity whose last
mention the gold chain holds is right; a pronoun with no earlier mention in its chain is nobody's. Needs numpy.
`--check` prints the accuracy by genre with weights fitted on the other fifths of the documents, and writes nothing.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from legation.evaluation.language.reference import CLASSES, Chains, asked, by_head, documents, judged, match
from legation.language import Parse, parse
from legation.language.reference.features import Candidate
from legation.language.reference.model import Mention
from legation.language.reference.reader import Choice, Reader, choose
from legation.language.reference.scores import Weights, family
from legation.records import Document
from legation.settings import lexicon_source

GENRES = (
    "academic",
    "bio",
    "court",
    "essay",
    "fiction",
    "interview",
    "letter",
    "podcast",
    "speech",
    "textbook",
    "vlog",
    "voyage",
    "whow",
)
COVERAGE = {"person": 0.86, "they": 0.86, "it": 0.67}  # What part of the pronouns is answered.
FAMILIES = ("person", "they", "it")
Table = dict[str, Weights]
FOLDS = 3
SEEN = 4  # A feature that fewer examples have gets no weight.


@dataclass(frozen=True)
class Example:
    """One pronoun: the features of its candidates, the last of nobody; which one is right."""

    family: str
    genre: str
    fold: int
    rows: tuple[tuple[str, ...], ...]
    right: int
    counted: bool = True


class Teacher:
    """Gives each pronoun to its gold entity, and notes what there was to choose from."""

    def __init__(self, gold: Chains, parsed: Parse, fold: int, weights: Table | None = None) -> None:
        self.gold, self.fold, self.weights = gold, fold, weights
        self.chains, self.heads = by_head(gold, parsed)
        self.examples: list[Example] = []

    def chain(self, mention: Mention) -> int | None:
        """The gold chain of one of our mentions."""
        nearest = match(self.gold, self.heads, mention)
        return self.chains.get(nearest)

    def choose(self, mention: Mention, candidates: Sequence[Candidate], nobody: Sequence[str]) -> Choice:
        own = self.chain(mention)
        chains = [
            self.chain(next((m for m in reversed(c.known.mentions) if m.form != "pronoun"), c.known.last))
            for c in candidates
        ]
        first = own is None or min(self.gold.mentions[m].s for m in self.gold.clusters[own]) >= mention.span[0]
        right = chains.index(own) if own is not None and own in chains else len(chains) if first else -1
        rows = (*(c.features for c in candidates), tuple(nobody))
        self.examples.append(Example(family(mention), self.gold.genre, self.fold, rows, right, not first))
        if self.weights is not None:
            return choose(mention, candidates, nobody, self.weights)
        return (right if 0 <= right < len(chains) else None), 1.0, "gold", []


def texts(data: Path, cache: Path | None) -> list[tuple[Chains, Parse]]:
    """The documents with their parses; the cache keeps these from run to run."""
    parses = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}
    found = list(documents(data, GENRES))
    for gold in found:
        parses.setdefault(gold.doc_id, None)
        parses[gold.doc_id] = parses[gold.doc_id] or parse(Document(id=gold.doc_id, text=gold.text, published=gold.dct))
    if cache and not cache.exists():
        cache.write_bytes(pickle.dumps(parses))
    return [(gold, parses[gold.doc_id]) for gold in found]


def examples(documents: Sequence[tuple[Chains, Parse]], weights: Sequence[Table | None]) -> Iterator[Example]:
    """The examples of all documents, read with the weights of their fold; by the gold chains where there are none."""
    for number, (gold, parsed) in enumerate(documents):
        teacher = Teacher(gold, parsed, number % FOLDS, weights[number % FOLDS])
        Reader(parsed, teacher.choose).read()
        yield from teacher.examples


def fit(rows: Sequence[Example], decay: float = 1.0, steps: int = 120) -> dict[str, float]:
    """Weights that make the right choices likeliest, kept small by `decay`; Adam on the whole set."""
    rows = [r for r in rows if r.right >= 0]
    seen = Counter(f for r in rows for row in r.rows for f in set(row))
    names = sorted(f for f, n in seen.items() if n >= SEEN)
    index = {f: i for i, f in enumerate(names)}
    flat = [[index[f] for f in row if f in index] for r in rows for row in r.rows]
    lengths = np.array([len(r.rows) for r in rows])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    group = np.repeat(np.arange(len(rows)), lengths)
    line = np.repeat(np.arange(len(flat)), [len(f) for f in flat])
    column = np.array([c for f in flat for c in f])
    right = starts + np.array([r.right for r in rows])
    w, m, v = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        scores = np.bincount(line, w[column], len(flat))
        scores -= np.maximum.reduceat(scores, starts)[group]
        powers = np.exp(scores)
        share = powers / np.add.reduceat(powers, starts)[group]
        share[right] -= 1
        gradient = np.bincount(column, share[line], len(names)) + decay * w
        m, v = 0.9 * m + 0.1 * gradient, 0.99 * v + 0.01 * gradient**2
        w -= 0.08 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return {f: round(float(w[i]), 3) for f, i in index.items() if abs(w[i]) >= 0.005}


def fitted(found: Sequence[Example]) -> Table:
    """The weights of each class of pronoun."""
    return {name: Weights(least=0.0, features=fit([e for e in found if e.family == name])) for name in FAMILIES}


def rounds(documents: Sequence[tuple[Chains, Parse]], fold: int | None) -> Table:
    """Weights from all documents but those of a fold: first by the gold chains, then as well by what they gave."""
    own = [None] * FOLDS
    kept = [d for number, d in enumerate(documents) if fold is None or number % FOLDS != fold]
    found = list(examples(kept, own))
    first = fitted(found)
    return fitted([*found, *examples(kept, [first] * FOLDS)])


def answers(gold: Chains, parsed: Parse, weights: Table) -> Iterator[tuple[str, bool, float]]:
    """Per counted pronoun its class, whether the likeliest entity is the right one, and the share it is given."""
    found = Reader(parsed, lambda m, c, n: choose(m, c, n, weights)).read()
    shares = {found.mentions[link.mention].span: link.score for link in found.links if link.antecedent is not None}
    places = [(each.name, each.span) for each in asked(gold)]
    for (name, span), (_, right) in zip(places, judged(gold, parsed, found), strict=True):
        yield CLASSES[name], bool(right), shares.get(span, 0.0) if right is not None else 0.0


def threshold(found: Sequence[tuple[bool, float]], coverage: float) -> float:
    """The share above which that part of the pronouns is answered."""
    ranked = sorted((share for _, share in found), reverse=True)
    return round(max(0.0, ranked[min(len(ranked) - 1, int(coverage * len(ranked)))]), 2)


def crossed(documents: Sequence[tuple[Chains, Parse]]) -> dict[tuple[str, str], list[tuple[bool, float]]]:
    """(Class, genre) → the answers of each fold by weights from the others."""
    found: defaultdict[tuple[str, str], list[tuple[bool, float]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = rounds(documents, fold)
        for gold, parsed in documents[fold::FOLDS]:
            for name, right, share in answers(gold, parsed, weights):
                found[name, gold.genre].append((right, share))
                found[name, "all"].append((right, share))
    return found


def main() -> None:
    """Prints the accuracy by fifths, and writes the table unless only asked to check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    read = texts(args.data, args.cache)
    found = crossed(read)
    least = {name: threshold(found[CLASSES.get(name, "he/she"), "all"], COVERAGE[name]) for name in FAMILIES}
    for (name, genre), each in sorted(found.items()):
        kept = [right for right, share in each if share and share >= least["person" if name == "he/she" else name]]
        print(
            f"{name:7} {genre:10} {len(each):5}  all {100 * sum(r for r, _ in each) / len(each):5.1f}  "
            f"coverage {100 * len(kept) / len(each):5.1f}  right {100 * sum(kept) / max(1, len(kept)):5.1f}"
        )
    if args.check:
        return
    table = {n: {"least": least[n], "features": w.features} for n, w in rounds(read, None).items()}
    text = HEADER + yaml.safe_dump(table, sort_keys=True, allow_unicode=True)
    (lexicon_source() / "en/salience.yaml").write_text(text, "utf8")


HEADER = """\
# What speaks for and against an antecedent of a pronoun: weights of the features of
# src/legation/language/reference/features.py, fitted by training/reference/fit.py on GUM's documents that are no news.
# `least`: the share that the best candidate must reach: six in seven persons are then answered, two in three "it".
"""

if __name__ == "__main__":
    main()
