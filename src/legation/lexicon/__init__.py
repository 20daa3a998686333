"""The lexicon: rules and actors, written as YAML in `lexicon/`, shipped as JSON and read once when first used.

`load(name, type)` reads one compiled table into the typed struct of the stage that uses it. A user's folder shaped like
`lexicon/` lies over the shipped one where it is `chosen` (docs/extending.md).
"""

from __future__ import annotations

import os

from legation.lexicon.tables import DATA, OVERLAY, SHIPPED, Lexicon, in_use, load, per_lexicon

__all__ = ["DATA", "OVERLAY", "SHIPPED", "Lexicon", "chosen", "from_overlay", "in_use", "load", "per_lexicon"]


def chosen(lexicon: Lexicon | str | os.PathLike[str] | None = None) -> Lexicon:
    """The lexicon itself, the shipped one under the overlay in a folder, or the one in use.

    Raises `LexiconError` LG201–LG204, with file and line, where there is no such folder or something in it is wrong.
    """
    if lexicon is None:
        return in_use()
    if isinstance(lexicon, Lexicon):
        return lexicon
    from legation.lexicon.opening import opened  # reads YAML, which coding with the shipped lexicon needs not

    return opened(lexicon)


def from_overlay(at: str) -> bool:
    """Whether the entry at a place ("overlay/en/events/mine.yaml:3") is the user's, not ours."""
    return at.startswith(f"{OVERLAY}/")
