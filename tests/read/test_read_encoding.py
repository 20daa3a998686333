"""Bytes → text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.read.encoding import decode

TEXT = "“Türkiye’s talks” – £2 bn, said the naïve envoy. Nothing else was agreed on that day."
CODECS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("codec", CODECS)
def test_an_english_text_is_read_in(codec: str) -> None:
    assert decode(TEXT.encode(codec)) == TEXT


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbfdate 2020-12-20 x") == "date 2020-12-20 x"


def test_line_ends_are_kept() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_each_nul_becomes_one_replacement_character() -> None:
    assert decode(b"Iran\x00 and\x00 Russia") == "Iran\ufffd and\ufffd Russia"


def test_bytes_that_windows_1252_has_not_are_replaced_not_guessed() -> None:
    assert decode(b"the caf\xe9 \x81 closed") == "the café \ufffd closed"


def test_a_damaged_utf8_text_keeps_what_is_sound() -> None:
    data = "naïve – “so”".encode() + b" \xe9 and so on"
    assert decode(data) == "naïve – “so” \ufffd and so on"


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("windows-1251", "Россия и Иран ведут переговоры"),
        ("koi8-r", "Россия и Иран ведут переговоры"),
        ("gb2312", "中国外交部――发言人"),
        ("iso-8859-1", "the envoy’s “note”"),  # what pages call Latin-1 is Windows-1252
    ],
)
def test_the_declared_charset_is_used(declared: str, text: str) -> None:
    codec = {"gb2312": "gbk", "iso-8859-1": "cp1252"}.get(declared, declared)
    assert decode(text.encode(codec), declared) == text


def test_utf8_goes_before_a_wrong_declaration() -> None:
    assert decode("naïve".encode(), "windows-1251") == "naïve"


@pytest.mark.parametrize("declared", ["no-such-charset", "hex", "rot13", "idna", "unicode_escape", "", "utf-8"])
def test_a_declaration_that_names_no_charset_is_ignored(declared: str) -> None:
    assert decode(b"na\xefve", declared) == "naïve"


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gb2312", "shift_jis", "utf-7", "x"]))
def test_any_bytes_give_text_that_can_be_stored(data: bytes, declared: str | None) -> None:
    text = decode(data, declared)
    text.encode("utf-8")
    assert "\0" not in text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=200))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"a" + text.encode()) == "a" + text
