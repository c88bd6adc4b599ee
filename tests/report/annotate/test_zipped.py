"""Replacing entries of a zip file: the others are carried over as they are packed."""

from __future__ import annotations

import io
import zipfile

import pytest

from tieout.report.annotate.zipped import with_entries


def made() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.comment = b"said"
        archive.writestr(zipfile.ZipInfo("a.xml", (2020, 2, 3, 4, 5, 6)), b"a" * 500, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("folder/"), b"")
        archive.writestr(zipfile.ZipInfo("stored.png"), bytes(range(200)), zipfile.ZIP_STORED)
        archive.writestr("ñandú.xml", b"n" * 90, zipfile.ZIP_LZMA)
        with archive.open("streamed.xml", "w") as part:
            part.write(b"s" * 300)
    return buffer.getvalue()


def test_only_what_is_changed_differs() -> None:
    old = made()
    new = with_entries(old, {"a.xml": b"b" * 900, "added.xml": b"new"})
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (old, new))
    assert after.namelist() == [*before.namelist(), "added.xml"]
    assert after.testzip() is None
    assert (after.read("a.xml"), after.read("added.xml")) == (b"b" * 900, b"new")
    assert after.comment == b"said"
    for name in before.namelist()[1:]:
        was, now = before.getinfo(name), after.getinfo(name)
        assert before.read(name) == after.read(name)
        assert (now.compress_type, now.compress_size, now.date_time) == (
            was.compress_type,
            was.compress_size,
            was.date_time,
        )
    assert after.getinfo("added.xml").date_time == (2020, 2, 3, 4, 5, 6)


def test_it_is_the_same_each_time() -> None:
    assert with_entries(made(), {"a.xml": b"1"})[:300] == with_entries(made(), {"a.xml": b"1"})[:300]


def test_of_two_entries_with_one_name_the_last_is_kept() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a", b"first")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"second")
    after = zipfile.ZipFile(io.BytesIO(with_entries(buffer.getvalue(), {"b": b""})))
    assert after.namelist() == ["a", "b"]
    assert after.read("a") == b"second"


def test_a_directory_that_lies_is_a_fault() -> None:
    data = bytearray(made())
    at = data.index(b"PK\3\4", 5)
    data[at : at + 4] = b"XXXX"
    with pytest.raises(zipfile.BadZipFile):
        with_entries(bytes(data), {"a.xml": b""})
