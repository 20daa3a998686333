"""A row as it is found in a store: with the document it stands in and its place in a pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from legation.records import Row
from legation.store.tables import Relation
from legation.store.tabulate import restore

T = TypeVar("T", bound=Row)


class Found(Row, Generic[T], frozen=True, kw_only=True):
    """A row of a pair with the document it stands in.

    `direction` is that of the pair (column `way`): `forth`, `back`, `mutual`, `beside`; `source` acts or speaks
    toward `target`, both None where it goes neither way. `since` and `until` are the days it is placed at.
    """

    document: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    duplicate_of: str | None = None
    direction: str | None = None
    source: str | None = None
    target: str | None = None
    since: str | None = None
    until: str | None = None
    row: T


ABOUT = frozenset(Found.__struct_fields__) - {"row", "direction"}


def found(relation: Relation, kind: type[T]) -> tuple[Found[T], ...]:
    """The rows of a listing as typed rows with their documents."""
    return typed(relation.columns, relation.fetchall(), kind)


def typed(names: Sequence[str], rows: Iterable[Sequence[Any]], kind: type[T]) -> tuple[Found[T], ...]:
    """The same from the names of the columns and their values."""
    about = [(at, name) for at, name in enumerate(names) if name in ABOUT]
    way = names.index("way") if "way" in names else None
    return tuple(
        Found(
            **{name: values[at] for at, name in about},
            direction=None if way is None else values[way],
            row=restore(names, values, kind),
        )
        for values in rows
    )
