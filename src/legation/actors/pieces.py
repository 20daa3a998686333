"""Names cut into pieces: words and marks, as the gazetteer looks them up."""

from __future__ import annotations

import re
from collections.abc import Sequence

PIECE = re.compile(r"\w+|[^\w\s]")
LONGEST = 12  # Pieces of the longest name with a middle initial.


def cut(name: str) -> list[str]:
    """A name or a word as pieces, marks apart.

    >>> cut("Côte d’Ivoire"), cut("U.S.")
    (['Côte', 'd', "'", 'Ivoire'], ['U', '.', 'S', '.'])
    """
    plain = name.replace(" ", "").isalnum()  # most are; asking costs less than cutting
    return name.split() if plain else PIECE.findall(name.replace("’", "'"))


def cased(piece: str, upper: bool) -> str:
    """MOSCOW as Moscow, where capitals are to be read as names.

    >>> cased("MOSCOW", True), cased("MOSCOW", False), cased("UAE", True)
    ('Moscow', 'MOSCOW', 'UAE')
    """
    return piece.capitalize() if upper and len(piece) > 3 and piece.isupper() else piece


def middle_initial(pieces: Sequence[tuple[str, int]], at: int) -> int:
    """How many pieces after one are a middle initial: of "Antony J. Blinken" two, where the mark is a piece.

    >>> middle_initial([("Antony", 0), ("J", 1), (".", 1), ("Blinken", 2)], 0)
    2
    """
    after = [p for p, _ in pieces[at + 1 : at + 3]]
    if len(after) < 2 or not (len(after[0]) == 1 and after[0].isupper() and pieces[at][0][0].isupper()):
        return 0
    return 2 if after[1] == "." else 1
