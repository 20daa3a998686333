"""Every error of Legation, in one tree; each has a code, a message and a hint.

LegationError
├── UsageError      LG1xx  a wrong argument or setting            exit code 2
├── LexiconError    LG2xx  a rule or an actor file is wrong       exit code 2
├── InputError      LG3xx  a source can't be read                 exit code 4
├── DocumentError   LG4xx  one document can't be read or coded    an issue row; exit code 3
└── StoreError      LG5xx  a store is locked or of another version  exit code 5
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    SOME_FAILED = 3
    UNREADABLE = 4
    STORE = 5
    INTERRUPTED = 130


CODES = {
    "LG101": "unknown country or actor",
    "LG102": "a value is not of the accepted ones",
    "LG103": "a date is not of the form YYYY-MM-DD",
    "LG201": "a lexicon file has a wrong field or value",
    "LG202": "a lexicon code is not in the ontology",
    "LG203": "a lexicon id is taken, or is not there",
    "LG204": "a name stands for two actors",
    "LG205": "a lexicon example does not give what it says",
    "LG301": "the source does not exist",
    "LG302": "the source can't be read",
    "LG303": "the format of the source is not known",
    "LG401": "no publication date",
    "LG402": "an impossible publication date",
    "LG403": "no text",
    "LG404": "bytes that are no text were replaced",
    "LG405": "a line is not valid JSON or lacks a text",
    "LG406": "not in English",
    "LG407": "a sentence is too long to parse",
    "LG408": "coding failed",
    "LG409": "a document is too large",
    "LG410": "a row of statistics has not the columns of its header",
    "LG411": "a row of statistics names no country or territory that is known",
    "LG412": "a row of statistics has no number, or an impossible one",
    "LG413": "a row of statistics has a period that can't be read",
    "LG414": "a row of statistics has an unknown flow, indicator or unit",
    "LG415": "two values for one figure of one vintage",
    "LG501": "the folder is no Legation store",
    "LG502": "the store is of another version",
    "LG503": "the store is locked by another run",
}


class LegationError(Exception):
    """An error that says what is wrong (`message`), and what to do (`hint`)."""

    exit_code = Exit.USAGE

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint

    def __str__(self) -> str:
        hint = f"\nhint: {self.hint}" if self.hint else ""
        return f"error[{self.code}]: {self.message}{hint}"

    def __reduce__(self) -> tuple[type[LegationError], tuple[str, str, str | None]]:
        return type(self), (self.code, self.message, self.hint)


class UsageError(LegationError):
    """A wrong argument or setting."""


class LexiconError(LegationError):
    """A rule or an actor file that can't be used."""


class InputError(LegationError):
    """A source that can't be read at all."""

    exit_code = Exit.UNREADABLE


class DocumentError(LegationError):
    """One document that can't be read or coded; the run goes on."""

    exit_code = Exit.SOME_FAILED


class StoreError(LegationError):
    """A store that can't be used."""

    exit_code = Exit.STORE


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """ "did you mean X?" for the nearest known name, else None.

    >>> nearest("incest", ["ingest", "code"])
    'did you mean ingest?'
    """
    names = {name.lower(): name for name in known}
    found = get_close_matches(wrong.lower(), names, n=1, cutoff=0.6)
    return f"did you mean {names[found[0]]}?" if found else None
