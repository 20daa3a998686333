"""The lexicon: rules and actors, written as YAML in `lexicon/`, shipped as JSON and read once when first used.

`load(name, type)` reads one compiled table into the typed struct of the stage that uses it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from legation.errors import LexiconError

DATA = Path(__file__).parent / "data"
T = TypeVar("T")


def load(name: str, type: type[T]) -> T:
    """The compiled table `name` ("en/status", "actors", …) as `type`, read once.

    Raises `LexiconError` LG201 where the table is missing or a field is wrong.
    """
    return cast(T, _load(name, cast(Any, type)))


@lru_cache(maxsize=64)
def _load(name: str, type: Any) -> Any:
    path = DATA / f"{name}.json"
    if not path.exists():
        raise LexiconError("LG201", f"no compiled table {name!r}", "run: python -m legation.lexicon.build")
    try:
        return msgspec.json.decode(path.read_bytes(), type=type)
    except msgspec.ValidationError as error:
        raise LexiconError("LG201", f"{name}: {error}", "rebuild it: python -m legation.lexicon.build") from error
