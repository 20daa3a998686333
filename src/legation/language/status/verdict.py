"""What the cues of a predicate come to: one status of five, and one value."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.status.rules import Cue
from legation.language.status.walk import Walk
from legation.records import Status

UNREAL: tuple[Status, ...] = ("denied", "possible", "planned")
EMBEDDING = frozenset({"mark", "open", "clause", "infinitive", "noun-clause", "form"})
PLAIN, DOUBLE = 2.0, 1.0  # the value of a statement without any cue, and the most that two denials leave


class Factuality(msgspec.Struct, frozen=True):
    """Whether what a predicate says happened.

    `status` is one of five; `value` runs from -3 (surely not) over 0 (open) to 3 (surely); `cues` are the rules that
    said so with their words, nearest first, without the tense of a plain statement.
    """

    status: Status
    value: float
    cues: tuple[Cue, ...]


def status(frames: Frames, frame: Frame) -> Factuality:
    """The status of a frame, its value, and the cues that decided."""
    return verdict(tuple(Walk(frames).cues(frame)))


def verdict(cues: Sequence[Cue]) -> Factuality:
    """An odd number of denials denies; else the least certain cue wins; else the nearest one.

    A denial that is itself supposed or wished ("if it does not sign", "wants to avoid war") is no more than possible.
    """
    odd = sum(cue.rule.status == "denied" for cue in cues) % 2
    heard = [cue for cue in cues if odd or cue.rule.status != "denied"]
    value = min((cue.rule.value for cue in heard), default=PLAIN)
    if len(heard) < len(cues):
        value = min(value, DOUBLE)
    given = [cue.rule.status for cue in heard if not _supposed(cue, cues)]
    return Factuality(_least(given), value, tuple(cue for cue in cues if not _plain(cue)))


def _supposed(denial: Cue, cues: Sequence[Cue]) -> bool:
    """Whether a possibility stands further out than the denial, in a clause or mood above it."""
    further = cues[cues.index(denial) + 1 :]
    return denial.rule.status == "denied" and any(
        cue.rule.status == "possible" and cue.rule.scope in EMBEDDING for cue in further
    )


def _least(given: Sequence[Status]) -> Status:
    return next((name for name in UNREAL if name in given), given[0] if given else "occurred")


def _plain(cue: Cue) -> bool:
    """The tense of a plain statement is no cue to name, unless its words say more ("headlined")."""
    return cue.rule.scope in ("form", "default") and cue.rule.status not in UNREAL and not cue.rule.weight
