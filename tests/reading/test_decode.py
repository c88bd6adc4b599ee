"""Bytes to text: every encoding of this field, newlines kept, and no text out of what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.reading.decode import decode

WORDS = "Señales: 45 % «más» – naïve\r\nfin\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("utf-8"),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        b"\xff\xfe" + WORDS.encode("utf-16-le"),
        b"\xfe\xff" + WORDS.encode("utf-16-be"),
        WORDS.encode("windows-1252"),
    ],
)
def test_known_encodings(data: bytes) -> None:
    assert decode(data) == WORDS


def test_windows_quotes_are_kept_as_people_typed_them() -> None:
    assert decode(b"\x93quoted\x94 \x96 90 \x80") == "“quoted” – 90 €"


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 40, b"PK\x03\x04" + bytes(range(32)) * 20, b"%PDF\x00\x00\x00\x00"]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no text"):
        decode(data)


def test_bytes_that_belie_their_mark_are_refused() -> None:
    with pytest.raises(ValueError, match="utf-8"):
        decode(b"\xef\xbb\xbf\xff\xff")


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == ""


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8")) == text
