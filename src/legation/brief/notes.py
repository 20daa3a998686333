"""Numbered notes: every sentence of a brief points at the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from legation.brief.dossier import Found
from legation.records import Claim, Document, Event, Statement

AnyFound = Found[Event] | Found[Statement] | Found[Claim]


@dataclass(frozen=True, slots=True)
class Note:
    """A quoted sentence and where it stands; `rows` are the ids of the rows that rest on it."""

    number: int
    quote: str
    document: Document
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the brief with the numbers of its notes; `label` is said before it (a status, a verdict).

    `year` is that of the day it is placed at; `quote` the sentence it puts into the words of the coding; `""` for none.
    """

    text: str
    notes: tuple[int, ...]
    label: str | None = None
    year: str = ""
    quote: str = ""


@dataclass(slots=True)
class Notebook:
    """Hands out note numbers in the order of use; rows on one sentence share a note.

    `quotes` are the sentences by document and number; where one is missing, the words of the row are quoted.
    """

    quotes: Mapping[tuple[str, int], str] = field(default_factory=dict)
    _notes: dict[tuple[str, int], Note] = field(default_factory=dict)

    def cite(self, found: AnyFound) -> int:
        """The number of the note for a row's sentence."""
        key = (found.document.id, found.row.sentence)
        known = self._notes.get(key)
        number = known.number if known else len(self._notes) + 1
        rows = (*(known.rows if known else ()), found.row.id)
        self._notes[key] = Note(
            number, self.quotes.get(key, found.row.text), found.document, tuple(dict.fromkeys(rows))
        )
        return number

    def quote(self, found: AnyFound) -> str:
        """The sentence a row stands in."""
        return self.quotes.get((found.document.id, found.row.sentence), found.row.text)

    def notes(self) -> tuple[Note, ...]:
        """All notes, by number."""
        return tuple(self._notes.values())
