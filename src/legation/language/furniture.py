"""Furniture: lines of a page that are no text of the report, such as bylines, links to other reports and stamps."""

from __future__ import annotations

import re

import msgspec

from legation.language.datelines import NUMBER, words
from legation.lexicon import load, per_lexicon

CLOCK = re.compile(r"\d{1,2}[:.]\d\d$|\d{1,2}(?::\d\d)?[ap]\.?m\.?$")
PIECE = re.compile(r"[^\s,;|()/–—]+")
NAME = re.compile(r"[A-Z][\w.’'-]*$")
NAMES = 10


class Entry(msgspec.Struct, frozen=True):
    """One kind of furniture, an entry of `lexicon/en/furniture.yaml`."""

    id: str
    longest: int
    starts: tuple[str, ...]
    whole: tuple[str, ...]
    words: frozenset[str] = frozenset()
    listing: bool = False  # a label and, behind it, a list


@per_lexicon
def _entries() -> tuple[Entry, ...]:
    return load("en/furniture", tuple[Entry, ...])


@per_lexicon
def _days() -> frozenset[str]:
    return words()["months"] | words()["weekdays"]


def furniture(line: str) -> str | None:
    """The id of the furniture that a line is, None for a line of the report.

    >>> furniture("Read more: Iran and Russia sign a deal"), furniture("Iran and Russia sign a deal")
    ('en.furniture.links', None)
    """
    return next((e.id for e in _entries() if len(line) <= e.longest and _is(e, line)), None)


def listed(line: str) -> int:
    """Where the list begins that stands behind the label of a piece of furniture; 0 where there is none.

    >>> listed("Tags: Iran, Russia, sanctions")
    6
    """
    label, _, rest = line.partition(":")
    listing = any(e.listing and f"{label.lower()}:" in e.starts for e in _entries())
    return len(line) - len(rest.lstrip()) if listing and rest.strip() else 0


def _is(entry: Entry, line: str) -> bool:
    low = line.lower()
    if low in entry.whole:
        return True
    if entry.id == "en.furniture.stamp":
        return _stamp(entry, low)
    if not low.startswith(entry.starts):
        return False
    return entry.id != "en.furniture.byline" or _byline(entry, line)


def _byline(entry: Entry, line: str) -> bool:
    """Names of two words or more behind "By", and words that stand with a byline; nothing else."""
    pieces = PIECE.findall(line[3:])
    names = [p for p in pieces if p.lower() not in entry.words]
    short = len(pieces) <= NAMES and line[-1] not in ".!?:"
    return short and len(names) >= 2 and all(NAME.match(p) for p in names) and NAME.match(pieces[0]) is not None


def _stamp(entry: Entry, low: str) -> bool:
    """A clock, or a day with its month, and words that stand with them; nothing else."""
    pieces = [p.rstrip(".:") if p.rstrip(".:") in entry.words | _days() else p for p in PIECE.findall(low)]
    rest = [p for p in pieces if p not in entry.words and p not in _days()]
    clock = any(CLOCK.match(p) for p in rest)
    month = any(p in _days() for p in pieces) and any(NUMBER.match(p) for p in rest)
    return (clock or month) and all(CLOCK.match(p) or NUMBER.match(p) or not p.strip("-|•·") for p in rest)
