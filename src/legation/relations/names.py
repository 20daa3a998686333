"""A country or an organisation as a user writes it → its code, and the name of a code."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from legation.errors import UsageError
from legation.lexicon import per_lexicon
from legation.lexicon.entities import actor_table
from legation.ontology.countries import codes

CLOSE = 0.75
HINT = "give a name or an ISO 3166-1 code, such as RUS"
SIDES = frozenset({"country", "organisation"})


@dataclass(frozen=True)
class Directory:
    """Whom a name may mean: `names` holds code → name, `known` folded names, codes included, → codes."""

    names: Mapping[str, str]
    known: Mapping[str, frozenset[str]]

    def codes(self, written: str) -> frozenset[str]:
        """The codes that a name or a code, in any case and without accents, may mean."""
        return self.known.get(fold(written), frozenset())

    def find(self, written: str) -> str | None:
        """The one code it means; None where there is none, or more than one."""
        found = self.codes(written)
        return next(iter(found)) if len(found) == 1 else None


def resolve(written: str, within: Directory | None = None) -> str:
    """The code for a name, a code (alpha-3, alpha-2, `IGO.EU`), or either in another case or without its accents.

    A name that differs from those known is never taken for one of them, only suggested. Raises `UsageError` LG101 for
    an unknown name, with the nearest, and for one that several bear, with all of them.

    >>> resolve("iran"), resolve("IR"), resolve("EU"), resolve("cote d'ivoire")
    ('IRN', 'IRN', 'IGO.EU', 'CIV')
    """
    known = within or directory()
    found = known.codes(written)
    if len(found) == 1:
        return next(iter(found))
    if found:
        meant = " or ".join(f"{known.names.get(code, code)} ({code})" for code in sorted(found))
        raise UsageError("LG101", f"{written.strip()!r} has several meanings", f"write {meant}")
    hint = _nearest(fold(written), known) or HINT
    raise UsageError("LG101", f"no country or organisation {written.strip()!r}", hint)


def name_of(code: str) -> str:
    """The name of a country or an organisation; the code itself where it has none.

    >>> name_of("RUS"), name_of("IGO.EU"), name_of("QQQ")
    ('Russia', 'European Union', 'QQQ')
    """
    return directory().names.get(code, code)


@per_lexicon
def directory() -> Directory:
    """The countries and organisations of the lexicon, with the alpha-2 codes of ISO 3166-1."""
    actors = actor_table()
    names = {code: entity.name for code, entity in actors.entities.items() if entity.kind in SIDES}
    own = [each for each in actors.names if each.kind == "name" and each.entity in names]
    strong = ((each.name, each.entity) for each in own if not each.weak)
    weak = ((each.name, each.entity) for each in own if each.weak)
    return listed(names, [*strong, *codes().alpha2.items()], weak)


def listed(names: Mapping[str, str], *ranks: Iterable[tuple[str, str]]) -> Directory:
    """A directory of code → name, and further (name, code) pairs by rank; of a lower rank only what is still free.

    >>> listed({"CAN": "Canada", "TUR": "Turkey"}, [("Can", "TUR")]).find("can")
    'CAN'
    """
    known: dict[str, frozenset[str]] = {}
    proper = [(name, code) for code, name in names.items()]
    for rank in ([(code, code) for code in names], proper, *ranks):
        found: dict[str, set[str]] = {}
        for name, code in rank:
            found.setdefault(fold(name), set()).add(code)
        known = {name: frozenset(codes) for name, codes in found.items()} | known
    return Directory(names, known)


def fold(name: str) -> str:
    """A name in lower case without accents and dots, other punctuation as single spaces; a plus stays (OPEC+).

    >>> fold("  Bosnia-Herzegovina "), fold("São Tomé"), fold("U.S.A.")
    ('bosnia herzegovina', 'sao tome', 'usa')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    kept = (sign if sign.isalnum() or sign == "+" else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(kept).split())


def _nearest(wanted: str, known: Directory) -> str | None:
    """ "Did you mean …?" for the nearest name, None where none is near."""
    near = get_close_matches(wanted, known.known, n=1, cutoff=CLOSE) if wanted else []
    shown = (f"{known.names.get(code, code)} ({code})" for name in near for code in sorted(known.known[name]))
    return f"did you mean {' or '.join(shown)}?" if near else None
