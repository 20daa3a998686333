"""Compressed bytes → bytes: gzip, Zstandard, bzip2 and xz, told by their first bytes, not by a file's name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, cast

from legation.errors import InputError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

SUFFIXES = frozenset({".gz", ".zst", ".bz2", ".xz"})
HEAD = 65536


class Replayed(io.RawIOBase):
    """A stream whose first bytes, already taken to look at them, are given again: pipes can't seek."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: ReadableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self._head[: len(view)] if self._head else self._rest.read(len(view)) or b""
        self._head = self._head[len(data) :]
        view[: len(data)] = data
        return len(data)


def opened(stream: IO[bytes]) -> tuple[bytes, io.BufferedReader]:
    """The first bytes of a stream (64 KB where there are as many) and the whole of it, decompressed where compressed.

    Raises what `readable` turns into InputError LG302 when the compressed data is broken.
    """
    head, whole = _peeked(stream)
    for magic, opener in MAGIC:
        if magic.match(head):
            return _peeked(opener(whole))
    return head, whole


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turns what goes wrong while reading bytes into InputError LG302."""
    try:
        yield
    except (OSError, EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise InputError(
            "LG302", f"can't read {name}: {reason}", "look at its permissions, and whether it is whole"
        ) from error


def _peeked(stream: IO[bytes]) -> tuple[bytes, io.BufferedReader]:
    head = b""
    while len(head) < HEAD and (chunk := stream.read(HEAD - len(head))):
        if not isinstance(chunk, bytes):
            raise InputError("LG302", "the stream gives text, not bytes", 'open it in binary mode: open(path, "rb")')
        head += chunk
    return head, io.BufferedReader(Replayed(head, stream), HEAD)


def _gzip(stream: IO[bytes]) -> IO[bytes]:
    return cast(IO[bytes], gzip.GzipFile(fileobj=stream))


def _zstd(stream: IO[bytes]) -> IO[bytes]:
    return cast(IO[bytes], zstd.ZstdFile(stream))


def _bz2(stream: IO[bytes]) -> IO[bytes]:
    return cast(IO[bytes], bz2.BZ2File(stream))


def _xz(stream: IO[bytes]) -> IO[bytes]:
    return cast(IO[bytes], lzma.LZMAFile(stream))


MAGIC: tuple[tuple[re.Pattern[bytes], Callable[[IO[bytes]], IO[bytes]]], ...] = (
    (re.compile(rb"\x1f\x8b\x08"), _gzip),
    (re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), _zstd),
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), _bz2),
    (re.compile(rb"\xfd7zXZ\x00"), _xz),
)
