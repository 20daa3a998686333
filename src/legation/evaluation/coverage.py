"""Which CAMEO codes the lexicon in use can give an event, by which entries, and why not the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from legation.events.codes import refinements
from legation.events.rules import rules
from legation.ontology import CAMEO, CONTEXTS, OUT_OF_REACH, STATUSES, code_about, code_meant, code_of


@dataclass(frozen=True, slots=True)
class Reach:
    """A code and what gives it: ids of event rules and of `codes` entries, "context …", "status …"; else the reason.

    >>> held = {each.code: each for each in coverage()}
    >>> held["042"].by[0], held["084"].by
    ('en.consult.arrival-noun', ())
    """

    code: str
    by: tuple[str, ...]
    reason: str | None = None

    @property
    def name(self) -> str:
        """What the code is called."""
        return CAMEO[self.code].name

    @property
    def root(self) -> str:
        """Its first two digits."""
        return CAMEO[self.code].root


def coverage() -> Iterator[Reach]:
    """Every code below a root but those of statements (01), in order."""
    ways: dict[str, dict[str, None]] = {}
    for code, way in _ways():
        ways.setdefault(code, {})[way] = None
    for code in sorted(c for c in CAMEO if len(c) > 2 and not c.startswith("01")):
        by = tuple(ways.get(code, ()))
        yield Reach(code, by, None if by else OUT_OF_REACH.get(code, "nothing gives it"))


def by_root(found: Iterable[Reach]) -> Iterator[dict[str, Any]]:
    """Each root with the number of its codes, of those reached, and those that are not."""
    for root, codes in groupby(found, key=lambda each: each.root):
        held = list(codes)
        missing = [each.code for each in held if not each.by]
        yield {
            "root": root,
            "name": CAMEO[root].name,
            "codes": len(held),
            "reached": len(held) - len(missing),
            "missing": ", ".join(missing),
        }


def _ways() -> Iterator[tuple[str, str]]:
    """Each code with each way to it: rules first, then what refines their codes, then status."""
    own = {rule.id: rule for found in rules().values() for rule in found}
    coded = [(rule.cameo or code_of(rule.type, rule.mode), rule) for _, rule in sorted(own.items())]
    told = [(code, rule.id) for code, rule in coded]
    told += _refined({(code, rule.type) for code, rule in coded})
    yield from told
    for status in STATUSES:
        yield from ((meant, f"status {status}") for code, _ in told if (meant := code_meant(code, status)) != code)


def _refined(bases: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What entries and contexts make of codes that rules give, each in its type."""
    for base, type_ in sorted(bases):
        for entry in refinements().get(base[:2], ()):
            if (code := entry.of(base)) and CAMEO[code].type == type_:
                yield code, entry.id
        yield from ((code, f"context {c}") for c in CONTEXTS if (code := code_about(base, (c,))) != base)
