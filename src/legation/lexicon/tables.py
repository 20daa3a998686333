"""The tables of a lexicon, and which lexicon is in use: the shipped one, or one under a user's overlay.

Every stage asks `load` for its tables and keeps what it derives from them by `per_lexicon`; both answer for the lexicon
in use. `Lexicon.used()` puts one in use for a block of code, as `decimal.localcontext` does for a precision: coders
with different lexicons do not see each other's tables, in one thread or in several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, Self, TypeVar, get_args

import msgspec

from legation.errors import LexiconError

DATA = Path(__file__).parent / "data"
OVERLAY = "overlay"
"""Stands before the places of a user's entries: "overlay/en/events/mine.yaml:3"."""
REBUILD = "rebuild it: python -m legation.lexicon.build"
P = ParamSpec("P")
T = TypeVar("T")


class Lexicon:
    """Compiled tables by name; `changed` are the ones (JSON) that an overlay puts in the place of the shipped ones.

    `digest` names the overlay's content and what it lies over; None for the shipped lexicon. Picklable.
    """

    def __init__(self, digest: str | None = None, changed: Mapping[str, bytes] | None = None) -> None:
        self.digest = digest
        self._changed = dict(changed or {})
        self.memory: dict[Any, Any] = {}

    def __reduce__(self) -> tuple[Callable[..., Lexicon], tuple[object, ...]]:
        return _restored, (self.digest, self._changed)

    def __repr__(self) -> str:
        return f"Lexicon({self.digest or 'shipped'})"

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the tables that an overlay changes."""
        return tuple(self._changed)

    def names(self) -> tuple[str, ...]:
        """The names of all tables ("actors", "en/events", …), in order."""
        shipped = (p.relative_to(DATA).with_suffix("").as_posix() for p in DATA.rglob("*.json"))
        return tuple(sorted({*shipped, *self._changed}))

    def raw(self, name: str) -> bytes:
        """A table as JSON; raises `LexiconError` LG201 where there is none."""
        if name in self._changed:
            return self._changed[name]
        path = DATA / f"{name}.json"
        if not path.exists():
            raise LexiconError("LG201", f"no compiled table {name!r}", REBUILD)
        return path.read_bytes()

    def load(self, name: str, type: type[T]) -> T:
        """A table as `type`, decoded once; raises `LexiconError` LG201 where a field is wrong."""
        memory: dict[Any, T] = self.memory
        key = (name, type)
        if key not in memory:
            memory[key] = self._decoded(name, type)
        return memory[key]

    def _decoded(self, name: str, type: type[T]) -> T:
        data = self.raw(name)
        try:
            return msgspec.json.decode(data, type=type)
        except msgspec.ValidationError as error:
            hint = None if name in self._changed else REBUILD
            raise LexiconError("LG201", _wrong(name, data, type, str(error)), hint) from error

    @contextmanager
    def used(self) -> Iterator[Self]:
        """Puts this lexicon in use for a block of code."""
        token = _IN_USE.set(self)
        try:
            yield self
        finally:
            _IN_USE.reset(token)


SHIPPED = Lexicon()
_IN_USE: ContextVar[Lexicon] = ContextVar("lexicon", default=SHIPPED)


def _restored(digest: str | None, changed: Mapping[str, bytes]) -> Lexicon:
    """The lexicon in the process that unpickles it."""
    return SHIPPED if digest is None else Lexicon(digest, changed)


def in_use() -> Lexicon:
    """The lexicon that `load` reads from."""
    return _IN_USE.get()


def load(name: str, type: type[T]) -> T:
    """The table `name` ("en/status", "actors", …) of the lexicon in use as `type`, decoded once.

    Raises `LexiconError` LG201 where the table is missing or a field is wrong.
    """
    return _IN_USE.get().load(name, type)


def per_lexicon(make: Callable[P, T]) -> Callable[P, T]:
    """What a function derives from the tables, made once for each lexicon and its (hashable) arguments."""

    @wraps(make)
    def made(*args: P.args, **named: P.kwargs) -> T:
        memory: dict[Any, T] = _IN_USE.get().memory
        key: Any = (make, args, *named.items()) if named else (make, args) if args else make
        try:
            return memory[key]
        except KeyError:
            return memory.setdefault(key, make(*args, **named))

    return made


def _wrong(name: str, data: bytes, type: Any, message: str) -> str:
    """What is wrong in a table: of a list, the place of the entry."""
    rows = msgspec.json.decode(data)
    for row in rows if isinstance(rows, list) else ():
        try:
            msgspec.convert(row, get_args(type)[0])
        except msgspec.ValidationError as error:
            return f"{row['at'] if isinstance(row, dict) and 'at' in row else name}: {error}"
    return f"{name}: {message}"
