"""The statements of one text, for the measures."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from legation.actors import Actors
from legation.language import Frames, Parse, parse
from legation.records import ActorRef, Document, Span, Statement
from legation.statements import code


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def read(id: str, text: str, published: str | None) -> Parse:
    """The parse of a text."""
    return parse(Document(id=id, text=text, published=published))


def statements(parsed: Parse) -> tuple[Statement, ...]:
    """The statements of a parse."""
    return code(Frames(parsed), Actors(parsed)).statements


def characters(spans: Iterable[Span]) -> set[int]:
    """The offsets within some spans.

    >>> sorted(characters([(1, 3), (5, 6)]))
    [1, 2, 5]
    """
    return {i for start, end in spans for i in range(start, end)}


def bears(ref: ActorRef, name: str) -> bool:
    """Whether a mention bears a name, an article before it aside."""
    told = " ".join(str(v) for v in (ref.actor, ref.name, ref.role, ref.text) if v)
    return name.removeprefix("The ").lower() in told.lower()


def overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether two lots of spans share text."""
    return not characters(some).isdisjoint(characters(others))
