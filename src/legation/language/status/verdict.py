"""What the cues of a predicate come to: one status of five, and one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.status.rules import Cue
from legation.language.status.walk import Walk
from legation.records import Status

UNREAL = frozenset({"planned", "possible", "denied"})
PLAIN, DOUBLE = 2.0, 1.0  # the value of a statement without any cue, and the most that two denials leave


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether what a predicate says happened: the status, the value (−3 surely not … 3 surely) and the cues, nearest first."""

    status: Status
    value: float
    cues: tuple[Cue, ...]


def status(frames: Frames, frame: Frame) -> Factuality:
    """The status of a frame, its value, and the cues that decided."""
    return verdict(tuple(Walk(frames).cues(frame)))


def verdict(cues: Sequence[Cue]) -> Factuality:
    """An odd number of denials denies; else the least certain cue wins; else the nearest that says it occurred."""
    denied = sum(cue.rule.status == "denied" for cue in cues) % 2
    heard = [cue for cue in cues if denied or cue.rule.status != "denied"]
    return Factuality(_least(heard), _value(cues, heard), tuple(cue for cue in cues if not _plain(cue)))


def _plain(cue: Cue) -> bool:
    """The tense of a plain statement is no cue to name."""
    return cue.rule.scope == "form" and cue.rule.status not in UNREAL


def _least(cues: Sequence[Cue]) -> Status:
    given = [cue.rule.status for cue in cues]
    for name in ("denied", "possible", "planned"):
        if name in given:
            return name
    return given[0] if given else "occurred"


def _value(cues: Sequence[Cue], heard: Sequence[Cue]) -> float:
    value = min((cue.rule.value for cue in heard), default=PLAIN)
    return min(value, DOUBLE) if len(heard) < len(cues) else value
