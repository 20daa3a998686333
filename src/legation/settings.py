"""Where things are that do not ship with the package."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def lexicon_source() -> Path:
    """The folder of the YAML sources."""
    return of_checkout("lexicon")


def of_checkout(name: str) -> Path:
    """A folder that a checkout has and an installed package lacks: beside `src/`, else below the working folder."""
    places = (Path(__file__).parents[2] / name, Path.cwd() / name)
    return next((p for p in places if p.is_dir()), places[-1])


def cache_folder() -> Path:
    """The user's folder for what can be made again; `LEGATION_CACHE` names another."""
    if named := os.environ.get("LEGATION_CACHE"):
        return Path(named)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "legation" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "legation"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "legation"
