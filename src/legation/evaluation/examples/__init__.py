"""The examples and counter-examples of the lexicon's entries, run: what each gives, and whether it is what it says.

>>> from legation.evaluation.examples import cases, run
>>> case = next(cases(["en.consult.visit"]))
>>> run(case).holds, run(case).gives[0].split()[-1]
(True, '[en.consult.visit]')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from legation.evaluation.examples import acts, phrases, sayings
from legation.evaluation.examples.case import Case, Outcome
from legation.lexicon.catalogue import catalogue, told_examples

__all__ = ["RUNNERS", "Case", "Outcome", "cases", "run"]

RUNNERS: dict[str, Callable[[Case], Outcome]] = {
    "events": acts.event,
    "codes": acts.coded,
    "contexts": acts.about,
    "issues": phrases.about,
    "casualties": acts.tolled,
    "treaties": acts.bound,
    "discards": acts.discarded,
    "claims": acts.claim,
    "reporting": sayings.reported,
    "status": phrases.status_of,
    "time": phrases.dated,
    "reference": phrases.referred,
}
"""Table → what runs an example of its entries; the other tables' examples are not texts that are coded."""


def cases(ids: Iterable[str]) -> Iterator[Case]:
    """The examples, then the counter-examples, of the entries with these ids that can be run."""
    for id in ids:
        entry = catalogue()[id]
        told = told_examples().get(id, {})
        if entry.table in RUNNERS:
            yield from (Case(entry.fields, entry.table, example, True) for example in told.get("examples", ()))
            yield from (Case(entry.fields, entry.table, example, False) for example in told.get("not", ()))


def run(case: Case) -> Outcome:
    """Codes the text of an example with the lexicon in use."""
    return RUNNERS[case.table](case)
