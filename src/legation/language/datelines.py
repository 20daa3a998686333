"""Datelines: the place, day and agency that open a report, "MOSCOW, Dec 20 (Reuters) –"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from legation.language.endings import Entry
from legation.lexicon import load, per_lexicon
from legation.records import Span

LONGEST = 160
PLACE_WORDS = 6
LEAST = 4  # letters of a place in capitals without an agency: "UN –" is none
TOKEN = re.compile(r"\([^()\n]{2,60}\)|\[[^\[\]\n]{2,60}\]|--+|[-–—:](?=\s)|[,/;|&]|[^\s,/;|&()\[\]]*[^\s,/;|&()\[\]:]")
DASH = re.compile(r"--+|[-–—]")
NUMBER = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?|\d{4}|['’]\d\d)\.?$")


@per_lexicon
def words() -> dict[str, frozenset[str]]:
    """The lists of `datelines.yaml` by the last part of their id."""
    return {e.id.rsplit(".", 1)[-1]: frozenset(e.words) for e in load("en/datelines", tuple[Entry, ...])}


@dataclass(slots=True)
class _Opening:
    """What was read of a dateline so far."""

    places: list[str] = field(default_factory=list)
    agency: bool = False
    dated: bool = False
    mark: str = ""
    end: int = 0
    first: int = -1


def dateline(text: str, first: bool = True) -> Span | None:
    """The dateline that opens a sentence, with its dash; a colon ends one only in the `first` of a text.

    >>> dateline("MOSCOW, Dec 20 (Reuters) – Talks went on.")
    (0, 26)
    """
    head = text[:LONGEST]
    read = _read(head)
    if read is None or not _stands(read, head, first):
        return None
    end = read.end
    while (
        (note := TOKEN.match(head, end + _space(head, end)))
        and note[0][0] == "["
        and note[0][1:-1].isupper()
        and " " not in note[0]
    ):
        end = note.end()
    return read.first, end


def _read(head: str) -> _Opening | None:
    """The parts up to the dash, the colon or an agency before a capital; None at a word that fits nowhere."""
    read = _Opening()
    for match in TOKEN.finditer(head):
        token = match[0]
        read.first = match.start() if read.first < 0 else read.first
        if head[read.end : match.start()].strip():
            return read if read.agency else None
        if DASH.fullmatch(token) or token == ":":
            read.mark, read.end = token, match.end()
            return read if head[match.end() :].strip() else None
        if not _takes(read, token):
            return read if read.agency and head[read.end - 1] == ")" else None
        read.end = match.end()
    return None


def _takes(read: _Opening, token: str) -> bool:
    """Whether a dateline may go on with this part; it is noted."""
    low, lists = token.lower().rstrip("."), words()
    if token[0] in "([":
        names = re.split(r"[/,]", low.strip("()[]"))
        read.agency |= token[0] == "(" and any(name.strip() in lists["agencies"] for name in names)
        return not read.agency or token[0] == "("
    if token in ",/;|&":
        return bool(read.places)
    if low in lists["months"] or low in lists["weekdays"] or NUMBER.match(token):
        read.dated |= low in lists["months"]
        return bool(read.places)
    if read.agency or len(read.places) >= PLACE_WORDS or not (token[0].isupper() or low in lists["inside"]):
        return False
    read.places.append(token)
    return low not in lists["never"]


def _stands(read: _Opening, head: str, first: bool) -> bool:
    """Whether what was read is a dateline: by its agency, its day, or a place in capitals before common text."""
    if not read.places:
        return read.agency and read.mark != ":"
    if read.agency:
        return bool(read.mark) or head[read.end : read.end + 2].strip()[:1].isupper()
    if not read.mark:
        return False
    following = head[read.end :].split()[:4]
    mixed = any(len(w) > 1 and not w.isupper() and w[0].isalpha() for w in following)
    starts = following[0].lstrip("\"“‘'([")[:1]
    if read.dated:
        return read.mark != ":" and not starts.islower()
    place = head[read.first : read.end].split(",")[0].rstrip(" -–—:")
    known = place.isupper() and sum(c.isalpha() for c in place) >= LEAST and not any(c.isdigit() for c in place)
    return known and mixed and not starts.islower() and (read.mark != ":" or first)


def _space(text: str, at: int) -> int:
    return len(text) - at - len(text[at:].lstrip())
