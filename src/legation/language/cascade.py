"""The cascade: what the encoder reads. A sentence that names nobody, refers to nobody and reports nothing holds no
event, statement or claim; it is counted and not parsed. A document can be left out for the few parties it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from legation.language.gazetteer import owners
from legation.lexicon import load, per_lexicon
from legation.lexicon.entities import actor_table

WORD = re.compile(r"'s\b|\w[\w.-]*(?:'(?!s\b)\w+)*")


class _Table(msgspec.Struct, frozen=True):
    words: frozenset[str]
    marks: frozenset[str]


class _Entry(msgspec.Struct, frozen=True):
    words: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class _Roles(msgspec.Struct, frozen=True):
    bodies: tuple[_Entry, ...]
    persons: tuple[_Entry, ...]
    unnamed: tuple[str, ...]


class _Measure(msgspec.Struct, frozen=True):
    words: tuple[str, ...]


class _Function(msgspec.Struct, frozen=True):
    words: frozenset[str]


@per_lexicon
def _speaking() -> frozenset[str]:
    """Lower-case words of which one is enough: of references, roles, bodies, measures, and the marks of quotations."""
    table, roles = load("en/cascade", _Table), load("en/roles", _Roles)
    phrases = [*roles.unnamed, *(p for entry in (*roles.bodies, *roles.persons) for p in entry.words)]
    phrases += [p for entry in load("en/reference", tuple[_Entry, ...]) for p in (*entry.words, *entry.nouns)]
    phrases += [p for entry in load("en/measures", tuple[_Measure, ...]) for p in entry.words]
    lasts = {phrase.split()[-1].lower() for phrase in phrases if phrase}
    return table.words | table.marks | (lasts - load("en/function", _Function).words)


@per_lexicon
def _openings() -> frozenset[str]:
    """The first words of listed names, for a name may open a sentence; "The" says nothing."""
    firsts = {name.name.replace("’", "'").split()[0] for name in actor_table().names}
    return frozenset(word for word in firsts if word.lower() not in load("en/function", _Function).words)


def worth_parsing(words: Sequence[str]) -> bool:
    """Whether a tokenised sentence may hold a row.

    >>> worth_parsing("Officials gave no details .".split()), worth_parsing("Leaves fell without pause .".split())
    (True, False)
    """
    speaking = _speaking()
    if any(word[:1].isupper() for word in words[1:]):
        return True
    return bool(words) and (words[0] in _openings() or any(word.lower() in speaking for word in words))


def parties(text: str) -> frozenset[str]:
    """The states and organisations that a text names for certain, by their ids; no model runs.

    >>> sorted(parties("Zarif's Iranian delegation left Vienna for the U.S., NATO said."))
    ['AUT', 'IGO.NATO', 'IRN', 'USA']
    """
    words = [w if w.count(".") > 1 else w.rstrip(".-") for w in WORD.findall(text.replace("’", "'"))]
    return frozenset(owner for name in owners().find(words) for owner in name.values)
