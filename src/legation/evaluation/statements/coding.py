"""The statements of one text, for the measures."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legation.actors import Actors
from legation.language import Frames, Parse, parse
from legation.records import Document, Statement
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
