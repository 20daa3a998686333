"""Every address of the site is made here, and every name in an address is read here."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from urllib.parse import quote

from legation.brief.names import country_name, party_names


def pair_url(a: str, b: str, part: str = "", query: str = "") -> str:
    """The address of a pair's page, or of a part of it.

    >>> pair_url("RUS", "IRN", "brief")
    '/pair/IRN-RUS/brief'
    """
    first, second = sorted((a, b))
    return f"/pair/{first}-{second}{f'/{part}' if part else ''}{query}"


def document_url(document: str, row: str | None = None) -> str:
    """The address of a document, at one of its rows.

    >>> document_url("a/b?", "e12")
    '/doc/a%2Fb%3F?row=e12#e12'
    """
    return f"/doc/{quote(document, safe='')}" + (f"?row={row}#{row}" if row else "")


def slug(name: str) -> str:
    """A name as it stands in an address: `south-korea`."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def read_pair(key: str, codes: Iterable[str]) -> tuple[str, str] | None:
    """The two ids of `RUS-IRN`, `rus-irn` or `iran-russia`, in alphabetical order; None where one isn't known.

    >>> read_pair("rus-irn", ["IRN", "RUS"])
    ('IRN', 'RUS')
    """
    known = _known(codes)
    parts = key.casefold().split("-")
    for cut in range(1, len(parts)):
        one, other = known.get("-".join(parts[:cut])), known.get("-".join(parts[cut:]))
        if one and other and one != other:
            first, second = sorted((one, other))
            return first, second
    return None


def near(key: str, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs whose key or names look like what was asked for, best first."""
    names = {f"{a}-{b}".casefold(): (a, b) for a, b in pairs}
    names |= {slug(f"{country_name(a)} {country_name(b)}"): (a, b) for a, b in list(names.values())}
    found = get_close_matches(key.casefold(), names, n=6, cutoff=0.4)
    return list(dict.fromkeys(names[name] for name in found))[:3]


def _known(codes: Iterable[str]) -> dict[str, str]:
    named = party_names()
    words = {slug(name): code for code, name in named.items()}
    return words | {code.casefold(): code for code in (*named, *codes)}
