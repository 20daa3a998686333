"""Event types (PLOVER) and codes (CAMEO), and the way from one to the other.

>>> code_of("CONSULT", "visit"), cameo("042").goldstein, cameo("042").quad
('042', 1.9, 1)
>>> type_of("041")
('CONSULT', 'phone')
>>> code_of("AID", contexts=("military",)), code_meant("072", "planned")
('072', '0332')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from legation.errors import LexiconError
from legation.ontology.codes import CameoCode, Context, EventType, Mode, Ontology, Quad, StatusKind

__all__ = [
    "CAMEO",
    "CONTEXTS",
    "OUT_OF_REACH",
    "QUADS",
    "QUAD_RULE",
    "SCALE",
    "STATUSES",
    "TYPES",
    "CameoCode",
    "Context",
    "EventType",
    "Mode",
    "StatusKind",
    "cameo",
    "code_about",
    "code_meant",
    "code_of",
    "open_code",
    "printed",
    "quad_of",
    "type_of",
]

DATA = Path(__file__).parent / "data" / "ontology.json"
# Without the file the tables are empty, so that the build, which lives in this package, can write it.
_ALL = msgspec.json.decode(DATA.read_bytes() if DATA.exists() else b"{}", type=Ontology)

TYPES: Mapping[str, EventType] = MappingProxyType(_ALL.types)
CONTEXTS: Mapping[str, Context] = MappingProxyType(_ALL.contexts)
STATUSES: Mapping[str, StatusKind] = MappingProxyType(_ALL.statuses)
CAMEO: Mapping[str, CameoCode] = MappingProxyType(_ALL.cameo)
OUT_OF_REACH: Mapping[str, str] = MappingProxyType(_ALL.out_of_reach)
"""Codes that no event gets, and why."""
SCALE: str = _ALL.scale
"""The Goldstein table that `CameoCode.goldstein` comes from, by name."""
QUAD_RULE: str = _ALL.quad_rule
"""The rule that `CameoCode.quad` comes from, by name."""
QUADS: Mapping[int, str] = MappingProxyType(
    {
        0: "neutral",
        1: "cooperation in words",
        2: "cooperation in deeds",
        3: "conflict in words",
        4: "conflict in deeds",
    }
)


_OPEN = frozenset(c for c in CAMEO if (len(c) == 3 and c[2] == "0") or any(d != c and d.startswith(c) for d in CAMEO))


def cameo(code: str) -> CameoCode:
    """A CAMEO code; raises `LexiconError` LG202 where there is none such."""
    try:
        return CAMEO[code]
    except KeyError:
        raise LexiconError(
            "LG202", f"no CAMEO code {code!r}", "codes are text with their zeros: '042', not 42"
        ) from None


def code_of(type: str, mode: str | None = None, contexts: Iterable[str] = ()) -> str:
    """The CAMEO code of a type and mode, refined by the first context that has one.

    Raises `LexiconError` LG202 where the type has no such mode.
    """
    try:
        default = _ALL.codes[type][mode or ""]
    except KeyError:
        modes = ", ".join(TYPES[type].modes) if type in TYPES else f"types: {', '.join(TYPES)}"
        raise LexiconError("LG202", f"no event type {type!r} with mode {mode!r}", modes or "it has no modes") from None
    return code_about(default, contexts)


def code_about(code: str, contexts: Iterable[str]) -> str:
    """The code refined by the first context that has an entry for it; itself where none has."""
    refined = _ALL.by_context.get(code, {})
    return next((refined[c] for c in contexts if c in refined), code)


def code_meant(code: str, status: str) -> str:
    """The code of an act of this status: of a planned deed that of the intent or of the threat; else its own.

    >>> code_meant("042", "planned"), code_meant("1621", "planned"), code_meant("042", "denied")
    ('036', '1311', '042')
    """
    table = _ALL.by_status.get(status, {})
    return next((table[code[:n]] for n in range(len(code), 1, -1) if code[:n] in table), code)


def open_code(code: str) -> bool:
    """Whether a code leaves open what was done, so that another of its root may say more.

    >>> open_code("100"), open_code("025"), open_code("0253")
    (True, True, False)
    """
    return code in _OPEN


def type_of(code: str) -> tuple[str, str | None] | None:
    """The type and mode of a CAMEO code; None for root 01, which are statements. Raises LG202 as `cameo`."""
    found = cameo(code)
    return (found.type, found.mode) if found.type else None


@lru_cache(maxsize=256)
def printed(type: str, mode: str | None = None) -> str:
    """The type that PLOVER's own table gives an event of ours: of its CAMEO code. Raises `LexiconError` LG202.

    >>> printed("AGREE", "sign"), printed("SANCTION", "restrict"), printed("AID")
    ('SUPPORT', 'COERCE', 'AID')
    """
    found = cameo(code_of(type, mode))
    return (found.plover or found.type or type).partition("/")[0]


def quad_of(type: str) -> Quad:
    """The house quad of a type: 1 and 2 cooperation, 3 and 4 conflict, odd in words, even in deeds. Raises LG202."""
    return cameo(code_of(type)).quad
