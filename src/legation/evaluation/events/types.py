"""Types of `legation.relate`: which act stands between two marked parties, how sure, and what the rules say.

The gold roots follow PLOVER's own table, and so do the types of `relate`. `coded` shows beside it what the same
answers are by the codebook of `legation code`, which departs from that table in accords signed (AGREE, there SUPPORT),
sanctions imposed (SANCTION, there COERCE) and convictions (SANCTION, there ACCUSE).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from legation.evaluation.events.marked import SET, YIELD, Row, rows
from legation.evaluation.figure import Figure, f1
from legation.ontology import printed
from legation.relation import Relation, relations

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "YIELD"})
BINS = 10


def measure(data: Path) -> Iterator[Figure]:
    """Accuracy and macro-F1 over 15 roots, cooperation against conflict, calibration, and the rules beside them."""
    gold = list(rows(data))
    found = list(relations([(row.text, row.source, row.target) for row in gold]))
    truth, roots = [row.root for row in gold], [scores(each) for each in found]
    best = [max(each, key=each.__getitem__) for each in roots]
    yield Figure("types", SET, "accuracy", accuracy(best, truth), 84.5)
    yield Figure("types", SET, "macro-F1", macro(best, truth), 82.0)
    sides = macro([_side_of(each) for each in roots], [side(root) for root in truth])
    yield Figure("types", SET, "cooperation or conflict, macro-F1", sides, 96.3, "aim 96.5")
    right = [a == b for a, b in zip(best, truth, strict=True)]
    error = calibration_error([max(each.values()) for each in roots], right)
    yield Figure("types", SET, "calibration, 100 − error", 100 - error, 94.0, "expected calibration error ≤ 6")
    coded = [YIELD.get(each.coded, each.coded) for each in found]
    yield Figure("types", SET, "accuracy, as coded", accuracy(coded, truth))
    yield Figure("types", SET, "macro-F1, as coded", macro(coded, truth))
    yield from _ruled(found, gold)


def scores(found: Relation) -> dict[str, float]:
    """The probabilities of the set's 15 roots: CONCEDE and RETREAT are one."""
    out: dict[str, float] = defaultdict(float)
    for kind, value in found.scores.items():
        out[YIELD.get(kind, kind)] += value
    return out


def side(type: str) -> str:
    """Cooperation or conflict."""
    return "cooperation" if type in COOPERATION else "conflict"


def _side_of(roots: Mapping[str, float]) -> str:
    share = sum(value for root, value in roots.items() if root in COOPERATION)
    return "cooperation" if share > 0.5 else "conflict"


def accuracy(found: Sequence[str], gold: Sequence[str]) -> float:
    """In percent."""
    return 100 * sum(a == b for a, b in zip(found, gold, strict=True)) / max(len(gold), 1)


def macro(found: Sequence[str], gold: Sequence[str]) -> float:
    """The mean F1 of the labels that the gold has, in percent.

    >>> macro(["a", "b"], ["a", "a"]), macro(["a", "b"], ["a", "b"])
    (66.66666666666667, 100.0)
    """
    right, said, true = Counter(a for a, b in zip(found, gold, strict=True) if a == b), Counter(found), Counter(gold)
    return sum(f1(right[label], said[label], true[label]) for label in true) / len(true)


def calibration_error(sure: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error in percent, over ten bins of equal width (Naeini et al. 2015).

    >>> calibration_error([0.95, 0.95], [True, True])
    5.000000000000004
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for value, ok in zip(sure, right, strict=True):
        bins[min(int(value * BINS), BINS - 1)].append((value, ok))
    gaps = (abs(sum(v for v, _ in own) - sum(ok for _, ok in own)) for own in bins if own)
    return 100 * sum(gaps) / len(sure)


def _ruled(found: Sequence[Relation], gold: Sequence[Row]) -> Iterator[Figure]:
    """How often a rule fires between the two and is right, and how often the head is where both say the same."""
    ruled = [(each, row.root) for each, row in zip(found, gold, strict=True) if each.ruling]
    of_rule = [(printed(e.ruling.type, e.ruling.mode), truth) for e, truth in ruled if e.ruling]
    agreed = [(each.type, truth) for each, truth in ruled if each.agrees]
    yield Figure("types", SET, "a rule fires", 100 * len(ruled) / len(gold))
    for measure, pairs in (("the rule is right", of_rule), ("both agree and are right", agreed)):
        yield Figure("types", SET, measure, accuracy([YIELD.get(a, a) for a, _ in pairs], [b for _, b in pairs]))
