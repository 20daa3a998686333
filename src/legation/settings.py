"""Where things are that do not ship with the package."""

from __future__ import annotations

from pathlib import Path


def lexicon_source() -> Path:
    """The folder of the YAML sources: beside `src/` in a checkout, else below the working folder."""
    places = (Path(__file__).parents[2] / "lexicon", Path.cwd() / "lexicon")
    return next((p for p in places if p.is_dir()), places[-1])
