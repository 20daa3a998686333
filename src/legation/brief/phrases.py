"""The table of phrases that every sentence of a brief is made of."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def phrases() -> dict[str, Any]:
    """The table in `templates/phrases.toml`."""
    return tomllib.loads((files("legation.brief") / "templates/phrases.toml").read_text("utf-8"))
