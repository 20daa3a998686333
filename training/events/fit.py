"""Fits the confidence of events to the verdicts of the audit: python -m training.events.fit CORPUS AUDIT… --fresh …

CORPUS is the gzipped JSON Lines file that the audited documents come from; AUDIT the files of `eval/audit/`. A verdict
counts for the candidate of its rule that stands at its span; right is an event whose type, direction and parties are.
What the readers of earlier audits found wrong was mended since, so what is left of these is better than what today's
rules give: a term of their own takes that up, and `--fresh` are those drawn from today's. Logistic regression with a
penalty. Printed: the calibration error and the mean probability of what is right and wrong among the fresh, each
verdict judged by weights fitted on the others (ten parts), how many of them reach a limit and are right, then the
weights fitted on all.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from legation.actors import Actors
from legation.evaluation.events.types import calibration_error
from legation.events.classifier import MODEL
from legation.events.code import span_of
from legation.events.confidence import features
from legation.events.parties import Filling
from legation.events.weighing import acts
from legation.language import Frames, parse
from legation.read import body, read
from legation.records import Document, Span

WHO_DID_WHAT = {"type", "direction", "actor", "recipient"}
PENALTY, PARTS = 3.0, 10
LIMITS = (0.4, 0.5, 0.6, 0.7)
Verdict = tuple[str, Span, bool]
"""The rule of an event, its span, and whether it is right."""


def main() -> None:
    """Prints how well confidence fits, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("audits", type=Path, nargs="*")
    parser.add_argument("--fresh", type=Path, nargs="+", required=True)
    parser.add_argument("--write", action="store_true", help="put the weights into events/model/confidence.json")
    args = parser.parse_args()
    mended = list(judged(args.corpus, args.audits))
    rows = [*mended, *judged(args.corpus, args.fresh)]
    names = list(rows[0][0])
    x = np.array([[*(row[name] for name in names), at < len(mended)] for at, (row, _) in enumerate(rows)])
    y = np.array([float(right) for _, right in rows])
    sure, gold = crossed(x, y)[len(mended) :], y[len(mended) :]
    print(f"{len(y)} verdicts, {len(gold)} of them fresh, of which {gold.mean():.1%} are right")
    print(f"calibration error {calibration_error(sure.tolist(), gold > 0.5):.1f}")
    right, wrong = sure[gold == 1].mean(), sure[gold == 0].mean()
    print(f"mean probability of the right ones {right:.3f}, of the wrong ones {wrong:.3f}")
    for of, own in (("rules", 0.0), ("the finder", 1.0)):
        mine = x[len(mended) :, names.index("found")] == own
        print(f"{of}: {mine.sum()} fresh, {gold[mine].mean():.1%} right")
        for limit in LIMITS:
            kept = gold[mine][sure[mine] >= limit]
            print(f"  from {limit} on {len(kept)}, {kept.mean() if len(kept) else 0:.1%} right")
    weights = dict(zip(["bias", *names], np.round(fit(x, y), 3).tolist(), strict=False))
    print(json.dumps(weights, indent=1))
    if args.write:
        (MODEL / "confidence.json").write_text(json.dumps({"weights": weights}) + "\n", "utf8")


def judged(corpus: Path, audits: Sequence[Path]) -> list[tuple[dict[str, float], bool]]:
    """The features of each judged event that is still a candidate, and whether it is right."""
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for path in audits:
        for row in map(json.loads, path.read_text("utf8").splitlines()):
            right = not WHO_DID_WHAT & set(row["wrong"])
            verdicts[row["document"]].append((row["rule"], tuple(row["span"]), right))
    texts = list(documents(corpus, verdicts))
    with ProcessPoolExecutor() as pool:
        found = pool.map(seen, texts, [verdicts[d.id] for d in texts], chunksize=8)
        return [row for rows in found for row in rows]


def seen(given: Document, verdicts: Sequence[Verdict]) -> list[tuple[dict[str, float], bool]]:
    """The features of the candidates of a document that verdicts speak of, each with its verdict."""
    parsed = parse(given, body(given), whole=False)
    out = []
    for each in acts(Filling(Frames(parsed), Actors(parsed)))[1]:
        at = each.candidate.rule.id, span_of(parsed, each.candidate)
        about = features(each.candidate, each.status, each.seen)
        out += [(about, right) for *told, right in verdicts if (*told,) == at]
    return out


def documents(corpus: Path, wanted: Mapping[str, object]) -> Iterator[Document]:
    """The documents wanted, as `ingest` reads them."""
    yield from (each for each in read(corpus) if isinstance(each, Document) and each.id in wanted)


def crossed(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of each row by weights fitted on the other parts."""
    part = np.arange(len(y)) % PARTS
    out = np.zeros(len(y))
    for own in range(PARTS):
        out[part == own] = probability(fit(x[part != own], y[part != own]), x[part == own])
    return out


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights, the bias first and free of the penalty."""

    def loss(w: NDArray[np.float64]) -> float:
        p = np.clip(probability(w, x), 1e-6, 1 - 1e-6)
        return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).sum() + 0.5 * PENALTY * (w[1:] ** 2).sum())

    return np.asarray(minimize(loss, np.zeros(x.shape[1] + 1), method="L-BFGS-B").x)


def probability(w: NDArray[np.float64], x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of each row."""
    return np.asarray(1 / (1 + np.exp(-(w[0] + x @ w[1:]))))


if __name__ == "__main__":
    main()
