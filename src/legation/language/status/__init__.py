"""Status: whether what a frame says occurred, goes on, is planned, is possible, or is denied.

Cues are rules in `lexicon/en/status.yaml`, each with a scope, conditions and terminators. `status(frames, frame)`
reads one predicate; `statuses(text)` every predicate of a text.
"""

from legation.language.status.rules import Cue, StatusRule
from legation.language.status.text import CueFound, PredicateStatus, statuses
from legation.language.status.verdict import Factuality, status, verdict

__all__ = ["Cue", "CueFound", "Factuality", "PredicateStatus", "StatusRule", "status", "statuses", "verdict"]
