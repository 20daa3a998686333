"""JSON values one after the other out of a stream, without holding more than one of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO

import msgspec

from legation.errors import DocumentError
from legation.read.origin import LIMIT

CHUNK = 65536
BETWEEN = " \t\r\n,[]"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a file, or what is wrong with it; `place` is where it stands ("line 7"), counted from 1."""

    place: str
    number: int
    value: object = None
    error: DocumentError | None = None


def decoded(line: str, place: str, number: int) -> Row:
    """The value that a line holds."""
    try:
        return Row(place=place, number=number, value=DECODER.decode(line))
    except (ValueError, RecursionError) as error:
        return Row(place=place, number=number, error=_invalid(place, error))


def values(stream: IO[bytes], codec: str | None = None) -> Iterator[Row]:
    """The items of a JSON array, or the objects of a file one after the other; ends at the first that is not valid."""
    source = _Source(io.TextIOWrapper(stream, codec or "utf-8-sig", "replace"))
    number = 0
    while source.next_begins():
        number, place = number + 1, f"item {number + 1} (line {source.line})"
        try:
            yield Row(place=place, number=number, value=source.value())
        except (ValueError, RecursionError) as error:
            yield Row(place=place, number=number, error=_invalid(place, error))
            return
        except DocumentError as error:
            yield Row(place=place, number=number, error=error)
            return


class _Source:
    """The text of a stream from the current value on."""

    def __init__(self, texts: io.TextIOWrapper) -> None:
        self._texts, self._text, self._at = texts, "", 0
        self.line = 1

    def next_begins(self) -> bool:
        """Goes to where the next value begins; False at the end of the stream."""
        while True:
            rest = self._text[self._at :].lstrip("\ufeff").lstrip(BETWEEN)
            self._go(len(self._text) - len(rest))
            if rest or not self._fill(CHUNK):
                return bool(rest)

    def value(self) -> object:
        """The value that begins here, read as far as it goes."""
        size = CHUNK
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
            except ValueError:
                if not self._fill(size):
                    raise
                size *= 2  # a value of any length is tried a logarithmic number of times
                continue
            if end < len(self._text) or not self._fill(CHUNK):  # at the very end a number may go on
                self._go(end)
                return value

    def _go(self, to: int) -> None:
        self.line += self._text.count("\n", self._at, to)
        self._at = to

    def _fill(self, size: int) -> bool:
        more = self._texts.read(size)
        if len(self._text) - self._at + len(more) > LIMIT:
            raise DocumentError("LG409", f"line {self.line}: more than {LIMIT >> 20} MB in one item, or one not closed")
        self._text, self._at = self._text[self._at :] + more, 0
        return bool(more)


def _null(_constant: str) -> None:
    return None


DECODER = json.JSONDecoder(parse_constant=_null, strict=False)  # NaN, which pandas writes, is null


def _invalid(place: str, error: Exception) -> DocumentError:
    reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep or a number too long"
    column = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) and place.startswith("line") else ""
    return DocumentError("LG405", f"{place}: not valid JSON{column}: {reason}")
