"""A country or an organisation as a user writes it → its code."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from legation.errors import UsageError

CLOSE = 0.75
HINT = "give a name or an ISO 3166-1 code, such as RUS"


def resolve(written: str, names: Mapping[str, str]) -> str:
    """The code for a name, a code, or either in another case or without its accents.

    `names` holds name → code; a name that differs from one of them is never taken for it, only suggested.
    Raises `UsageError` LG101 with the nearest name.

    >>> resolve("cote d'ivoire", {"Côte d'Ivoire": "CIV", "Chad": "TCD"})
    'CIV'
    >>> resolve("tcd", {"Chad": "TCD"})
    'TCD'
    """
    known = folded(names)
    wanted = fold(written)
    if wanted in known:
        return known[wanted]
    raise UsageError("LG101", f"no country or organisation {written.strip()!r}", hint(wanted, names) or HINT)


def hint(wanted: str, names: Mapping[str, str]) -> str | None:
    """ "Did you mean …?" for the nearest name, None where none is near."""
    shown = {fold(name): f"{name} ({code})" for name, code in names.items()}
    near = get_close_matches(wanted, shown, n=1, cutoff=CLOSE)
    return f"did you mean {shown[near[0]]}?" if near else None


def folded(names: Mapping[str, str]) -> dict[str, str]:
    """Folded names and codes → code; a code is never hidden by a name."""
    return {fold(name): code for name, code in names.items()} | {fold(code): code for code in names.values()}


def fold(name: str) -> str:
    """A name in lower case without accents, its punctuation as single spaces.

    >>> fold("  Bosnia-Herzegovina "), fold("São Tomé")
    ('bosnia herzegovina', 'sao tome')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = (sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(kept).split())
