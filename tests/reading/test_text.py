"""Reading whole plain text files, small ones and the reference documents."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from reading.reads import assert_sound
from tieout.errors import UnreadableError
from tieout.reading.layout import Structure
from tieout.reading.text import read_text
from tieout.reading.view import view_of


def test_text_bytes_and_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = "---\ntitle: Una nota\nlanguage: es\n---\r\nEl total fue de 45 %.\r\n".encode("windows-1252")
    path.write_bytes(data)
    made = read_text(path)
    assert made.text == data.decode("windows-1252")
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    assert (made.title, made.language, made.path) == ("Una nota", "es", str(path))
    assert [view_of(made, block).text for block in made.blocks] == ["El total fue de 45 %."]
    assert [made.text[s.start : s.end][:3] for s in made.spans_of("front_matter")] == ["---"]


def test_an_empty_file_has_no_blocks(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    assert read_text(path).blocks == ()


def test_binary_is_a_fault_the_user_can_act_on(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01" * 50)
    with pytest.raises(UnreadableError, match="no text"):
        read_text(path)


@pytest.mark.shared
def test_all_notes_of_the_long_report(shared: Path) -> None:
    made = read_text(next((shared / "seeds").glob("001_*.txt")))
    marks = {mark.label: mark for mark in made.spans_of("note_mark")}
    notes = {block.label: block for block in made.blocks if block.kind == "note" and block.label}
    assert sorted(int(label or 0) for label in marks) == list(range(1, 438))
    assert len(notes) == 272
    gold = [json.loads(line) for line in (shared / "gold" / "footnotes.jsonl").read_text("utf-8").splitlines()]
    for row in gold:
        label = str(row["n"])
        assert marks[label].start == row["anchor_offset"]
        body = notes.get(label)
        assert (body.start if body else None, body.end if body else None) == (row["body_start"], row["body_end"])
    lost = [loss.count for loss in made.losses if loss.kind == "note_body" and "beginning" not in loss.message]
    assert (len(lost), sum(lost)) == (10, 165)


@pytest.mark.shared
def test_no_marks_in_documents_without_notes(shared: Path) -> None:
    noted = ("es_cvr_peru_periodos", "es_onu_", "hrdag_", "padeci_", "un_upr_", "000_", "001_")
    plain = [
        path
        for folder in ("docs", "seeds")
        for path in (shared / folder).glob("*.txt")
        if not path.name.startswith(noted)
    ]
    assert plain
    for path in plain:
        found = [mark.label for mark in read_text(path).spans_of("note_mark") if mark.label != "*"]
        assert (path.name, found) == (path.name, [])


@pytest.mark.shared
def test_every_reference_document_is_sound(shared: Path) -> None:
    for folder in ("docs", "seeds"):
        for path in sorted((shared / folder).glob("*.txt")):
            made = read_text(path)
            assert_sound(made.text, Structure(made.blocks, made.spans, made.losses))
