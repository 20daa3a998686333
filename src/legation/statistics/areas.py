"""Reporters and partners as statistical offices write them → our codes.

A state is its ISO 3166-1 alpha-3 code; the European Union and the Eurasian Economic Union are organisations; the world
is WLD. What is no state ("Areas, nes", "Other Asia, nes" aside) keeps the office's code.
"""

from __future__ import annotations

import re

from legation.ontology.countries import codes

WORLD = "WLD"
STATE = re.compile(r"[A-Z]{3}")
# the UN's own numbers beside ISO's (M49): customs territories that include more than the state, former states
NUMBERS = {
    "0": WORLD,
    "97": "IGO.EU",
    "251": "FRA",
    "490": "TWN",  # "Other Asia, nes" is Taiwan, which the UN does not list
    "579": "NOR",
    "699": "IND",
    "757": "CHE",
    "810": "SUN",
    "841": "USA",
    "842": "USA",
    "890": "YUG",
    "891": "SCG",
    "280": "DEU",
    "278": "DDR",
    "200": "CSK",
    "711": "ZAF",
    "736": "SDN",
    "412": "XKX",
}
LETTERS = {
    "W00": WORLD,
    "WLD": WORLD,
    "S19": "TWN",
    "EU2": "IGO.EU",
    "EUR": "IGO.EU",
    "EUU": "IGO.EU",
    "EEU": "IGO.EAEU",
    "EAEU": "IGO.EAEU",
    "UVK": "XKX",
    "KSV": "XKX",
    "KOS": "XKX",
    "WBG": "PSE",
    "ROM": "ROU",
    "ZAR": "COD",
    "TMP": "TLS",
    "1W": WORLD,
}


def area(written: str, number: str = "") -> str | None:
    """Our code for an office's letters, or else its number; what is no state keeps its letters; None for nothing known.

    >>> area("IRN"), area("W00"), area("_X "), area("", "842"), area("RU"), area("S19"), area("", "364")
    ('IRN', 'WLD', '_X', 'USA', 'RUS', 'TWN', 'IRN')
    """
    letters = written.strip().upper()
    if letters in LETTERS:
        return LETTERS[letters]
    if STATE.fullmatch(letters):
        return letters
    if letters.startswith("IGO."):
        return letters
    if len(letters) == 2 and letters in codes().alpha2:
        return codes().alpha2[letters]
    plain = number.strip().lstrip("0") or ("0" if number.strip() else "")
    return NUMBERS.get(plain) or codes().numeric.get(plain) or (letters if letters else None)


def is_state(code: str) -> bool:
    """Whether a code of `area` is a state's or an organisation's, not a group's or a remainder's.

    >>> is_state("IRN"), is_state("_X"), is_state("WLD"), is_state("IGO.EU")
    (True, False, False, True)
    """
    return code != WORLD and (bool(STATE.fullmatch(code)) or code.startswith("IGO."))
