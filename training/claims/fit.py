"""Fits the confidence of claims to the verdicts of audits: python -m training.claims.fit CORPUS AUDIT… [--write]

CORPUS is the gzipped JSON Lines file that the audited documents come from; AUDIT the files of `eval/audit/`, the last
of which was read after the rules were mended for the others. A verdict counts for the claim of today's rules that has
its id; right is a claim without a wrong field. Rules look better on what they were mended for, so rows of the older
audits have a weight `mended` of their own, which the shipped weights leave out: confidence is that of fresh text.
Logistic regression with a penalty, as for events. Printed: the calibration error on the last audit, each verdict judged
by weights fitted without it (ten parts), then that of weights which never saw it, then the weights fitted on all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legation.actors import Actors
from legation.claims.code import drafted
from legation.claims.confidence import WEIGHTS, features
from legation.claims.source import Source
from legation.evaluation.events.types import calibration_error
from legation.language import Frames, parse
from legation.read import body
from training.events.fit import crossed, documents, fit, probability

Rows = NDArray[np.float64]
Judged = tuple[dict[str, float], bool, int]


def main() -> None:
    """Prints how well confidence fits, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("audits", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help="put the weights into claims/confidence.json")
    args = parser.parse_args()
    rows = sorted(judged(args.corpus, args.audits), key=lambda row: row[2])
    names, last = list(rows[0][0]), len(args.audits) - 1
    fresh = np.array([number == last for *_, number in rows])
    x = np.array([[*(row[name] for name in names), float(number < last)] for row, _, number in rows])
    y = np.array([float(right) for _, right, _ in rows])
    print(f"{len(y)} verdicts, {y.mean():.1%} right; of the last audit {fresh.sum()}, {y[fresh].mean():.1%}")
    _told("each judged by the others", crossed(x, y)[fresh], y[fresh])
    _told("by the older audits alone", probability(fit(x[~fresh], y[~fresh]), x[fresh]), y[fresh])
    weights = dict(zip(["bias", *names], np.round(fit(x, y), 3).tolist(), strict=False))
    print(json.dumps(weights, indent=1))
    if args.write:
        WEIGHTS.write_text(json.dumps({"weights": weights}) + "\n", "utf8")


def _told(how: str, sure: Rows, y: Rows) -> None:
    error = calibration_error(sure.tolist(), (y > 0.5).tolist())
    print(f"{how}: calibration error {error:.1f}, mean {sure.mean():.2f}; right {sure[y == 1].mean():.2f}, "
          f"wrong {sure[y == 0].mean():.2f}")  # fmt: skip


def judged(corpus: Path, audits: Sequence[Path]) -> Iterator[Judged]:
    """The features of each judged claim that is still coded, whether it is right, and the number of its audit."""
    verdicts: dict[str, dict[str, tuple[bool, int]]] = {}
    for number, path in enumerate(audits):
        for row in map(json.loads, path.read_text("utf8").splitlines()):
            verdicts.setdefault(row["document"], {})[row["claim"]] = not row["wrong"], number
    for document in documents(corpus, verdicts):
        frames = Frames(parse(document, body(document), whole=False))
        found = drafted(Source(frames, Actors(frames.parse)))
        for claim, draft in found:
            if claim is not None and (verdict := verdicts[document.id].pop(claim.id, None)):
                yield features(draft, len(claim.dyad), claim.period is not None), *verdict


if __name__ == "__main__":
    main()
