"""The learned register: persons and bodies that texts introduced, with role, country, days and evidence.

A file of JSON Lines, one fact a row, that can be read, edited and merged. A fact says that texts called somebody by a
role between two days; it is no claim that the office was held before, after or throughout.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from legation.errors import InputError
from legation.records import Row, Span

KEPT = 50
"""How many of the earliest sightings of a fact, and as many of the latest, keep their evidence."""

ENOUGH = 2
"""In how many documents a fact must be seen before it is used, unless one is `strong`."""

Key = tuple[str, str]


class Sighting(Row, frozen=True, kw_only=True, order=True):
    """Where a text said it: its day, its document, and the words in it."""

    date: str
    document: str
    span: Span


class Fact(Row, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody seen in a role: `first` and `last` are the days of the first and last document that said so.

    `documents` is the least number of documents that said so. `strong`: one gave the full name beside a high office.
    `forms` are the short names seen. `judged` is a person's decision, and stands above all.
    """

    actor: str
    name: str
    kind: Literal["person", "body"] = "person"
    role: str | None = None
    owner: str
    country: str | None = None
    sector: str | None = None
    first: str
    last: str
    documents: int = 1
    strong: bool = False
    judged: Literal["confirmed", "rejected"] | None = None
    forms: tuple[str, ...] = ()
    evidence: tuple[Sighting, ...] = ()

    @property
    def key(self) -> Key:
        """What makes it one fact: who, in which role."""
        return self.actor, self.role or ""

    @property
    def used(self) -> bool:
        """Whether a coder relies on it."""
        return self.judged == "confirmed" or (self.judged is None and (self.strong or self.documents >= ENOUGH))

    def merged(self, other: Fact) -> Fact:
        """The same fact with the evidence of both; a judgement of the other goes before an own one.

        >>> a = Fact(actor="NOR.anna-berg", name="Anna Berg", owner="NOR", first="2026-05-05", last="2026-05-05",
        ...     evidence=(Sighting(date="2026-05-05", document="a", span=(0, 9)),))
        >>> a.merged(a) == a
        True
        """
        seen = {s.document: s for s in sorted((*self.evidence, *other.evidence), reverse=True)}
        evidence = sorted(seen.values())
        return msgspec.structs.replace(
            self,
            country=self.country or other.country,
            sector=self.sector or other.sector,
            first=min(self.first, other.first),
            last=max(self.last, other.last),
            documents=max(self.documents, other.documents, len(evidence)),
            strong=self.strong or other.strong,
            judged=other.judged or self.judged,
            forms=tuple(sorted({*self.forms, *other.forms})),
            evidence=tuple(evidence if len(evidence) <= 2 * KEPT else (*evidence[:KEPT], *evidence[-KEPT:])),
        )


class Register:
    """Facts by who and role. Never changed once made; picklable; equal where the content is."""

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        found: dict[Key, Fact] = {}
        for fact in facts:
            found[fact.key] = found[fact.key].merged(fact) if fact.key in found else fact
        self._facts: Mapping[Key, Fact] = dict(sorted(found.items()))
        self.digest = hashlib.sha256(self.encoded()).hexdigest()[:16] if found else None

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts.values())

    def __len__(self) -> int:
        return len(self._facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Register) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def merged(self, *others: Register) -> Register:
        """One register with the facts of all."""
        return Register(fact for register in (self, *others) for fact in register)

    def encoded(self) -> bytes:
        """As JSON Lines, in the order of ids and roles."""
        return b"".join(msgspec.json.encode(fact) + b"\n" for fact in self)


def read_register(path: Path, *, missing: bool = False) -> Register:
    """The register of a file; with `missing` an empty one where there is no file.

    Raises `InputError` LG301 where there is none, LG302 where a line is no fact.
    """
    if missing and not path.exists():
        return Register()
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError as error:
        raise InputError("LG301", f"no register {path}", "legation actors learn makes one") from error
    except OSError as error:
        raise InputError("LG302", f"{path}: {error.strerror}") from error
    return Register(_fact(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _fact(path: Path, number: int, line: bytes) -> Fact:
    try:
        return msgspec.json.decode(line, type=Fact)
    except msgspec.DecodeError as error:
        raise InputError("LG302", f"{path}:{number}: {error}", "one fact a line, as docs/actors.md shows") from error


def write_register(register: Register, path: Path) -> None:
    """Writes the file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(register.encoded())
    draft.replace(path)
