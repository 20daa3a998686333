"""Bytes → text: byte order marks, UTF-8, the declared charset, then Windows-1252.

What is no character in the encoding found becomes U+FFFD, and so does NUL; `documents.issues` reports it (LG404).

>>> decode(b"\\xef\\xbb\\xbfna\\xc3\\xafve"), decode(b"na\\xefve"), decode("naïve".encode("utf-16-le"))
('naïve', 'naïve', 'naïve')
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

# UTF-32 first: its little-endian mark begins with that of UTF-16
MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# what browsers read under these names
ALIASES = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **{"iso-8859-9": "cp1254", "shift_jis": "cp932", "shift-jis": "cp932", "euc-kr": "cp949", "tis-620": "cp874"},
}
CHARSETS = re.compile(r"iso[-_]|latin|ascii|us-ascii|windows-|cp\d|koi8|gb|big5|euc|shift|mac|tis")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")
SURROGATES = re.compile("[\ud800-\udfff]")
SAMPLE = 65536


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes; never fails, and keeps line ends as they are.

    Order: byte order mark (dropped: it is no text), UTF-16 without a mark, UTF-8, UTF-8 with damaged places,
    `declared`, what charset-normalizer finds where a fifth of the bytes is beyond ASCII, Windows-1252.
    """
    for mark, codec in MARKS:
        if data.startswith(mark):
            return clean(data[len(mark) :].decode(codec, "replace"))
    return clean(data.decode(_codec(data, declared), "replace"))


def wide(head: bytes) -> str | None:
    """The codec of text in UTF-16 or UTF-32, by its mark or, without one, by its many NUL bytes; else None."""
    marked = next((codec for mark, codec in MARKS if head.startswith(mark)), None)
    return _unmarked_wide(head[:SAMPLE]) if marked is None else marked if marked != "utf-8" else None


def clean(text: str) -> str:
    """The text with NUL and lone surrogates, which no store keeps, each replaced by U+FFFD (offsets stay)."""
    return SURROGATES.sub(REPLACEMENT, text.replace("\0", REPLACEMENT))


def _codec(data: bytes, declared: str | None) -> str:
    if wide := _unmarked_wide(data[:SAMPLE]):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)
    return "utf-8"


def _unmarked_wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text nearly every second byte is NUL."""
    half = len(head) // 2
    if half < 2 or head.count(0) < 0.4 * half:
        return None
    high, low = head[0::2].count(0), head[1::2].count(0)
    if max(high, low) < 0.7 * half or min(high, low) > 0.05 * half:
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _legacy(data: bytes, declared: str | None) -> str:
    sequences = MULTIBYTE.findall(data)
    stray = len(HIGH.findall(data)) - sum(map(len, sequences))
    if len(sequences) > stray:
        return "utf-8"  # damaged: reading all of it as Windows-1252 would spoil what is sound
    name = (declared or "").strip().casefold()
    if CHARSETS.match(name) and _known(name):
        return ALIASES.get(name, name)
    if len(HIGH.findall(data[:SAMPLE])) > 0.2 * len(data[:SAMPLE]):
        return _detected(data[:SAMPLE])
    return "cp1252"


def _known(name: str) -> bool:
    try:
        b"".decode(name)
    except LookupError:
        return False
    return True


def _detected(head: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    return best.encoding if best and best.encoding != "ascii" else "cp1252"
