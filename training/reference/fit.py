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

from legation.evaluation.language.reference import FILE, Chains, _by_head, _match, documents
from legation.language import Parse, parse
from legation.language.reference.features import Candidate
from legation.language.reference.model import Mention
from legation.language.reference.reader import Choice, Reader
from legation.language.reference.scores import family
from legation.records import Document
from legation.settings import lexicon_source

GENRES = ("academic", "bio", "court", "essay", "fiction", "interview", "letter", "podcast", "speech", "textbook", "vlog", "voyage", "whow")
FOLDS = 5
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

    def __init__(self, gold: Chains, parsed: Parse, fold: int) -> None:
        self.gold, self.fold = gold, fold
        self.chains, self.heads = _by_head(gold, parsed)
        self.examples: list[Example] = []

    def chain(self, mention: Mention) -> int | None:
        """The gold chain of one of our mentions."""
        match = _match(self.gold, self.heads, mention)
        return self.chains.get(match)

    def choose(self, mention: Mention, candidates: Sequence[Candidate], nobody: Sequence[str]) -> Choice:
        own = self.chain(mention)
        chains = [self.chain(c.known.last) for c in candidates]
        first = own is None or min(self.gold.mentions[m].s for m in self.gold.clusters[own]) >= mention.span[0]
        right = chains.index(own) if own is not None and own in chains else len(chains) if first else -1
        rows = (*(c.features for c in candidates), tuple(nobody))
        self.examples.append(Example(family(mention), self.gold.genre, self.fold, rows, right, not first))
        return (right if 0 <= right < len(chains) else None), 1.0, "gold", []


def examples(data: Path, cache: Path | None, genres: Sequence[str] = GENRES) -> Iterator[Example]:
    """The examples of all documents."""
    parses = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}
    for number, gold in enumerate(documents(data, tuple(genres))):
        parsed = parses.get(gold.doc_id) or parse(Document(id=gold.doc_id, text=gold.text, published=gold.dct))
        parses[gold.doc_id] = parsed
        teacher = Teacher(gold, parsed, number % FOLDS)
        Reader(parsed, teacher.choose).read()
        yield from teacher.examples
    if cache:
        cache.write_bytes(pickle.dumps(parses))


def fit(rows: Sequence[Example], decay: float = 1.0, steps: int = 300) -> dict[str, float]:
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
        w -= 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return {f: round(float(w[i]), 3) for f, i in index.items() if abs(w[i]) >= 0.005}


def given(weights: dict[str, float], example: Example) -> np.ndarray:
    """The share of each candidate."""
    scores = np.array([sum(weights.get(f, 0.0) for f in row) for row in example.rows])
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def outcome(weights: dict[str, float], example: Example) -> tuple[bool, float]:
    """Whether the best candidate is right, and its share; a share of 0 where nobody is likelier."""
    shares = given(weights, example)
    best = int(shares.argmax())
    return best == example.right, 0.0 if best == len(shares) - 1 else float(shares[best])


def threshold(outcomes: Sequence[tuple[bool, float]], coverage: float) -> float:
    """The share above which that part of the pronouns is answered."""
    ranked = sorted((share for _, share in outcomes), reverse=True)
    return float(ranked[min(len(ranked) - 1, int(coverage * len(ranked)))]) if ranked else 0.0


def check(found: Sequence[Example], coverage: float) -> None:
    """Prints accuracy at full coverage and at the one asked for, by class and genre, each fifth by the others' weights."""
    for name in ("person", "they", "it"):
        rows = [e for e in found if e.family == name]
        judged: defaultdict[str, list[tuple[bool, float]]] = defaultdict(list)
        missing: Counter[str] = Counter()
        for fold in range(FOLDS):
            weights = fit([e for e in rows if e.fold != fold])
            for e in (e for e in rows if e.fold == fold and e.counted):
                judged[e.genre].append(outcome(weights, e))
                missing[e.genre] += e.right < 0
        least = threshold([o for each in judged.values() for o in each], coverage)
        for genre, each in [*sorted(judged.items()), ("all", [o for e in judged.values() for o in e])]:
            answered = [right for right, share in each if share and share >= least]
            print(f"{name:7} {genre:10} n {len(each):5}  unreachable {missing[genre] if genre != 'all' else sum(missing.values()):4}  full {100 * sum(r for r, s in each) / len(each):5.1f}  "
                  f"coverage {100 * len(answered) / len(each):5.1f}  right {100 * sum(answered) / max(1, len(answered)):5.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--coverage", type=float, default=0.88)
    args = parser.parse_args()
    found = list(examples(args.data, args.cache))
    if args.check:
        check(found, args.coverage)
        return
    table = {}
    for name in ("person", "they", "it"):
        rows = [e for e in found if e.family == name]
        weights = fit(rows)
        least = threshold([outcome(weights, e) for e in rows if e.counted], args.coverage)
        table[name] = {"least": round(least, 2), "features": weights}
    text = HEADER + yaml.safe_dump(table, sort_keys=True, allow_unicode=True)
    (lexicon_source() / "en/salience.yaml").write_text(text, "utf8")


HEADER = """\
# What speaks for and against an antecedent of a pronoun: weights of the features of
# src/legation/language/reference/features.py, fitted by training/reference/fit.py on GUM's documents that are no news.
# `least`: the share that the best candidate must reach, so that about nine in ten pronouns are answered.
"""

if __name__ == "__main__":
    main()
