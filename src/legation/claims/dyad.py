"""The two sides of a claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dyad:
    """The states of a claim; `view` where they were taken from what the text had named before, `many` where one phrase
    names more than two.
    """

    ids: tuple[str, ...]
    view: bool = False
    many: bool = False
