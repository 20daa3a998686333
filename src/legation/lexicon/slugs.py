"""Names as parts of ids."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """A name as part of an id.

    >>> slug("Sergei Lavrov"), slug("Recep Tayyip Erdoğan")
    ('sergei-lavrov', 'recep-tayyip-erdogan')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
