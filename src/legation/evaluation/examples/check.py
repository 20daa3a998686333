"""A lexicon checked: what is wrong in its files, and which examples do not give what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from legation.errors import LexiconError
from legation.evaluation.examples import Case, cases, run
from legation.lexicon import OVERLAY, SHIPPED, chosen, from_overlay
from legation.lexicon.catalogue import catalogue
from legation.lexicon.faults import faults
from legation.lexicon.findings import Finding
from legation.lexicon.opening import whole
from legation.lexicon.overlay import compiled


def checked(folder: Path | None = None, *, every: bool = False) -> Iterator[Finding]:
    """The findings of the overlay in `folder`, or without one of the shipped lexicon.

    The examples of the overlay's own entries are run where its files have no fault; with `every` also those of ours.
    Raises `LexiconError` LG201 where there is no such folder.
    """
    overlay = folder is not None and folder.is_dir() and not whole(folder)
    if folder and overlay and (found := compiled(folder).findings):
        yield from found
        return
    with (chosen(folder) if folder else SHIPPED).used() as lexicon:
        if not overlay:
            yield from faults(lexicon)
        ids = [id for id, entry in catalogue().items() if every or not overlay or from_overlay(entry.at)]
        for finding in wrong(case for case in cases(ids)):
            yield msgspec.structs.replace(finding, at=_place(finding.at, folder))


def wrong(found: Iterable[Case]) -> Iterator[Finding]:
    """The examples that do not hold; where a table can't be read at all, that."""
    for case in found:
        try:
            outcome = run(case)
        except LexiconError as error:
            at, _, message = error.message.rpartition(": ")
            yield Finding(error.code, at or case.entry["at"], message, error.hint)
            return
        if not outcome.holds:
            kind = "example" if case.wanted else "counter-example"
            message = f"{kind} of {case.rule} does not hold: {case.text!r} gives {outcome}"
            yield Finding("LG205", case.entry["at"], message, f"legation why {case.text!r} --date {case.day}")


def _place(at: str, folder: Path | None) -> str:
    """A place of the lexicon as the user knows it."""
    if from_overlay(at) and folder:
        return f"{folder.as_posix()}/{at.removeprefix(f'{OVERLAY}/')}"
    return f"lexicon/{at}"
