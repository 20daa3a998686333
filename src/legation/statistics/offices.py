"""Whose record a figure is of: statistical offices by name (`lexicon/en/statistics.yaml`), else the country named."""

from __future__ import annotations

import re

import msgspec

from legation.lexicon import load, per_lexicon
from legation.lexicon.entities import actor_table


class Office(msgspec.Struct, frozen=True):
    """An entry of `lexicon/en/statistics.yaml`."""

    id: str
    reporter: str
    words: tuple[str, ...]
    at: str


@per_lexicon
def _offices() -> tuple[tuple[re.Pattern[str], str], ...]:
    named = sorted(
        ((word, office.reporter) for office in load("en/statistics", tuple[Office, ...]) for word in office.words),
        key=lambda each: -len(each[0]),
    )
    return tuple((re.compile(rf"(?<!\w){re.escape(word)}(?!\w)"), reporter) for word, reporter in named)


@per_lexicon
def _nations() -> dict[str, str]:
    table = actor_table()
    countries = {code for code, entity in table.entities.items() if entity.kind == "country"}
    return {
        each.name: each.entity
        for each in table.names
        if each.entity in countries and each.kind in ("name", "demonym") and not each.weak and " " not in each.name
    }


def reporter_of(written: str) -> str | None:
    """The state or organisation whose record is named; None where none is, or several are.

    >>> reporter_of("EEC (Russian customs)"), reporter_of("IRICA"), reporter_of("unstated"), reporter_of("Iran, Russia")
    ('RUS', 'IRN', None, None)
    """
    if office := office_of(written):
        return office
    words = re.findall(r"\w[\w'’-]*", written)
    nations = {_nations()[word] for word in words if word in _nations()}
    return nations.pop() if len(nations) == 1 else None


def office_of(written: str) -> str | None:
    """Whose statistical office or customs service is named, if one is.

    >>> office_of("the Federal Customs Service said"), office_of("Russia said")
    ('RUS', None)
    """
    offices = {reporter for pattern, reporter in _offices() if pattern.search(written)}
    return offices.pop() if len(offices) == 1 else None
