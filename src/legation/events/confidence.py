"""How likely an event is right: a logistic regression over what is known of its candidate.

`training/events/fit.py` fits the weights on the verdicts of the precision audit (`eval/audit/`); `features` is what it
sees. The finder speaks for or against the rule's type; `unseen` says that it could not, and an event that the finder
makes alone is `found`. The type counts as such: some are told more clearly than others.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache

from legation.events.classifier import MODEL
from legation.events.match import Candidate
from legation.events.readings import Seen
from legation.ontology import TYPES
from legation.records import Status

FLOOR, CEILING = 0.05, 0.99
LEAST = 1e-4
LEAD = 2
"""So many sentences at the head of a text say plainly who did what: rules err less in them."""
UNNAMED = 0.7
"""The odds of a link to a party that the sentence does not name: those of the links of judged events on average."""


def confidence(candidate: Candidate, decided: Status, seen: Seen | None) -> float:
    """The probability that type, direction and parties of the event are right."""
    weights = _weights()
    total = weights["bias"] + sum(weights.get(name, 0.0) * x for name, x in features(candidate, decided, seen).items())
    return round(min(CEILING, max(FLOOR, 1 / (1 + math.exp(-total)))), 3)


def features(candidate: Candidate, decided: Status, seen: Seen | None) -> dict[str, float]:
    """What speaks for and against a candidate, by name.

    `act`, `told`, `actor` and `recipient` are log odds that the finder gives (`Seen`).
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
        "lead": float(rule.found is None and candidate.frame.sentence < LEAD),
        "found": float(rule.found is not None),
        "unseen": float(seen is None),
        "act": _odds(seen.act) if seen else 0.0,
        "told": _odds(seen.type) if seen else 0.0,
        "actor": _link(seen.actor) if seen else 0.0,
        "recipient": _link(seen.recipient) if seen else 0.0,
        "occurred": float(decided == "occurred"),
        "possible": float(decided == "possible"),
        **{kind: float(kind == rule.type) for kind in TYPES},
    }


def _link(p: float | None) -> float:
    return UNNAMED if p is None else _odds(p)


def _odds(p: float) -> float:
    p = min(1 - LEAST, max(LEAST, p))
    return math.log(p / (1 - p))


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    kept: Mapping[str, float] = json.loads((MODEL / "confidence.json").read_text("utf8"))["weights"]
    return kept
