"""Every address of the site is made here, and every name in an address is read here."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from urllib.parse import quote

from legation.relations.names import directory, fold, name_of


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
    return fold(name).replace(" ", "-")


def read_pair(key: str, codes: Iterable[str] = ()) -> tuple[str, str] | None:
    """The two ids of `RUS-IRN`, `rus-irn`, `iran-russia`, in alphabetical order; None where one isn't known.

    `codes` are ids that a store has, known to the lexicon or not.

    >>> read_pair("rus-irn"), read_pair("south-korea-us"), read_pair("iran-iran"), read_pair("igo.eu-fr")
    (('IRN', 'RUS'), ('KOR', 'USA'), None, ('FRA', 'IGO.EU'))
    """
    own = {code.casefold(): code for code in codes}
    parts = key.casefold().split("-")
    for cut in range(1, len(parts)):
        halves = "-".join(parts[:cut]), "-".join(parts[cut:])
        one, other = (own.get(half) or directory().find(half) for half in halves)
        if one and other and one != other:
            first, second = sorted((one, other))
            return first, second
    return None


def meant(asked: str) -> tuple[frozenset[str], ...]:
    """What a search may name: each set holds one country, or the two of a pair; none where it names nothing.

    >>> meant("america"), len(meant("congo")), meant("ira")
    ((frozenset({'USA'}),), 2, ())
    >>> sorted(*meant("Iran – Russia"))
    ['IRN', 'RUS']
    """
    single = tuple(frozenset({code}) for code in sorted(directory().codes(asked)))
    pair = read_pair(slug(asked))
    return single or ((frozenset(pair),) if pair else ())


def near(key: str, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs whose key or names look like what was asked for, best first."""
    names = {f"{a}-{b}".casefold(): (a, b) for a, b in pairs}
    names |= {slug(f"{name_of(a)} {name_of(b)}"): (a, b) for a, b in list(names.values())}
    found = get_close_matches(key.casefold(), names, n=6, cutoff=0.4)
    return list(dict.fromkeys(names[name] for name in found))[:3]
