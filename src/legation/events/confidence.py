"""How likely an event is right: a logistic regression over what is known of its candidate.

`training/events/fit.py` fits the weights on the verdicts of the precision audit (`eval/audit/`); `features` is what it
sees. The relation head speaks for or against the rule's type; `unread` says that it could not.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache

from legation.events.classifier import MODEL, Scores
from legation.events.match import Candidate

FLOOR, CEILING = 0.05, 0.99
LEAST = 1e-4


def confidence(candidate: Candidate, scores: Scores | None) -> float:
    """The probability that type, direction and parties of the event are right."""
    weights = _weights()
    total = weights["bias"] + sum(weights.get(name, 0.0) * x for name, x in features(candidate, scores).items())
    return round(min(CEILING, max(FLOOR, 1 / (1 + math.exp(-total)))), 3)


def features(candidate: Candidate, scores: Scores | None) -> dict[str, float]:
    """What speaks for and against a candidate, by name.

    `head` is the log odds that the relation head gives the candidate's type among all types, `none` those it gives
    that there is no act.
    """
    parties, rule = candidate.parties, candidate.rule
    vias = {party.ref.via for party in (*parties.actors, *parties.recipients)}
    return {
        "noun": float(candidate.frame.kind == "noun"),
        "adjective": float(candidate.frame.kind == "adjective"),
        "conditions": float(min(rule.weight, 4)),
        "pronoun": float("pronoun" in vias),
        "definite": float("definite" in vias),
        "view": float(parties.view),
        "alone": float(not parties.recipients and not (rule.reciprocal or parties.mutual)),
        "unread": float(scores is None),
        "head": _odds(scores.of(rule.type)) if scores else 0.0,
        "none": _odds(scores.none) if scores else 0.0,
    }


def _odds(p: float) -> float:
    p = min(1 - LEAST, max(LEAST, p))
    return math.log(p / (1 - p))


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    kept: Mapping[str, float] = json.loads((MODEL / "confidence.json").read_text("utf8"))["weights"]
    return kept
