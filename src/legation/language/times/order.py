"""Whether a text writes numeric dates month first: "12/20/2020"."""

from __future__ import annotations

import re

ALWAYS = (24, 7)  # "24/7" is no date
NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})(?:([/.-])(\d{1,2})\2(?:19|20)\d\d|/(\d{1,2}))(?![\d/])")


def month_first(text: str) -> bool | None:
    """What the numeric dates of a text show that can be read in one way only; None where none does, or two disagree.

    >>> month_first("Signed 12/20/2020 and 03/04/2021."), month_first("Signed 03/04/2021.")
    (True, None)
    """
    pairs = [(int(match[1]), int(match[3] or match[4])) for match in NUMERIC.finditer(text)]
    shown = {second > 12 for first, second in pairs if (first > 12) != (second > 12) and (first, second) != ALWAYS}
    return shown.pop() if len(shown) == 1 else None
