"""Fits the confidence of events to the verdicts of the audit: python -m training.events.fit CORPUS AUDIT… [--write]

CORPUS is the gzipped JSON Lines file that the audited documents come from; AUDIT the files of `eval/audit/`. A verdict
counts for the candidate of today's rules that stands at its span; right is an event whose type, direction and parties
are. Logistic regression with a penalty; a feature that no verdict shows keeps its weight. Printed: the calibration
error and the mean probability of what is right and wrong, each verdict judged by weights fitted on the others (ten
parts), then the weights fitted on all.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from legation.actors import Actors
from legation.evaluation.events.types import calibration_error
from legation.events.classifier import MODEL
from legation.events.code import span_of, weighed
from legation.events.confidence import features
from legation.events.parties import Filling
from legation.language import Frames, parse
from legation.records import Document

WHO_DID_WHAT = {"type", "direction", "actor", "recipient"}
PENALTY, PARTS = 10.0, 10


def main() -> None:
    """Prints how well confidence fits, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("audits", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help="put the weights into events/model/confidence.json")
    args = parser.parse_args()
    rows = list(judged(args.corpus, args.audits))
    names = list(rows[0][0])
    x = np.array([[row[name] for name in names] for row, _ in rows])
    y = np.array([float(right) for _, right in rows])
    sure = crossed(x, y)
    print(f"{len(y)} verdicts, {y.mean():.1%} right; calibration error {calibration_error(sure.tolist(), y > 0.5):.1f}")
    print(f"mean probability of the right ones {sure[y == 1].mean():.3f}, of the wrong ones {sure[y == 0].mean():.3f}")
    kept = json.loads((MODEL / "confidence.json").read_text("utf8"))["weights"]
    weights = dict(zip(["bias", *names], np.round(fit(x, y), 3).tolist(), strict=True))
    weights |= {name: kept[name] for name, seen in zip(names, x.any(0), strict=True) if not seen}
    print(json.dumps(weights, indent=1))
    if args.write:
        (MODEL / "confidence.json").write_text(json.dumps({"weights": weights}) + "\n", "utf8")


def judged(corpus: Path, audits: Sequence[Path]) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of each judged event that is still coded, and whether it is right."""
    verdicts: dict[str, list[tuple[tuple[int, int], bool]]] = defaultdict(list)
    for path in audits:
        for row in map(json.loads, path.read_text("utf8").splitlines()):
            verdicts[row["document"]].append((tuple(row["span"]), not WHO_DID_WHAT & set(row["wrong"])))
    for document in documents(corpus, verdicts):
        frames = Frames(parse(document, whole=False))
        for each in weighed(Filling(frames, Actors(frames.parse)))[1]:
            span = span_of(frames.parse, each.candidate)
            for at, right in verdicts[document.id]:
                if at == span:
                    yield features(each.candidate, each.scores), right


def documents(corpus: Path, wanted: Mapping[str, object]) -> Iterator[Document]:
    """The documents wanted."""
    with gzip.open(corpus, "rt", encoding="utf8") as file:
        for row in map(json.loads, file):
            if row["id"] in wanted:
                yield Document(id=row["id"], text=row["text"], title=row.get("title"), published=row["date"])


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
